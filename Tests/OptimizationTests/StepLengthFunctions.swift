import Foundation

@testable import Optimization

/// A function of the step length: value and slope.
typealias StepLengthFunction = @Sendable (_ alpha: Double) -> (value: Double, slope: Double)

/// A function that records its trials, and accepts them if `accepts` returns true.
struct RecordedLine: LineFunction {
    private let function: StepLengthFunction
    private let accepts: @Sendable (LinePoint) -> Bool
    private(set) var trials: [LinePoint] = []

    init(of function: @escaping StepLengthFunction, accepts: @escaping @Sendable (LinePoint) -> Bool = { _ in true }) {
        self.function = function
        self.accepts = accepts
    }

    var origin: LinePoint {
        let (value, slope) = function(0)
        return LinePoint(step: 0, value: value, slope: slope)
    }

    mutating func evaluate(at step: Double) -> LinePoint {
        let (value, slope) = function(step)
        trials.append(LinePoint(step: step, value: value, slope: slope))
        return trials[trials.count - 1]
    }

    mutating func acceptsTrial() -> Bool {
        trials.last.map(accepts) ?? false
    }
}

/// The functions of `Scripts/oracles/optimization.py`, the first four from section 5 of Moré and Thuente's
/// paper.
func stepLengthFunction(_ name: String, _ parameters: [String: Double]) -> StepLengthFunction {
    func parameter(_ name: String) -> Double { parameters[name] ?? .nan }
    switch name {
    case "ratio": return ratio(beta: parameter("beta"))
    case "quintic": return quintic(beta: parameter("beta"))
    case "oscillating": return oscillating(beta: parameter("beta"), l: parameter("l"))
    case "yanai": return yanai(beta1: parameter("beta1"), beta2: parameter("beta2"))
    case "falling": return { (-$0, -1) }
    case "bent": return { (abs($0 - 1), $0 < 1 ? -1 : 1) }
    default: return { _ in (.nan, .nan) }
    }
}

/// −α / (α² + β)
func ratio(beta: Double) -> StepLengthFunction {
    { alpha in
        let below = alpha * alpha + beta
        return (-alpha / below, (alpha * alpha - beta) / (below * below))
    }
}

/// (α + β)⁵ − 2·(α + β)⁴
func quintic(beta: Double) -> StepLengthFunction {
    { alpha in
        let t = alpha + beta
        let t3 = t * t * t
        return (t3 * t * t - 2 * (t3 * t), 5 * (t3 * t) - 8 * t3)
    }
}

/// φ₀(α) + 2·(1 − β) / (l·π) · sin(l·π·α / 2), with φ₀ = |α − 1|, rounded off for |α − 1| < β.
func oscillating(beta: Double, l: Double) -> StepLengthFunction {
    { alpha in
        let value: Double
        let slope: Double
        if alpha <= 1 - beta {
            (value, slope) = (1 - alpha, -1)
        } else if alpha >= 1 + beta {
            (value, slope) = (alpha - 1, 1)
        } else {
            (value, slope) = ((alpha - 1) * (alpha - 1) / (2 * beta) + beta / 2, (alpha - 1) / beta)
        }
        let angle = l * Double.pi / 2 * alpha
        return (value + 2 * (1 - beta) / (l * Double.pi) * sin(angle), slope + (1 - beta) * cos(angle))
    }
}

/// γ(β₁)·√((1 − α)² + β₂²) + γ(β₂)·√(α² + β₁²), with γ(β) = √(1 + β²) − β
func yanai(beta1: Double, beta2: Double) -> StepLengthFunction {
    { alpha in
        let gamma1 = (1 + beta1 * beta1).squareRoot() - beta1
        let gamma2 = (1 + beta2 * beta2).squareRoot() - beta2
        let root1 = ((1 - alpha) * (1 - alpha) + beta2 * beta2).squareRoot()
        let root2 = (alpha * alpha + beta1 * beta1).squareRoot()
        return (gamma1 * root1 + gamma2 * root2, gamma1 * (alpha - 1) / root1 + gamma2 * alpha / root2)
    }
}

/// Moré and Thuente's six test problems: (number, function, μ, η).
let moreThuenteProblems: [(number: Int, function: StepLengthFunction, conditions: WolfeConditions)] = [
    (1, ratio(beta: 2), WolfeConditions(sufficientDecrease: 0.001, curvature: 0.1)),
    // The paper has μ = η = 0.1 for these two, which `WolfeConditions` does not allow.
    (2, quintic(beta: 0.004), WolfeConditions(sufficientDecrease: 0.1, curvature: (0.1).nextUp)),
    (3, oscillating(beta: 0.01, l: 39), WolfeConditions(sufficientDecrease: 0.1, curvature: (0.1).nextUp)),
    (4, yanai(beta1: 0.001, beta2: 0.001), WolfeConditions(sufficientDecrease: 0.001, curvature: (0.001).nextUp)),
    (5, yanai(beta1: 0.01, beta2: 0.001), WolfeConditions(sufficientDecrease: 0.001, curvature: (0.001).nextUp)),
    (6, yanai(beta1: 0.001, beta2: 0.01), WolfeConditions(sufficientDecrease: 0.001, curvature: (0.001).nextUp)),
]
