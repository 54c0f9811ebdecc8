/// Mean, deviation and range of a sample of numbers.
public struct SampleStatistics: Hashable, Sendable {
    /// The number of values, one or more.
    public let count: Int
    /// Arithmetic mean; NaN if a value is.
    public let mean: Double
    /// Sample standard deviation, with denominator `count` − 1; 0 for a single value, NaN if a value is not finite.
    public let deviation: Double
    /// Least value; NaN if a value is.
    public let least: Double
    /// Greatest value; NaN if a value is.
    public let greatest: Double

    /// - Precondition: one value or more.
    public init(of values: [Double]) {
        precondition(!values.isEmpty, "a sample has one number or more")
        count = values.count
        let least = values.reduce(.infinity) { $0.isNaN || $1.isNaN ? .nan : min($0, $1) }
        let greatest = values.reduce(-.infinity) { $0.isNaN || $1.isNaN ? .nan : max($0, $1) }
        // Rounding must not move the mean of equal values away from them.
        let quotient = values.reduce(0, +) / Double(count)
        let mean = quotient.isFinite ? min(max(quotient, least), greatest) : quotient
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        deviation = (squares / Double(max(1, count - 1))).squareRoot()
        self.mean = mean
        self.least = least
        self.greatest = greatest
    }

    /// The standard error of the mean: the deviation over the square root of the count.
    public var standardError: Double { deviation / Double(count).squareRoot() }
}
