/// The reason why rows have no first two principal components.
public enum ProjectionError: Error, Hashable, Sendable {
    /// All rows are equal, or lie on a line; `varyingCount` is the number of features that vary.
    case oneDirection(varyingCount: Int)
    /// A value is not finite, or a standard deviation overflows or underflows.
    case outOfRange(feature: String)
    /// The smaller one of both numbers exceeds `greatest`.
    case tooManyFeatures(Int, rowCount: Int, greatest: Int)
}

extension ProjectionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .oneDirection(0): "no column varies; use columns with different values"
        case .oneDirection(1): "only one column varies; use two or more with different values"
        case .oneDirection(let count):
            "the \(count) columns that vary change in proportion, which leaves one component; use others as well"
        case .outOfRange(let feature): "\(StandardizationError.outOfRange(feature: feature))"
        case .tooManyFeatures(let count, let rowCount, let greatest):
            """
            \(count) columns of \(rowCount) rows are too many for principal components; use \(greatest) columns or fewer
            """
        }
    }
}
