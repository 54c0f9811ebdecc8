import ElementaryFunctions
import Geometry
import MersenneTwister

extension Dataset {
    /// Two interleaving half circles, one class each: scikit-learn's `make_moons` after `np.random.seed(seed)`.
    ///
    /// The outer moon, class 0, is the upper half of the unit circle; the inner moon, class 1, the lower half of the
    /// unit circle about (1, 0.5). Each is cut into equal angles, its ends included; where the count is odd the inner
    /// moon has the point more. The points are shuffled first and moved afterwards, each coordinate by a Gaussian of
    /// its own, x before y: the order of scikit-learn 1.9, whose labels are the same and whose coordinates are within
    /// 1e-15 · max(1, |coordinate|).
    ///
    /// - Parameters:
    ///   - sampleCount: the number of points, 2 or more.
    ///   - noise: the standard deviation of the Gaussians, in data units, from 0 to 1e300.
    ///   - seed: the seed of numpy's random numbers.
    /// - Throws: `DatasetError` where a parameter is outside of its range.
    /// - Complexity: O(`sampleCount`) time; beside the data set itself one whole number per point.
    public static func moons(
        sampleCount: Int = 200, noise: Double = 0.2, seed: UInt32 = 0
    ) throws(DatasetError) -> Dataset {
        guard sampleCount >= 2 else { throw .tooFewSamples(sampleCount, least: 2) }
        // No Gaussian of the polar method is beyond ±13, so that up to 1e300 no coordinate overflows.
        guard (0...1e300).contains(noise) else { throw .impossibleNoise(noise) }

        let outerAngles = EvenSpacing(from: 0, to: .pi, count: sampleCount / 2)
        let innerAngles = EvenSpacing(from: 0, to: .pi, count: sampleCount - outerAngles.count)
        var random = RandomState(seed: seed)
        let order = random.permutation(sampleCount)
        let points = order.map { index in
            var point: Point
            if index < outerAngles.count {
                let angle = outerAngles[index]
                point = Point(x: .cos(angle), y: .sin(angle))
            } else {
                let angle = innerAngles[index - outerAngles.count]
                point = Point(x: 1 - .cos(angle), y: 1 - .sin(angle) - 0.5)
            }
            point.x += random.normal(standardDeviation: noise)
            point.y += random.normal(standardDeviation: noise)
            return point
        }
        return Dataset(points: points, labels: order.map { $0 < outerAngles.count ? 0 : 1 })
    }
}
