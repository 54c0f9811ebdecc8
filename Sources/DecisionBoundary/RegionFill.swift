/// How the regions of a decision surface are filled.
///
/// The margin of class k at a point is its output less the largest of the others:
///
///     m_k = min(d_k, −d_{k+1}),   with d_0 = +∞ and d_K = −∞
///
/// which is positive just where k wins, and follows from the fields of a surface alone. The probability that is shown is
/// σ(m_k / 2) of the winner. Each output learns the odds of its class against all others: so of two classes at the
/// minimum z₀ = −z₁, and σ((z₁ − z₀) / 2) is the output σ(z₁) itself, the probability that `SavedModel.predictions`
/// gives. With more classes it is the winner's against the runner-up alone.
public enum RegionFill: Hashable, Sendable {
    /// One tint for each class.
    case regions
    /// Nested bands of the winning class's colour by its probability, from ½ to 1: so many for each class, of equal
    /// width in probability.
    case probability(levels: Int = RegionFill.defaultLevelCount)
    /// Bands by the response z₁ − z₀ of two classes: so many for each, of a round and equal width, from nearly the colour
    /// of the page at 0 to strong on both sides. The limits leave out no more than about a twentieth of the area, which
    /// belongs to the outermost bands; or they are those for `limit`, so that several surfaces can be compared: the
    /// greatest `DecisionSurface.scoreLimit` of all.
    case score(levels: Int = RegionFill.defaultLevelCount, limit: Double? = nil)

    /// How many bands each class has where nobody says otherwise.
    public static let defaultLevelCount = 5
    /// How many bands a class may have.
    public static let levelCounts = 2...20

    /// Makes sure that the fill can be drawn for so many classes.
    ///
    /// - Throws: `RegionFillError`.
    public func check(classCount: Int) throws(RegionFillError) {
        switch self {
        case .regions: return
        case .score where classCount != 2: throw .scoreNeedsTwoClasses(classCount: classCount)
        case .probability(let levels), .score(let levels, _):
            guard RegionFill.levelCounts.contains(levels) else { throw .levelCountOutOfRange(levels) }
        }
    }
}

/// Why regions cannot be filled in a way.
public enum RegionFillError: Error, Hashable, Sendable {
    /// Only the response of two classes is one number.
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
