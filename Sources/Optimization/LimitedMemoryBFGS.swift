/// Minimises a smooth function by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno.
///
/// It usually needs a fraction of the evaluations of `ConjugateGradient`, and may find another local minimum. The
/// curvature constant defaults to that of L-BFGS-B, 0.9.
///
/// The function may have kinks: there the line search accepts the weak Wolfe conditions, and the minimisation ends as
/// `.valueConverged` if no step decreases the value by more than 64 units in its last place.
///
/// References: J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., section 7.2; A. S. Lewis, M. L. Overton,
/// *Nonsmooth optimization via quasi-Newton methods*, Mathematical Programming 141 (2013), 135–163.
public struct LimitedMemoryBFGS: Minimizer, Hashable {
    /// The maximum norm of the gradient at which the minimisation has converged; 0 or greater.
    public var gradientTolerance: Double
    /// The maximum number of iterations; 0 or greater. Defaults to 200 per parameter.
    public var iterationLimit: Int?
    /// The maximum number of stored steps; 1 or greater.
    public var history: Int
    /// The conditions on a step length.
    public var conditions: WolfeConditions

    /// Creates the algorithm from its settings.
    ///
    /// - Precondition: `history` is 1 or greater.
    public init(
        gradientTolerance: Double = 1e-5, iterationLimit: Int? = nil, history: Int = 10,
        conditions: WolfeConditions = WolfeConditions(curvature: 0.9)
    ) {
        precondition(history >= 1, "the history must be 1 or greater")
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
