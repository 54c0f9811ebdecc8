/// A reason why no grid covers a range.
public enum GridError: Error, Hashable, Sendable {
    /// The step leaves an axis fewer than two values; `largest` is a step, rounded down, that gives it two.
    case stepTooLarge(step: Double, largest: Double)
    /// The step asks for more points than a computer can count.
    case stepTooSmall(step: Double, points: Double)
}

extension GridError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .stepTooLarge(let step, let largest):
            "a step of \(step) leaves an axis fewer than two grid values; the largest step that fits is \(largest)"
        case .stepTooSmall(let step, let points):
            "a step of \(step) asks for \(points) grid points, more than can be counted"
        }
    }
}
