/// A function along a search direction, as a line search sees it.
protocol LineFunction {
    /// φ and φ′ at step length `step`; the trial is the function's current one until the next evaluation.
    mutating func evaluate(at step: Double) -> LinePoint

    /// Whether the current trial, which meets the strong Wolfe conditions, will do for what comes after the search.
    mutating func acceptsTrial() -> Bool
}
