import Geometry
import MersenneTwister

extension Dataset {
    /// The exclusive or: four unit squares about the origin, of which those that touch along an edge differ in class.
    ///
    /// Before the noise a point has class 1 where x·y > 0, class 0 elsewhere. Point i is in quadrant i mod 4, counted
    /// from the upper right one counter-clockwise, and anywhere in its unit square with the same probability. With
    /// numpy's random numbers, in this order:
    ///
    ///     order = np.random.permutation(sampleCount)
    ///     x, y = np.random.random_sample((sampleCount, 2)).T
    ///     quadrant = order % 4
    ///     labels = 1 - quadrant % 2
    ///     x = np.where((quadrant == 1) | (quadrant == 2), -x, x)
    ///     y = np.where(quadrant >= 2, -y, y)
    ///     points = np.column_stack([x, y]) + np.random.normal(scale=noise, size=(sampleCount, 2))
    ///
    /// - Parameters:
    ///   - sampleCount: the number of points, 2 or more.
    ///   - noise: the standard deviation of the Gaussians, in data units, from 0 to 1e300.
    ///   - seed: the seed of numpy's random numbers.
    /// - Throws: `DatasetError` where a parameter is outside of its range.
    public static func xor(
        sampleCount: Int = 200, noise: Double = 0.1, seed: UInt32 = 0
    ) throws(DatasetError) -> Dataset {
        try DatasetError.check(sampleCount: sampleCount, classCount: 2)
        try DatasetError.check(deviation: noise, of: "noise")
        var random = RandomState(seed: seed)
        let quadrants = random.permutation(sampleCount).map { $0 % 4 }
        var points = quadrants.map { quadrant in
            let x = random.randomSample()
            let y = random.randomSample()
            return Point(x: quadrant == 1 || quadrant == 2 ? -x : x, y: quadrant >= 2 ? -y : y)
        }
        for index in points.indices { points[index] = random.moved(points[index], by: noise) }
        return Dataset(points: points, labels: quadrants.map { 1 - $0 % 2 })
    }
}
