import ElementaryFunctions
import Geometry

extension Dataset {
    /// Returns two concentric circles, one class each: scikit-learn's `make_circles` after `np.random.seed(seed)`.
    ///
    /// The outer circle, class 0, is the unit circle. The inner circle, class 1, has the radius `factor` and the same
    /// centre. The points of a circle are at equal angles, starting at 0. If the count is odd, the inner circle has one
    /// point more. Noise is added after shuffling, and labels and coordinates agree with scikit-learn 1.9 as those of
    /// `moons` do.
    ///
    /// - Parameters:
    ///   - sampleCount: the number of points, 2 or more.
    ///   - noise: the standard deviation of the Gaussian noise, in data units, from 0 to 1e300.
    ///   - factor: the radius of the inner circle, in [0, 1).
    ///   - seed: the seed of numpy's random numbers.
    /// - Throws: `DatasetError` if a parameter is out of range.
    public static func circles(
        sampleCount: Int = 200, noise: Double = 0.1, factor: Double = 0.5, seed: UInt32 = 0
    ) throws(DatasetError) -> Dataset {
        guard (0..<1).contains(factor) else { throw .factorOutOfRange(factor) }
        return try curves(sampleCount: sampleCount, noise: noise, seed: seed) { label, count in
            let radius = label == 0 ? 1 : factor
            let angles = EvenSpacing(from: 0, to: 2 * .pi, count: count, includesStop: false)
            return { Point(x: .cos(angles[$0]) * radius, y: .sin(angles[$0]) * radius) }
        }
    }
}
