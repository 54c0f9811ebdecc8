import ElementaryFunctions
import Geometry

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
        try curves(sampleCount: sampleCount, noise: noise, seed: seed) { label, count in
            let angles = EvenSpacing(from: 0, to: .pi, count: count)
            return { index in
                let (x, y) = (Double.cos(angles[index]), Double.sin(angles[index]))
                return label == 0 ? Point(x: x, y: y) : Point(x: 1 - x, y: 1 - y - 0.5)
            }
        }
    }
}
