import Geometry
import MersenneTwister

extension Dataset {
    /// Returns one Gaussian cluster divided into rings, one class each: scikit-learn's `make_gaussian_quantiles` after
    /// `np.random.seed(seed)`.
    ///
    /// Both coordinates are standard normal. The quantiles of the distance from the origin divide the points into
    /// classes of equal size, class 0 in the middle; the last class also has the remainder of the division. The points
    /// are drawn first, x before y, then sorted by distance (ties in the order of drawing) and shuffled. Labels equal
    /// those of scikit-learn 1.9, and coordinates agree within 1e-14 · max(1, |coordinate|).
    ///
    /// numpy multiplies independent normals by a factor of the covariance matrix. Here that factor is the identity.
    ///
    /// - Parameters:
    ///   - sampleCount: the number of points, at least one for each class.
    ///   - classCount: the number of classes, from 2 to 100.
    ///   - seed: the seed of numpy's random numbers.
    /// - Throws: `DatasetError` if a parameter is out of range.
    /// - Complexity: O(n log n) time for n points.
    public static func gaussianQuantiles(
        sampleCount: Int = 200, classCount: Int = 3, seed: UInt32 = 0
    ) throws(DatasetError) -> Dataset {
        try DatasetError.check(sampleCount: sampleCount, classCount: classCount)

        var random = RandomState(seed: seed)
        let drawn = (0..<sampleCount).map { _ in random.moved(Point(x: 0, y: 0), by: 1) }
        let squaredDistances = drawn.map { $0.x * $0.x + $0.y * $0.y }
        let outwards = drawn.indices.sorted { (squaredDistances[$0], $0) < (squaredDistances[$1], $1) }
        let share = sampleCount / classCount
        let order = random.permutation(sampleCount)
        return Dataset(
            points: order.map { drawn[outwards[$0]] }, labels: order.map { min($0 / share, classCount - 1) },
            classNames: (0..<classCount).map(String.init))
    }
}
