public import Training

/// The 95 % confidence interval of a share, from a count of successes.
///
/// With z = 1.96, p̂ = k/n: (p̂ + z²/2n ± z·√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n).
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
public struct WilsonInterval: Hashable, Sendable {
    /// Lower limit, 0…1.
    public let low: Double
    /// Upper limit, 0…1.
    public let high: Double

    /// The 97.5th percentile of the standard normal distribution.
    private static let quantile = 1.959963984540054

    /// - Parameters:
    ///   - share: the share of successes, 0…1; a mean of several shares of the same count has the interval of one.
    ///   - count: the number of trials, 1 or more.
    public init(share: Double, count: Int) {
        precondition(count >= 1 && (0...1).contains(share), "a share of one trial or more is from 0 to 1")
        let n = Double(count)
        let square = Self.quantile * Self.quantile
        let denominator = 2 * (n + square)
        let center = (2 * n * share + square) / denominator
        let delta = Self.quantile * (4 * n * share * (1 - share) + square).squareRoot() / denominator
        // Rounding must not move a limit past 0, 1 or the share.
        low = share == 0 ? 0 : max(0, min(share, center - delta))
        high = share == 1 ? 1 : min(1, max(share, center + delta))
    }

    private init(low: Double, high: Double) { (self.low, self.high) = (low, high) }

    /// The interval of the share of failures.
    public var complement: WilsonInterval { WilsonInterval(low: 1 - high, high: 1 - low) }

    /// Creates the interval of the accuracy of a score.
    public init(of score: Score) {
        self.init(share: score.accuracy, count: score.misclassified.count)
    }
}
