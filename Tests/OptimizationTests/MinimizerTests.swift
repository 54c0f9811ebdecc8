import Testing

@testable import Optimization

/// The minimisers, which share these tests.
enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case conjugateGradient
    case limitedMemoryBFGS

    var testDescription: String { rawValue }

    /// As in SciPy's `fmin_cg` and L-BFGS-B.
    var conditions: WolfeConditions { WolfeConditions(curvature: self == .conjugateGradient ? 0.4 : 0.9) }

    func minimizer(tolerance: Double = 1e-5, limit: Int? = nil) -> any Minimizer {
        switch self {
        case .conjugateGradient: ConjugateGradient(gradientTolerance: tolerance, iterationLimit: limit)
        case .limitedMemoryBFGS: LimitedMemoryBFGS(gradientTolerance: tolerance, iterationLimit: limit)
        }
    }
}

@Suite("Minimisers")
struct MinimizerTests {
    @Test(
        "Every step meets the strong Wolfe conditions and decreases the value", arguments: Kind.allCases,
        TestObjective.literature
    )
    func wolfeConditions(kind: Kind, problem: TestObjective.Problem) throws {
        let conditions = kind.conditions
        let objective = problem.objective
        var gradient = problem.start
        var x = problem.start
        var value = objective.evaluate(at: x, gradient: &gradient)
        for limit in 1...25 {
            let minimum = kind.minimizer(limit: limit).minimize(problem.objective, from: problem.start)
            guard minimum.iterations == limit else { break }
            // α·p = x′ − x, so α·φ′ = gᵀ(x′ − x) at either end.
            let step = zip(minimum.parameters, x).map { $0 - $1 }
            let slope = dot(gradient, step)
            x = minimum.parameters
            let next = objective.evaluate(at: x, gradient: &gradient)
            #expect(next == minimum.value)
            #expect(next < value)
            #expect(next <= value + conditions.sufficientDecrease * slope * (1 - 1e-9))
            #expect(abs(dot(gradient, step)) <= conditions.curvature * -slope * (1 + 1e-6))
            value = next
        }
    }

    @Test(
        "The number of evaluations is the number of calls of the objective, including the first",
        arguments: Kind.allCases,
        TestObjective.literature)
    func evaluationCount(kind: Kind, problem: TestObjective.Problem) {
        for limit in [0, 1, 5, 1000] {
            let objective = problem.objective
            let minimum = kind.minimizer(limit: limit).minimize(objective, from: problem.start)
            #expect(minimum.evaluations == objective.callCount)
        }
    }

    @Test(
        "Value and gradient norm of the result are those at its parameters", arguments: Kind.allCases,
        TestObjective.literature)
    func consistent(kind: Kind, problem: TestObjective.Problem) {
        for limit in [0, 3, 1000] {
            let minimum = kind.minimizer(limit: limit).minimize(problem.objective, from: problem.start)
            let objective = problem.objective
            var gradient = problem.start
            #expect(objective.evaluate(at: minimum.parameters, gradient: &gradient) == minimum.value)
            #expect(gradient.map { abs($0) }.max() == minimum.gradientNorm)
        }
    }

    @Test("A start at the minimum converges after one evaluation", arguments: Kind.allCases)
    func startAtMinimum(kind: Kind) throws {
        let minimum = kind.minimizer().minimize(try TestObjective.named("rosenbrock", 2), from: [1, 1])
        #expect(minimum.termination == .converged)
        #expect(minimum.parameters == [1, 1])
        #expect((minimum.iterations, minimum.evaluations, minimum.value) == (0, 1, 0))
    }

    @Test("The iteration limit ends the search", arguments: Kind.allCases, [0, 1, 7])
    func iterationLimit(kind: Kind, limit: Int) throws {
        let start = [-1.2, 1.0]
        let minimum = kind.minimizer(limit: limit).minimize(
            try TestObjective.named("rosenbrock", 2), from: start)
        #expect(minimum.termination == .iterationLimit)
        #expect(minimum.iterations == limit)
        if limit == 0 { #expect(minimum.parameters == start && minimum.evaluations == 1) }
    }

    @Test("The iteration limit defaults to 200 per parameter", arguments: Kind.allCases)
    func standardLimit(kind: Kind) throws {
        let rosenbrock = try TestObjective.named("rosenbrock", 2)
        // No gradient is exactly 0, so with a tolerance of 0 only rounding or the limit ends the search.
        let minimum = kind.minimizer(tolerance: 0).minimize(rosenbrock, from: [-1.2, 1.0])
        #expect(minimum.iterations <= 400)
        #expect(minimum.value < 1e-12)
    }

    @Test("The observer sees every iterate, the start and the last one included", arguments: Kind.allCases)
    func observed(kind: Kind) throws {
        var iterates: [Iterate] = []
        let rosenbrock = try TestObjective.named("rosenbrock", 2)
        let minimum = kind.minimizer(limit: 6).minimize(rosenbrock, from: [-1.2, 1.0]) {
            iterates.append($0)
            return true
        }
        #expect(iterates.map(\.iteration) == [0, 1, 2, 3, 4, 5, 6])
        #expect(iterates[0] == Iterate(iteration: 0, value: 24.199999999999996, parameters: [-1.2, 1.0]))
        #expect(zip(iterates, iterates.dropFirst()).allSatisfy { $0.value > $1.value })
        #expect(iterates[6] == Iterate(iteration: 6, value: minimum.value, parameters: minimum.parameters))
        // Kept iterates change nothing.
        #expect(kind.minimizer(limit: 6).minimize(rosenbrock, from: [-1.2, 1.0]) == minimum)
    }

    @Test("The observer sees the last iterate too when the search converges", arguments: Kind.allCases)
    func observedToTheEnd(kind: Kind) throws {
        for start in [[-1.2, 1.0], [1.0, 1.0]] {
            var last: Iterate?
            let minimum = kind.minimizer().minimize(try TestObjective.named("rosenbrock", 2), from: start) {
                last = $0
                return true
            }
            #expect(minimum.termination == .converged)
            #expect(
                last
                    == Iterate(
                        iteration: minimum.iterations, value: minimum.value, parameters: minimum.parameters))
        }
    }

    @Test("Returning false interrupts the search, which keeps its last iterate", arguments: Kind.allCases, [0, 1, 4])
    func interrupted(kind: Kind, after count: Int) throws {
        let rosenbrock = try TestObjective.named("rosenbrock", 2)
        let minimum = kind.minimizer().minimize(rosenbrock, from: [-1.2, 1.0]) { $0.iteration < count }
        let limited = kind.minimizer(limit: count).minimize(
            try TestObjective.named("rosenbrock", 2), from: [-1.2, 1.0])
        #expect(minimum.termination == .interrupted)
        #expect(minimum.iterations == count)
        #expect(minimum.parameters == limited.parameters)
    }

    @Test("A search that has ended anyway is not interrupted", arguments: Kind.allCases)
    func endedAnyway(kind: Kind) throws {
        let minimum = kind.minimizer().minimize(try TestObjective.named("rosenbrock", 2), from: [1, 1]) { _ in false }
        #expect(minimum.termination == .converged)
    }

    @Test("The same search twice gives the same bits", arguments: Kind.allCases, TestObjective.literature)
    func repeatable(kind: Kind, problem: TestObjective.Problem) {
        let once = kind.minimizer().minimize(problem.objective, from: problem.start)
        #expect(kind.minimizer().minimize(problem.objective, from: problem.start) == once)
    }
}
