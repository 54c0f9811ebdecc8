/// An objective along the current search direction, with the trial of the line search and the direction that would follow.
///
/// All memory is taken at the start; an evaluation takes none.
struct ConjugateLine<O: Objective>: LineFunction {
    private var objective: O
    private let gradientTolerance: Double

    /// The current iterate.
    private(set) var parameters: [Double]
    private(set) var value: Double
    private(set) var gradient: [Double]
    /// The greatest absolute component of the gradient; not a number where one component is none.
    private(set) var gradientNorm: Double
    private(set) var evaluations = 1

    private var direction: [Double]
    private var slope: Double
    private var trial = LinePoint(step: 0, value: 0, slope: 0)
    private var trialParameters: [Double]
    private var trialGradient: [Double]
    private var trialDirection: [Double]
    private var trialDirectionSlope = 0.0

    init(objective: O, start: [Double], gradientTolerance: Double) {
        self.objective = objective
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

    /// Step length 0.
    var origin: LinePoint { LinePoint(step: 0, value: value, slope: slope) }

    mutating func evaluate(at step: Double) -> LinePoint {
        for index in parameters.indices {
            trialParameters[index] = parameters[index] + step * direction[index]
        }
        let value = objective.evaluate(at: trialParameters, gradient: &trialGradient)
        evaluations += 1
        trial = LinePoint(step: step, value: value, slope: dot(trialGradient, direction))
        return trial
    }

    /// Whether the direction that follows the trial descends, or the trial already meets the tolerance.
    mutating func acceptsTrial() -> Bool {
        turnDirection()
        return maximumNorm(trialGradient) <= gradientTolerance
            || trialDirectionSlope <= -0.01 * dot(trialGradient, trialGradient)
    }

    /// The direction of Polak and Ribière that follows the trial.
    private mutating func turnDirection() {
        var numerator = 0.0
        for index in gradient.indices {
            numerator += trialGradient[index] * (trialGradient[index] - gradient[index])
        }
        let beta = max(0, numerator / dot(gradient, gradient))
        for index in gradient.indices {
            trialDirection[index] = beta * direction[index] - trialGradient[index]
        }
        trialDirectionSlope = dot(trialGradient, trialDirection)
    }

    /// Moves to the trial, which has been accepted.
    mutating func advance() {
        swap(&parameters, &trialParameters)
        swap(&gradient, &trialGradient)
        swap(&direction, &trialDirection)
        value = trial.value
        slope = trialDirectionSlope
        gradientNorm = maximumNorm(gradient)
    }
}

/// aᵀb, summed in the order of the components.
func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
}

/// max |aᵢ|; not a number where one component is none.
func maximumNorm(_ a: [Double]) -> Double {
    var norm = 0.0
    for component in a where !(abs(component) <= norm) {
        norm = abs(component)
        if norm.isNaN { break }
    }
    return norm
}
