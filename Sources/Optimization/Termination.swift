/// Why a minimisation ended.
public enum Termination: String, Hashable, Sendable {
    /// Every component of the gradient is within the tolerance.
    case converged
    /// The iterations are used up.
    case iterationLimit
    /// No step length along the search direction met the conditions: rounding hides any further decrease.
    case lineSearchFailed
    /// The objective or its gradient is infinite or not a number.
    case nonFinite
    /// The caller's observer returned false.
    case interrupted
}
