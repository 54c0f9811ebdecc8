/// Minimises a smooth function by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno.
///
/// Mostly needs a fraction of the evaluations of `ConjugateGradient`, and may end in another minimum. The line search,
/// the stopping rule and the report are the same.
///
/// Reference: J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., section 7.2.
public struct LimitedMemoryBFGS: Minimizer, Hashable {
    /// The search has converged where no component of the gradient is greater than this in absolute value.
    public var gradientTolerance: Double
    /// The greatest number of iterations; nil for 200 per parameter.
    public var iterationLimit: Int?
    /// How many steps the estimate of the curvature is made from; 1 or more.
    public var history: Int
    /// When a step length is good enough.
    public var conditions: WolfeConditions

    /// Settings from their parts; tolerance and limit are 0 or greater, which `minimize` checks.
    ///
    /// - Precondition: the history is 1 or more.
    public init(
        gradientTolerance: Double = 1e-5, iterationLimit: Int? = nil, history: Int = 10,
        conditions: WolfeConditions = WolfeConditions()
    ) {
        precondition(history >= 1, "a history has a step")
        self.gradientTolerance = gradientTolerance
        self.iterationLimit = iterationLimit
        self.history = history
        self.conditions = conditions
    }

    public func minimize<O: Objective>(
        _ objective: O, from start: [Double], observing observer: (Iterate) -> Bool
    ) -> Minimum {
        Descent(gradientTolerance: gradientTolerance, iterationLimit: iterationLimit, conditions: conditions)
            .minimize(
                objective, from: start, rule: LimitedMemory(capacity: history, parameterCount: start.count),
                observing: observer)
    }
}
