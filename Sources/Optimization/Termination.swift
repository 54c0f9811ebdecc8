/// The reason for the end of a minimisation.
public enum Termination: String, CaseIterable, Hashable, Sendable {
    /// Every component of the gradient is within the tolerance.
    case converged
    /// The iteration limit was reached.
    case iterationLimit
    /// The value no longer decreases: neither a step along the search direction nor one along −g decreases it by more than
    /// 64 units in its last place. L-BFGS ends so at a kink, where no gradient is small.
    case valueConverged
    /// The same for the conjugate gradient, which a kink holds up before the minimum; or the objective is not finite
    /// close by, or does not match its gradient.
    case lineSearchFailed
    /// The objective or its gradient is infinite or NaN.
    case nonFinite
    /// The caller stopped the minimisation.
    case interrupted

    /// True if a minimum was found, by the gradient or by the value.
    public var isConverged: Bool { self == .converged || self == .valueConverged }
}
