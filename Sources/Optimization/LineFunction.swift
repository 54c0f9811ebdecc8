/// A function φ of the step length along a search direction.
protocol LineFunction {
    /// Evaluates φ and φ′ at step length `step`, which is the current trial until the next evaluation.
    mutating func evaluate(at step: Double) -> LinePoint

    /// Returns true if the current trial, which meets the strong Wolfe conditions, is accepted.
    mutating func acceptsTrial() -> Bool
}
