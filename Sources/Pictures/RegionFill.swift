/// The fill of the regions of a decision surface.
///
/// The margin of class k at a point is its output minus the largest other output:
///
///     m_k = min(d_k, −d_{k+1}),   with d_0 = +∞ and d_K = −∞
///
/// It is positive if and only if k wins, and follows from the fields of a surface. The probability of the winner is
/// defined as σ(m_k / 2). Each output learns the odds of its class against all others. With two classes, z₀ = −z₁ at
/// the minimum, so σ((z₁ − z₀) / 2) is the output σ(z₁) itself: the probability of `SavedModel.predictions`. With more
/// classes it compares the winner with the runner-up only.
public enum RegionFill: Hashable, Sendable {
    /// One tint per class.
    case regions
    /// Nested bands in the winner's colour by its probability, from ½ to 1: `levels` bands per class, of equal width; or,
    /// if nil, the bands between `probabilities`, which show how certain the certain points are.
    case probability(levels: Int? = nil)
    /// Bands by the response z₁ − z₀ of two classes; `levels` bands per class, of equal round width, from nearly the
    /// page's colour at 0 to strong colours on both sides. About 95 % of the area lies within the limits; the outermost
    /// bands include the rest. A `limit` makes several surfaces comparable: the greatest `DecisionSurface.scoreLimit`
    /// of all.
    case score(levels: Int = RegionFill.defaultLevelCount, limit: Double? = nil)

    /// Default number of bands of the score per class.
    public static let defaultLevelCount = 5
    /// Default edges of the bands of the probability.
    public static let probabilities = [0.5, 0.6, 0.75, 0.9, 0.99, 0.999, 1]
    /// Accepted numbers of bands per class.
    public static let levelCounts = 2...20

    /// Checks that the fill suits a number of classes.
    ///
    /// - Throws: `RegionFillError`.
    public func check(classCount: Int) throws(RegionFillError) {
        switch self {
        case .regions, .probability(nil): return
        case .score where classCount != 2: throw .scoreNeedsTwoClasses(classCount: classCount)
        case .probability(let levels?), .score(let levels, _):
            guard RegionFill.levelCounts.contains(levels) else { throw .levelCountOutOfRange(levels) }
        }
    }
}

/// Reason why a fill cannot be drawn.
public enum RegionFillError: Error, Hashable, Sendable {
    /// The score is a single number for two classes only.
    case scoreNeedsTwoClasses(classCount: Int)
    /// A number of bands that is not in `RegionFill.levelCounts`.
    case levelCountOutOfRange(Int)
}

extension RegionFillError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .scoreNeedsTwoClasses(let classCount):
            "the score is one number for two classes only, and there are \(classCount); probability works for any number"
        case .levelCountOutOfRange(let count):
            """
            \(count) levels are not possible; choose \(RegionFill.levelCounts.lowerBound) to \
            \(RegionFill.levelCounts.upperBound)
            """
        }
    }
}
