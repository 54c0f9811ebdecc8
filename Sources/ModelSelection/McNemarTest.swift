/// McNemar's exact test of two classifiers on the same points.
///
/// Only the points that one of them classifies correctly and the other does not tell them apart. If both are equally good,
/// each such point is a fair coin.
///
/// Source: Q. McNemar, "Note on the sampling error of the difference between correlated proportions or percentages" (1947).
public struct McNemarTest: Hashable, Sendable {
    /// The number of points that only the first classifier has right.
    public let firstOnly: Int
    /// The number of points that only the second classifier has right.
    public let secondOnly: Int
    /// The two-sided p-value: the probability of counts at least as unequal, if both classifiers are equally good.
    public let pValue: Double

    /// The level of significance.
    public static let level = 0.05

    /// - Precondition: both counts are 0 or greater.
    public init(firstOnly: Int, secondOnly: Int) {
        precondition(firstOnly >= 0 && secondOnly >= 0, "counts are not negative")
        (self.firstOnly, self.secondOnly) = (firstOnly, secondOnly)
        pValue = Self.pValue(lesser: min(firstOnly, secondOnly), count: firstOnly + secondOnly)
    }

    /// - Parameters:
    ///   - first: true for each point that the first classifier misclassifies.
    ///   - second: true for each point that the second classifier misclassifies, in the same order.
    /// - Precondition: both have the same number of points.
    public init(misclassified first: [Bool], _ second: [Bool]) {
        precondition(first.count == second.count, "classifiers are compared on the same points")
        self.init(
            firstOnly: zip(first, second).count { !$0 && $1 }, secondOnly: zip(first, second).count { $0 && !$1 })
    }

    /// True if the difference is within chance at the level of 5 %.
    public var isWithinChance: Bool { pValue >= Self.level }

    /// Returns twice the probability of `lesser` heads or fewer among `count` fair coins, at most 1.
    ///
    /// Sums the binomial coefficients C(n, 0), C(n, 1), … from the least. They are whole numbers, so that the sum is exact
    /// up to 2⁵³; beyond, every step has two roundings.
    private static func pValue(lesser: Int, count: Int) -> Double {
        guard 2 * lesser < count else { return 1 }
        var (coefficient, sum, exponent) = (1.0, 1.0, 1 - count)
        for k in 0..<lesser {
            coefficient = coefficient * Double(count - k) / Double(k + 1)
            sum += coefficient
            if sum > 0x1p500 {
                coefficient *= 0x1p-500
                sum *= 0x1p-500
                exponent += 500
            }
        }
        return min(1, Double(sign: .plus, exponent: exponent, significand: sum))
    }
}
