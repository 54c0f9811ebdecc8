import Geometry
import MersenneTwister

extension Dataset {
    /// Returns Gaussian clusters, one class each: scikit-learn's `make_blobs` after `np.random.seed(seed)`.
    ///
    /// The centres are drawn first, uniformly from the square [-10, 10)². The points follow, cluster by cluster, x before
    /// y, and are shuffled at the end. The clusters are equally large; if the division leaves a remainder, the first
    /// clusters have one point more. Labels equal those of scikit-learn 1.9, and coordinates agree within
    /// 1e-14 · max(1, |coordinate|).
    ///
    /// - Parameters:
    ///   - sampleCount: the number of points, at least one for each cluster.
    ///   - centerCount: the number of clusters, from 2 to 100.
    ///   - spread: the standard deviation of each coordinate within a cluster, in data units, from 0 to 1e300.
    ///   - seed: the seed of numpy's random numbers.
    /// - Throws: `DatasetError` if a parameter is out of range.
    public static func blobs(
        sampleCount: Int = 200, centerCount: Int = 3, spread: Double = 1, seed: UInt32 = 0
    ) throws(DatasetError) -> Dataset {
        try DatasetError.check(sampleCount: sampleCount, classCount: centerCount)
        try DatasetError.check(deviation: spread, of: "spread")

        var random = RandomState(seed: seed)
        let centers = (0..<centerCount).map { _ in
            let x = random.uniform(low: -10, high: 10)
            return Point(x: x, y: random.uniform(low: -10, high: 10))
        }
        let (share, remainder) = sampleCount.quotientAndRemainder(dividingBy: centerCount)
        let labels = (0..<centerCount).flatMap { repeatElement($0, count: $0 < remainder ? share + 1 : share) }
        let points = labels.map { random.moved(centers[$0], by: spread) }
        let order = random.permutation(sampleCount)
        return Dataset(
            points: order.map { points[$0] }, labels: order.map { labels[$0] },
            classNames: (0..<centerCount).map(String.init))
    }
}
