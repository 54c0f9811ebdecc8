/// Minimises a smooth function by the nonlinear conjugate gradient of Polak and Ribière.
///
///     p₀ = −g₀
///     x_{k+1} = x_k + α_k·p_k                                  α_k by line search
///     β_{k+1} = max(0, g_{k+1}ᵀ(g_{k+1} − g_k) / g_kᵀg_k)
///     p_{k+1} = −g_{k+1} + β_{k+1}·p_k
///
/// The β clipped at 0 resets the direction to steepest descent. A step is taken only where the direction that follows
/// it descends, p_{k+1}ᵀg_{k+1} ≤ −0.01·‖g_{k+1}‖², or the gradient there already meets the tolerance.
/// `MoreThuenteSearch` looks for it first, `ZoomSearch` where that one fails.
///
/// These are the choices of SciPy's `fmin_cg`, and the first iterates agree with it to ten digits and more. Later ones
/// part, since every path of this kind multiplies rounding errors.
///
/// Reference: J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., section 5.2, equations 5.44 and 5.45.
public struct ConjugateGradient: Minimizer, Hashable {
    /// The search has converged where no component of the gradient is greater than this in absolute value.
    public var gradientTolerance: Double
    /// The greatest number of iterations; nil for 200 per parameter.
    public var iterationLimit: Int?
    /// When a step length is good enough.
    public var conditions: WolfeConditions

    /// Settings from their parts; tolerance and limit are 0 or greater, which `minimize` checks.
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
