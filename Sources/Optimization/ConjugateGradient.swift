/// Minimises a smooth function by the nonlinear conjugate gradient of Polak and Ribière.
///
///     p₀ = −g₀
///     x_{k+1} = x_k + α_k·p_k                                  α_k by line search
///     β_{k+1} = max(0, g_{k+1}ᵀ(g_{k+1} − g_k) / g_kᵀg_k)
///     p_{k+1} = −g_{k+1} + β_{k+1}·p_k
///
/// β = 0 resets the direction to steepest descent. A step is accepted only if the next direction descends,
/// p_{k+1}ᵀg_{k+1} ≤ −0.01·‖g_{k+1}‖², or if its gradient meets the tolerance. The line search is `MoreThuenteSearch`,
/// followed by `ZoomSearch` if that fails. If both fail, the search restarts along −g.
///
/// These are the choices of SciPy's `fmin_cg`. The first iterates agree with SciPy's to ten digits or more. Later ones
/// diverge, since rounding errors grow along the path.
///
/// Reference: J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., section 5.2, equations 5.44 and 5.45.
public struct ConjugateGradient: Minimizer, Hashable {
    /// The maximum norm of the gradient at which the minimisation has converged; 0 or greater.
    public var gradientTolerance: Double
    /// The maximum number of iterations; 0 or greater. Defaults to 200 per parameter.
    public var iterationLimit: Int?
    /// The conditions on a step length.
    public var conditions: WolfeConditions

    /// Creates the algorithm from its settings.
    public init(
        gradientTolerance: Double = 1e-5, iterationLimit: Int? = nil, conditions: WolfeConditions = WolfeConditions()
    ) {
        self.gradientTolerance = gradientTolerance
        self.iterationLimit = iterationLimit
        self.conditions = conditions
    }

    public func minimize<O: Objective>(
        _ objective: O, from start: [Double], observing observer: (Iterate) -> Bool
    ) -> Minimum {
        Descent(gradientTolerance: gradientTolerance, iterationLimit: iterationLimit, conditions: conditions)
            .minimize(objective, from: start, rule: PolakRibiere(), observing: observer)
    }
}
