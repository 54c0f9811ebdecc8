import Foundation
import Testing

@testable import Optimization

/// An objective that counts the calls of all its copies.
struct TestObjective: Objective {
    let parameterCount: Int
    private let function: ([Double]) -> (Double, [Double])
    private let counter = Counter()

    private final class Counter {
        var count = 0
    }

    init(parameterCount: Int, _ function: @escaping ([Double]) -> (Double, [Double])) {
        self.parameterCount = parameterCount
        self.function = function
    }

    var callCount: Int { counter.count }

    func evaluate(at parameters: [Double], gradient: inout [Double]) -> Double {
        counter.count += 1
        let value: Double
        (value, gradient) = function(parameters)
        return value
    }
}

extension TestObjective {
    /// A function of the literature and its standard start.
    struct Problem: CustomTestStringConvertible, Sendable {
        let name: String
        let start: [Double]

        var objective: TestObjective {
            TestObjective(parameterCount: start.count, functions[name] ?? { _ in (.nan, []) })
        }
        var testDescription: String { "\(name) from \(start)" }
    }

    /// J. J. Moré, B. S. Garbow, K. E. Hillstrom, *Testing unconstrained optimization software*, ACM TOMS 7 (1981).
    static let literature = [
        Problem(name: "rosenbrock", start: [-1.2, 1]), Problem(name: "rosenbrock", start: [2, -3, 0.5]),
        Problem(name: "quadratic", start: [3, -2, 5, 10]), Problem(name: "beale", start: [1, 1]),
        Problem(name: "powell_singular", start: [3, -1, 0, 1]), Problem(name: "wood", start: [-3, -1, -3, -1]),
        Problem(name: "freudenstein_roth", start: [0.5, -2]),
    ]

    static func named(_ name: String, _ parameterCount: Int) throws -> TestObjective {
        TestObjective(parameterCount: parameterCount, try #require(functions[name], "there is no function \(name)"))
    }

    /// 1 + Σ (i + 1)·|xᵢ|, whose gradient is never small.
    static func raisedKink(_ parameterCount: Int) -> TestObjective {
        TestObjective(parameterCount: parameterCount) { x in
            let (value, gradient) = kink(x)
            return (1 + value, gradient)
        }
    }

    /// Start of Mancino's function: −8.710996·10⁻⁴ times its residuals at 0.
    static func mancinoStart(_ parameterCount: Int) -> [Double] {
        mancinoResiduals(Array(repeating: 0, count: parameterCount)).residuals.map { -8.710996e-4 * $0 }
    }

    /// Written as in `Scripts/oracles/optimization.py`, operation by operation.
    private static var functions: [String: ([Double]) -> (Double, [Double])] {
        [
            "rosenbrock": rosenbrock, "quadratic": quadratic, "beale": beale, "powell_singular": powellSingular,
            "wood": wood, "freudenstein_roth": freudensteinRoth, "brown_badly_scaled": brownBadlyScaled, "kink": kink,
            "mancino": mancino, "linear": { x in (x[0] + 2 * x[1], [1, 2]) },
        ]
    }
}

private func rosenbrock(_ x: [Double]) -> (Double, [Double]) {
    var value = 0.0
    var gradient = Array(repeating: 0.0, count: x.count)
    for i in 0..<x.count - 1 {
        let rise = x[i + 1] - x[i] * x[i]
        let rest = 1 - x[i]
        value += 100 * (rise * rise) + rest * rest
        gradient[i] += -400 * x[i] * rise - 2 * rest
        gradient[i + 1] += 200 * rise
    }
    return (value, gradient)
}

private func quadratic(_ x: [Double]) -> (Double, [Double]) {
    let total = x.reduce(0, +)
    var value = total * total / 2
    var gradient: [Double] = []
    for (i, each) in x.enumerated() {
        value += Double(i + 1) * ((each - 1) * (each - 1)) / 2
        gradient.append(Double(i + 1) * (each - 1) + total)
    }
    return (value, gradient)
}

private func beale(_ x: [Double]) -> (Double, [Double]) {
    var value = 0.0
    var gradient = [0.0, 0.0]
    var (power, below) = (x[1], 1.0)
    for (i, constant) in [1.5, 2.25, 2.625].enumerated() {
        let residual = constant - x[0] * (1 - power)
        value += residual * residual
        gradient[0] += -2 * residual * (1 - power)
        gradient[1] += 2 * residual * x[0] * Double(i + 1) * below
        (power, below) = (power * x[1], power)
    }
    return (value, gradient)
}

private func powellSingular(_ x: [Double]) -> (Double, [Double]) {
    let (a, b, c, d) = (x[0] + 10 * x[1], x[2] - x[3], x[1] - 2 * x[2], x[0] - x[3])
    let value = a * a + 5 * (b * b) + (c * c) * (c * c) + 10 * ((d * d) * (d * d))
    let (c3, d3) = (c * c * c, d * d * d)
    return (value, [2 * a + 40 * d3, 20 * a + 4 * c3, 10 * b - 8 * c3, -10 * b - 40 * d3])
}

private func wood(_ x: [Double]) -> (Double, [Double]) {
    let (a, b, c, d) = (x[1] - x[0] * x[0], 1 - x[0], x[3] - x[2] * x[2], 1 - x[2])
    let (e, f) = (x[1] + x[3] - 2, x[1] - x[3])
    let valley = 100 * (a * a) + b * b + 90 * (c * c) + d * d
    return (
        valley + 10 * (e * e) + f * f / 10,
        [
            -400 * x[0] * a - 2 * b, 200 * a + 20 * e + f / 5, -360 * x[2] * c - 2 * d, 180 * c + 20 * e - f / 5,
        ]
    )
}

private func freudensteinRoth(_ x: [Double]) -> (Double, [Double]) {
    let a = -13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1]
    let b = -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]
    let slopeA = (10 - 3 * x[1]) * x[1] - 2
    let slopeB = (3 * x[1] + 2) * x[1] - 14
    return (a * a + b * b, [2 * a + 2 * b, 2 * a * slopeA + 2 * b * slopeB])
}

private func brownBadlyScaled(_ x: [Double]) -> (Double, [Double]) {
    let (a, b, c) = (x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2)
    return (a * a + b * b + c * c, [2 * a + 2 * c * x[1], 2 * b + 2 * c * x[0]])
}

private func kink(_ x: [Double]) -> (Double, [Double]) {
    var value = 0.0
    var gradient: [Double] = []
    for (i, each) in x.enumerated() {
        value += Double(i + 1) * abs(each)
        gradient.append(each >= 0 ? Double(i + 1) : -Double(i + 1))
    }
    return (value, gradient)
}

/// Σ rᵢ² with rᵢ = 1400·xᵢ + (i − 50)³ + Σⱼ v·(sin⁵ log v + cos⁵ log v), v = √(xᵢ² + i/j).
///
/// Number 21 of J. J. Moré, S. M. Wild, *Benchmarking derivative-free optimization algorithms*, SIAM J. Optim. 20 (2009).
private func mancino(_ x: [Double]) -> (Double, [Double]) {
    let (residuals, slopes) = mancinoResiduals(x)
    return (dot(residuals, residuals), zip(residuals, slopes).map { 2 * $0 * $1 })
}

/// The residuals, of which each depends on its own parameter alone, and their derivatives.
private func mancinoResiduals(_ x: [Double]) -> (residuals: [Double], slopes: [Double]) {
    var residuals: [Double] = []
    var slopes: [Double] = []
    for i in 1...x.count {
        let shift = Double(i - 50)
        var residual = 1400 * x[i - 1] + shift * shift * shift
        var slope = 1400.0
        for j in 1...x.count {
            let v = (x[i - 1] * x[i - 1] + Double(i) / Double(j)).squareRoot()
            let (s, c) = (sin(log(v)), cos(log(v)))
            let (s4, c4) = (s * s * s * s, c * c * c * c)
            residual += v * (s4 * s + c4 * c)
            slope += x[i - 1] / v * (s4 * s + c4 * c + 5 * (s4 * c - c4 * s))
        }
        residuals.append(residual)
        slopes.append(slope)
    }
    return (residuals, slopes)
}
