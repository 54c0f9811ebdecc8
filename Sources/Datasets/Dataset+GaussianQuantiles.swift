import Geometry
import MersenneTwister

extension Dataset {
    /// One Gaussian cluster cut into rings, one class each: scikit-learn's `make_gaussian_quantiles` after
    /// `np.random.seed(seed)`.
    ///
    /// The points are standard normal in both coordinates. By their distance from the origin they are cut into classes
    /// of as many points each, class 0 in the middle; those that remain go to the last class. The points are drawn
    /// first, x before y, then ordered by their distance (those at the same one as they were drawn) and shuffled.
    /// Labels are those of scikit-learn 1.9, and coordinates within 1e-14 · max(1, |coordinate|).
    ///
    /// numpy draws a multivariate normal as independent ones times the factors of the covariance. The factors of the
    /// unit matrix are the unit matrix, with positive signs, so that nothing remains to be multiplied.
    ///
    /// - Parameters:
    ///   - sampleCount: the number of points, one for each class or more.
    ///   - classCount: the number of classes, from 2 to 100.
    ///   - seed: the seed of numpy's random numbers.
    /// - Throws: `DatasetError` where a parameter is outside of its range.
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
