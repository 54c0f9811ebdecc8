/// A feature that cannot be standardised.
public enum StandardizationError: Error, Hashable, Sendable {
    /// Every point has the same value.
    case constant(feature: String, value: Double)
    /// A value is not finite, or the standard deviation overflows or underflows.
    case outOfRange(feature: String)
}

extension StandardizationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .constant(let feature, let value):
            "'\(feature)' is \(value) for every point; use a column with different values"
        case .outOfRange(let feature):
            "the standard deviation of '\(feature)' is not finite or not greater than 0; scale the column"
        }
    }
}
