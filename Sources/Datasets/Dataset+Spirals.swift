import ElementaryFunctions
import Geometry

extension Dataset {
    /// Returns two interleaved Archimedean spirals, one class each.
    ///
    /// The spiral of class 0 is r = t/π for angles t from π/2 to 7π/2: one and a half turns, with radii from 0.5 to 3.5.
    /// The spiral of class 1 is the same, rotated by π. Along every ray the distance to the nearest arm of the other
    /// class is 1. The squares of the angles are evenly spaced, both ends included, which spreads the points almost
    /// evenly along the arm. If the count is odd, class 1 has one point more. With n the number of points of a class, and
    /// the points of class 0 first, this is
    ///
    ///     t = np.sqrt(np.linspace((0.5 * np.pi)**2, (3.5 * np.pi)**2, n))
    ///     points = ±np.column_stack([t / np.pi * np.cos(t), t / np.pi * np.sin(t)])   # + for class 0
    ///
    /// Noise is added after shuffling, as in `moons`.
    ///
    /// - Parameters:
    ///   - sampleCount: the number of points, 2 or more.
    ///   - noise: the standard deviation of the Gaussian noise, in data units, from 0 to 1e300.
    ///   - seed: the seed of numpy's random numbers.
    /// - Throws: `DatasetError` if a parameter is out of range.
    public static func spirals(
        sampleCount: Int = 200, noise: Double = 0.1, seed: UInt32 = 0
    ) throws(DatasetError) -> Dataset {
        try curves(sampleCount: sampleCount, noise: noise, seed: seed) { label, count in
            let sign = label == 0 ? 1.0 : -1.0
            let (start, stop) = (0.5 * Double.pi, 3.5 * Double.pi)
            let squaredAngles = EvenSpacing(from: start * start, to: stop * stop, count: count)
            return { index in
                let angle = squaredAngles[index].squareRoot()
                let radius = sign * angle / .pi
                return Point(x: radius * .cos(angle), y: radius * .sin(angle))
            }
        }
    }
}
