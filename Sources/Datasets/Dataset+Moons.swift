import ElementaryFunctions
import Geometry

extension Dataset {
    /// Returns two interleaving half circles, one class each: scikit-learn's `make_moons` after `np.random.seed(seed)`.
    ///
    /// The outer moon, class 0, is the upper half of the unit circle. The inner moon, class 1, is the lower half of the
    /// unit circle centred at (1, 0.5). The points of a moon are at equal angles, both ends included. If the count is odd,
    /// the inner moon has one point more. The points are shuffled before noise is added, x before y, as scikit-learn
    /// does. Labels equal those of scikit-learn 1.9, and coordinates agree within 1e-15 · max(1, |coordinate|).
    ///
    /// - Parameters:
    ///   - sampleCount: the number of points, 2 or more.
    ///   - noise: the standard deviation of the Gaussian noise, in data units, from 0 to 1e300.
    ///   - seed: the seed of numpy's random numbers.
    /// - Throws: `DatasetError` if a parameter is out of range.
    /// - Complexity: O(`sampleCount`) time, and memory for one integer per point in addition to the data set.
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
