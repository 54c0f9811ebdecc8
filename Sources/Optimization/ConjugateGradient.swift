/// Minimises a smooth function by the nonlinear conjugate gradient of Polak and Ribière.
///
///     p₀ = −g₀
///     x_{k+1} = x_k + α_k·p_k                                  α_k by line search
///     β_{k+1} = max(0, g_{k+1}ᵀ(g_{k+1} − g_k) / g_kᵀg_k)
///     p_{k+1} = −g_{k+1} + β_{k+1}·p_k
///
/// The β clipped at 0 resets the direction to steepest descent. A step is taken only where the direction that follows it
/// descends, p_{k+1}ᵀg_{k+1} ≤ −0.01·‖g_{k+1}‖², or the gradient there already meets the tolerance. `MoreThuenteSearch`
/// looks for it first, `ZoomSearch` where that one fails.
///
/// These are the choices of SciPy's `fmin_cg`, and the first iterates agree with it to ten digits and more. Later ones
/// part, since every path of this kind multiplies rounding errors.
///
/// Reference: J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., section 5.2, equations 5.44 and 5.45.
public struct ConjugateGradient: Hashable, Sendable {
    /// The search has converged where no component of the gradient is greater than this in absolute value.
    public var gradientTolerance: Double
    /// The greatest number of iterations; nil for 200 per parameter.
    public var iterationLimit: Int?
    public var conditions: WolfeConditions

    /// - Precondition: the tolerance is 0 or greater, and so is the limit.
    public init(
        gradientTolerance: Double = 1e-5, iterationLimit: Int? = nil, conditions: WolfeConditions = WolfeConditions()
    ) {
        precondition(gradientTolerance >= 0, "a tolerance is 0 or greater")
        precondition(iterationLimit ?? 0 >= 0, "a limit is 0 or greater")
        self.gradientTolerance = gradientTolerance
        self.iterationLimit = iterationLimit
        self.conditions = conditions
    }

    /// Finds a local minimum of `objective` downhill from `start`.
    ///
    /// - Parameters:
    ///   - start: the first parameters; as many as the objective has.
    ///   - shouldContinue: asked before every iteration, with the number of steps taken so far and the value reached.
    public func minimize<O: Objective>(
        _ objective: O, from start: [Double],
        while shouldContinue: (_ iterations: Int, _ value: Double) -> Bool = { _, _ in true }
    ) -> Minimum {
        precondition(start.count == objective.parameterCount, "there is one start value per parameter")
        let limit = iterationLimit ?? 200 * start.count
        var line = ConjugateLine(objective: objective, start: start, gradientTolerance: gradientTolerance)
        // `fmin_cg` acts as if a step before the first had won half of the gradient's length.
        var valueBefore = line.value + dot(line.gradient, line.gradient).squareRoot() / 2
        var iterations = 0

        func minimum(_ termination: Termination) -> Minimum {
            Minimum(
                parameters: line.parameters, value: line.value, gradientNorm: line.gradientNorm,
                iterations: iterations, evaluations: line.evaluations, termination: termination)
        }

        while line.gradientNorm > gradientTolerance {
            guard line.value.isFinite && line.gradientNorm.isFinite else { return minimum(.nonFinite) }
            guard iterations < limit else { return minimum(.iterationLimit) }
            guard shouldContinue(iterations, line.value) else { return minimum(.interrupted) }
            let value = line.value
            guard findStep(along: &line, valueBefore: valueBefore) else { return minimum(.lineSearchFailed) }
            line.advance()
            valueBefore = value
            iterations += 1
        }
        return minimum(line.value.isFinite && line.gradientNorm.isFinite ? .converged : .nonFinite)
    }

    /// Leaves `line` at a trial to step to; false where there is none.
    private func findStep<O: Objective>(along line: inout ConjugateLine<O>, valueBefore: Double) -> Bool {
        let origin = line.origin
        let firstStep = firstStep(from: origin, valueBefore: valueBefore)
        let search = MoreThuenteSearch(conditions: conditions)
        if search.search(&line, from: origin, firstStep: firstStep) != nil && line.acceptsTrial() { return true }
        let fallback = ZoomSearch(conditions: conditions)
        return fallback.search(&line, from: origin, firstStep: firstStep) != nil
    }

    /// A first trial that would win twice what the step before won, if the function were linear; at most 1.
    private func firstStep(from origin: LinePoint, valueBefore: Double) -> Double {
        let step = 2.02 * (origin.value - valueBefore) / origin.slope
        return step < 0 ? 1 : min(1, step)
    }
}
