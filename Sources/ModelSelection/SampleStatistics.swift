/// Mean, deviation and range of a sample of numbers.
public struct SampleStatistics: Hashable, Sendable {
    /// How many numbers there are, one or more.
    public let count: Int
    /// Their arithmetic mean; NaN where one of them is.
    public let mean: Double
    /// Their sample standard deviation, from the sum of squares over `count` − 1; 0 for a single number, NaN where one
    /// of them is not finite.
    public let deviation: Double
    /// The least of them; NaN where one of them is.
    public let least: Double
    /// The greatest of them; NaN where one of them is.
    public let greatest: Double

    /// - Precondition: one value or more.
    public init(of values: [Double]) {
        precondition(!values.isEmpty, "a sample has one number or more")
        count = values.count
        let least = values.reduce(.infinity) { $0.isNaN || $1.isNaN ? .nan : min($0, $1) }
        let greatest = values.reduce(-.infinity) { $0.isNaN || $1.isNaN ? .nan : max($0, $1) }
        // Rounding must not put the mean of equal numbers beside them.
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
