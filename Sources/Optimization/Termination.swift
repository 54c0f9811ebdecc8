/// The reason for the end of a minimisation.
public enum Termination: String, Hashable, Sendable {
    /// Every component of the gradient is within the tolerance.
    case converged
    /// The iteration limit was reached.
    case iterationLimit
    /// No step length along the search direction met the conditions, usually because of rounding.
    case lineSearchFailed
    /// The objective or its gradient is infinite or NaN.
    case nonFinite
    /// The caller stopped the minimisation.
    case interrupted
}
