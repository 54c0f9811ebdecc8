import Geometry
import MersenneTwister

extension Dataset {
    /// Two classes on a curve each, half of the points on either; where the count is odd, class 1 has the point more.
    ///
    /// The points, those of class 0 first, are shuffled and then moved by noise: scikit-learn's order.
    ///
    /// - Parameters:
    ///   - first: the points of class 0 without noise, by their indices below a count.
    ///   - second: those of class 1.
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
    /// `point`, moved by a Gaussian of its own in each coordinate, x before y.
    mutating func moved(_ point: Point, by standardDeviation: Double) -> Point {
        let x = point.x + normal(standardDeviation: standardDeviation)
        return Point(x: x, y: point.y + normal(standardDeviation: standardDeviation))
    }
}
