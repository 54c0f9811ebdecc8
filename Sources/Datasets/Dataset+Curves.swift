import Geometry
import MersenneTwister

extension Dataset {
    /// Returns two classes, each on a curve of its own, with noise.
    ///
    /// Each class has half of the points; if the count is odd, class 1 has one point more. The points, class 0 first, are
    /// shuffled before noise is added, as scikit-learn does.
    ///
    /// - Parameter point: returns, for a label and the number of points with that label, a function from an index below
    ///   that number to the point without noise.
    static func curves(
        sampleCount: Int, noise: Double, seed: UInt32,
        point: (_ label: Int, _ count: Int) -> (_ index: Int) -> Point
    ) throws(DatasetError) -> Dataset {
        try DatasetError.check(sampleCount: sampleCount, classCount: 2)
        try DatasetError.check(deviation: noise, of: "noise")
        let firstCount = sampleCount / 2
        let (firstPoint, secondPoint) = (point(0, firstCount), point(1, sampleCount - firstCount))
        var random = RandomState(seed: seed)
        let order = random.permutation(sampleCount)
        let points = order.map { index in
            let point = index < firstCount ? firstPoint(index) : secondPoint(index - firstCount)
            return random.moved(point, by: noise)
        }
        return Dataset(points: points, labels: order.map { $0 < firstCount ? 0 : 1 })
    }
}

extension RandomState {
    /// Returns `point` with Gaussian noise, drawn for x before y.
    mutating func moved(_ point: Point, by standardDeviation: Double) -> Point {
        let x = point.x + normal(standardDeviation: standardDeviation)
        return Point(x: x, y: point.y + normal(standardDeviation: standardDeviation))
    }
}
