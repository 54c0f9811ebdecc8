/// Why a feature cannot be standardised.
public enum StandardizationError: Error, Hashable, Sendable {
    /// Every point has the same value.
    case constant(feature: String, value: Double)
    /// The values are not finite, or so far apart or so close that their deviation is no number greater than 0.
    case outOfRange(feature: String)
}

extension StandardizationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .constant(let feature, let value):
            "'\(feature)' is \(value) for every point: a column with different values is wanted"
        case .outOfRange(let feature):
            "'\(feature)' has values whose standard deviation is no finite number greater than 0"
        }
    }
}
