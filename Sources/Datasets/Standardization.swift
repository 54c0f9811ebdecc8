public import Geometry

/// A linear map of each feature to mean 0 and standard deviation 1.
///
///     x ↦ (x − mean) / deviation,   deviation = √( Σ (x − mean)² / m )
///
/// This is the population standard deviation, as in scikit-learn's `StandardScaler`.
public struct Standardization: Hashable, Sendable {
    /// The mean of each feature, in data units.
    public let mean: Point
    /// The standard deviation of each feature, in data units; greater than 0.
    public let deviation: Point

    /// Creates a standardisation from its parameters.
    ///
    /// - Precondition: finite means; finite deviations greater than 0.
    public init(mean: Point, deviation: Point) {
        precondition(mean.x.isFinite && mean.y.isFinite, "a mean must be finite")
        precondition(deviation.x > 0 && deviation.y > 0, "a deviation must be greater than 0")
        precondition(deviation.x.isFinite && deviation.y.isFinite, "a deviation must be finite")
        self.mean = mean
        self.deviation = deviation
    }

    /// Creates the standardisation of a data set.
    ///
    /// If points are held out, pass the training points only.
    ///
    /// - Throws: `StandardizationError` if a feature is constant or out of range.
    public init(of dataset: Dataset) throws(StandardizationError) {
        let x = try Self.moments(of: dataset.points.lazy.map { $0.x }, feature: dataset.featureNames[0])
        let y = try Self.moments(of: dataset.points.lazy.map { $0.y }, feature: dataset.featureNames[1])
        self.init(mean: Point(x: x.mean, y: y.mean), deviation: Point(x: x.deviation, y: y.deviation))
    }

    /// Returns a point in standardised units.
    public func apply(to point: Point) -> Point {
        Point(x: (point.x - mean.x) / deviation.x, y: (point.y - mean.y) / deviation.y)
    }

    /// Returns the data set with its points in standardised units.
    public func apply(to dataset: Dataset) -> Dataset {
        dataset.replacing(points: dataset.points.map { apply(to: $0) }, labels: dataset.labels)
    }

    /// Returns mean and standard deviation, summed in the order of the values.
    ///
    /// The values are first scaled to [-½, ½], so that no sum or square overflows or underflows. The variance takes a
    /// second pass over the differences from the mean, corrected by their sum, which rounding keeps from being 0.
    ///
    /// Reference: T. F. Chan, G. H. Golub, R. J. LeVeque, *Algorithms for computing the sample variance* (1983),
    /// formula 1.7.
    static func moments(
        of values: some Collection<Double>, feature: String
    ) throws(StandardizationError) -> (mean: Double, deviation: Double) {
        guard values.allSatisfy({ $0.isFinite }), let least = values.min(), let greatest = values.max() else {
            throw .outOfRange(feature: feature)
        }
        guard least < greatest else { throw .constant(feature: feature, value: least) }
        let (middle, width) = (least / 2 + greatest / 2, greatest - least)
        guard width.isFinite else { throw .outOfRange(feature: feature) }

        let count = Double(values.count)
        let shares = values.lazy.map { ($0 - middle) / width }
        let mean = shares.reduce(0, +) / count
        var (sum, squares) = (0.0, 0.0)
        for share in shares {
            let difference = share - mean
            sum += difference
            squares += difference * difference
        }
        let variance = (squares - sum * sum / count) / count
        let deviation = width * variance.squareRoot()
        guard deviation > 0 else { throw .outOfRange(feature: feature) }
        return (middle + width * (mean + sum / count), deviation)
    }
}
