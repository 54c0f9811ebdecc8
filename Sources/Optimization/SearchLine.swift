/// An objective along the current search direction, with the current trial and the direction that would follow it.
///
/// All memory is allocated by the initialiser.
struct SearchLine<O: Objective, Rule: DirectionRule>: LineFunction {
    private var objective: O
    private var rule: Rule
    private let gradientTolerance: Double

    /// The current iterate.
    private(set) var parameters: [Double]
    private(set) var value: Double
    private(set) var gradient: [Double]
    /// The maximum norm of the gradient; NaN if a component is NaN.
    private(set) var gradientNorm: Double
    private(set) var evaluations = 1

    private var direction: [Double]
    private var slope: Double
    private(set) var trial = LinePoint(step: 0, value: 0, slope: 0)
    private var trialParameters: [Double]
    private var trialGradient: [Double]
    private var trialDirection: [Double]
    /// True if `trialDirection` is the direction after the current trial.
    private var hasTurned = false

    init(objective: O, rule: Rule, start: [Double], gradientTolerance: Double) {
        self.objective = objective
        self.rule = rule
        self.gradientTolerance = gradientTolerance
        parameters = start
        gradient = Array(repeating: 0, count: start.count)
        value = self.objective.evaluate(at: parameters, gradient: &gradient)
        gradientNorm = maximumNorm(gradient)
        direction = gradient.map { -$0 }
        slope = dot(gradient, direction)
        trialParameters = start
        trialGradient = gradient
        trialDirection = direction
    }

    var crossesKinks: Bool { rule.crossesKinks }
    /// Step length 0.
    var origin: LinePoint { LinePoint(step: 0, value: value, slope: slope) }

    func firstStep(valueBefore: Double) -> Double {
        rule.firstStep(from: origin, valueBefore: valueBefore)
    }

    mutating func evaluate(at step: Double) -> LinePoint {
        write(parameters, plus: step, times: direction, to: &trialParameters)
        let value = objective.evaluate(at: trialParameters, gradient: &trialGradient)
        evaluations += 1
        hasTurned = false
        trial = LinePoint(step: step, value: value, slope: dot(trialGradient, direction))
        return trial
    }

    /// Returns true if the direction after the trial meets the descent condition of the rule, or if the trial meets the
    /// gradient tolerance.
    mutating func acceptsTrial() -> Bool {
        guard let leastDescent = rule.leastDescent else { return true }
        turn()
        return maximumNorm(trialGradient) <= gradientTolerance
            || dot(trialGradient, trialDirection) <= -leastDescent * dot(trialGradient, trialGradient)
    }

    /// Moves to the accepted trial.
    mutating func advance() {
        if !hasTurned { turn() }
        swap(&parameters, &trialParameters)
        swap(&gradient, &trialGradient)
        swap(&direction, &trialDirection)
        value = trial.value
        slope = dot(gradient, direction)
        gradientNorm = maximumNorm(gradient)
    }

    /// Resets to steepest descent.
    mutating func reset() {
        rule.reset()
        for index in gradient.indices { direction[index] = -gradient[index] }
        slope = dot(gradient, direction)
    }

    private mutating func turn() {
        let step = Step(
            length: trial.step, direction: direction, gradient: gradient, nextGradient: trialGradient)
        rule.turn(after: step, into: &trialDirection)
        hasTurned = true
    }
}
