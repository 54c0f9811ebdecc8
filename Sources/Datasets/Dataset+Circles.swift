import ElementaryFunctions
import Geometry

extension Dataset {
    /// A circle in a circle, one class each: scikit-learn's `make_circles` after `np.random.seed(seed)`.
    ///
    /// The outer circle, class 0, is the unit circle; the inner circle, class 1, has the radius `factor` and the same
    /// centre. Each is cut into equal angles, from angle 0 on; where the count is odd the inner circle has the point
    /// more. The points are shuffled first and moved afterwards, as those of `moons` are; labels and coordinates agree
    /// with those of scikit-learn 1.9 as there.
    ///
    /// - Parameters:
    ///   - sampleCount: the number of points, 2 or more.
    ///   - noise: the standard deviation of the Gaussians, in data units, from 0 to 1e300.
    ///   - factor: the radius of the inner circle, in [0, 1).
    ///   - seed: the seed of numpy's random numbers.
    /// - Throws: `DatasetError` where a parameter is outside of its range.
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
