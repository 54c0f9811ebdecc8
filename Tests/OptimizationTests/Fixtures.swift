import Foundation
import Testing

@testable import Optimization

/// Results of SciPy's `fmin_cg`, written by `Scripts/oracles/optimization.py`.
struct ConjugateGradientFixture: Decodable {
    let runs: [Run]

    struct Run: Decodable {
        let function: String
        let start: [Double]
        let tolerance: Double
        let maximumIterations: Int
        let startValue: Double
        /// After iterations 1 to 15.
        let iterates: [[Double]]
        let values: [Double]
        let final: [Double]
        let finalValue: Double
        let iterations: Int
        /// 0 for converged, 1 for the iteration limit, 2 for a failed line search.
        let warnFlag: Int

        var name: String { "\(function) from \(start), tolerance \(tolerance), at most \(maximumIterations)" }
    }

    static func load() throws -> ConjugateGradientFixture { try read("conjugate-gradient") }
}

/// Results of SciPy's line searches, written by the same script.
struct LineSearchFixture: Decodable {
    let moreThuente: [Search]
    let nocedalWright: [Search]

    struct Search: Decodable {
        let number: Int?
        let function: String
        let parameters: [String: Double]
        let sufficientDecrease: Double
        let curvature: Double
        let firstStep: Double
        let startValue: Double
        let startSlope: Double
        /// Nil if the search failed.
        let step: Double?
        /// Nil if the search failed, or if the step is a last doubling that was not evaluated.
        let slope: Double?
        let trials: [Trial]

        var name: String { "\(function) \(parameters), c₁ \(sufficientDecrease), first step \(firstStep)" }
        var conditions: WolfeConditions {
            // Some of the paper's problems have c₁ = c₂, which `WolfeConditions` does not allow.
            WolfeConditions(
                sufficientDecrease: sufficientDecrease, curvature: max(curvature, sufficientDecrease.nextUp))
        }
        var origin: LinePoint { LinePoint(step: 0, value: startValue, slope: startSlope) }
        var line: RecordedLine { RecordedLine(of: stepLengthFunction(function, parameters)) }
    }

    struct Trial: Decodable {
        let alpha: Double
        let value: Double?
        let slope: Double?
    }

    static func load() throws -> LineSearchFixture { try read("line-search") }
}

private func read<Fixture: Decodable>(_ name: String) throws -> Fixture {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
}

/// Returns true if two numbers agree within `tolerance`, relative to the larger magnitude.
func agree(_ a: Double, _ b: Double, within tolerance: Double) -> Bool {
    a == b || abs(a - b) <= tolerance * max(abs(a), abs(b))
}
