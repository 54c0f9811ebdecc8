import Geometry
import MersenneTwister

extension Dataset {
    /// Returns the exclusive or: a unit square in each quadrant, with the same class in opposite quadrants.
    ///
    /// Before noise is added, a point has class 1 if x·y > 0, otherwise class 0. Point i is in quadrant i mod 4, counted
    /// counter-clockwise from the upper right, and uniformly distributed in its unit square. With numpy's random numbers
    /// this is, in this order:
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
    ///   - noise: the standard deviation of the Gaussian noise, in data units, from 0 to 1e300.
    ///   - seed: the seed of numpy's random numbers.
    /// - Throws: `DatasetError` if a parameter is out of range.
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
