import Testing

@testable import Optimization

@Suite("Conjugate gradient")
struct ConjugateGradientTests {
    @Test("The first iterates are those of SciPy's fmin_cg")
    func firstIterates() throws {
        for run in try ConjugateGradientFixture.load().runs {
            // Rounding errors grow along the path; on these functions they take about a digit per iteration.
            for (index, expected) in run.iterates.prefix(6).enumerated() {
                let search = ConjugateGradient(gradientTolerance: run.tolerance, iterationLimit: index + 1)
                let minimum = search.minimize(try TestObjective.named(run.function, run.start.count), from: run.start)
                guard run.function != "linear" else { continue }
                #expect(minimum.iterations == index + 1, "\(run.name)")
                let scale = expected.map { abs($0) }.max() ?? 1
                for (ours, theirs) in zip(minimum.parameters, expected) {
                    #expect(abs(ours - theirs) <= 1e-9 * scale, "\(run.name), iterate \(index + 1)")
                }
            }
        }
    }

    @Test("Where SciPy's fmin_cg finds a minimum, so does this, and the same one")
    func minima() throws {
        for run in try ConjugateGradientFixture.load().runs where run.warnFlag == 0 {
            let minimum = ConjugateGradient(gradientTolerance: run.tolerance, iterationLimit: run.maximumIterations)
                .minimize(try TestObjective.named(run.function, run.start.count), from: run.start)
            #expect(minimum.termination == .converged, "\(run.name)")
            #expect(minimum.gradientNorm <= run.tolerance, "\(run.name)")
            #expect(abs(minimum.value - run.finalValue) <= 1e-4 * max(1, abs(run.finalValue)), "\(run.name)")
            #expect(minimum.iterations <= 2 * run.iterations + 10, "\(run.name)")
        }
    }

    @Test(
        "Every step meets the strong Wolfe conditions, and the value falls with it", arguments: TestObjective.literature
    )
    func wolfeConditions(problem: TestObjective.Problem) throws {
        let conditions = WolfeConditions()
        let objective = problem.objective
        var gradient = problem.start
        var x = problem.start
        var value = objective.evaluate(at: x, gradient: &gradient)
        for limit in 1...25 {
            let minimum = ConjugateGradient(iterationLimit: limit).minimize(problem.objective, from: problem.start)
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

    @Test("The evaluations are the calls of the objective, the first included", arguments: TestObjective.literature)
    func evaluationCount(problem: TestObjective.Problem) {
        for limit in [0, 1, 5, 1000] {
            let objective = problem.objective
            let minimum = ConjugateGradient(iterationLimit: limit).minimize(objective, from: problem.start)
            #expect(minimum.evaluations == objective.callCount)
        }
    }

    @Test("Value and gradient norm of the minimum are those at its parameters", arguments: TestObjective.literature)
    func consistent(problem: TestObjective.Problem) {
        for limit in [0, 3, 1000] {
            let minimum = ConjugateGradient(iterationLimit: limit).minimize(problem.objective, from: problem.start)
            let objective = problem.objective
            var gradient = problem.start
            #expect(objective.evaluate(at: minimum.parameters, gradient: &gradient) == minimum.value)
            #expect(gradient.map { abs($0) }.max() == minimum.gradientNorm)
        }
    }

    @Test("A quadratic of n dimensions is at its minimum after about n steps", arguments: [1, 2, 5, 12])
    func quadratic(dimensions: Int) throws {
        let start = (0..<dimensions).map { Double($0 % 3) - 5 }
        let minimum = ConjugateGradient(gradientTolerance: 1e-8).minimize(
            try TestObjective.named("quadratic", dimensions), from: start)
        #expect(minimum.termination == .converged)
        #expect(minimum.iterations <= 3 * dimensions + 2)
    }

    @Test("A start at the minimum has converged after one evaluation")
    func startAtMinimum() throws {
        let minimum = ConjugateGradient().minimize(try TestObjective.named("rosenbrock", 2), from: [1, 1])
        #expect(minimum.termination == .converged)
        #expect(minimum.parameters == [1, 1])
        #expect((minimum.iterations, minimum.evaluations, minimum.value) == (0, 1, 0))
    }

    @Test("The iteration limit ends the search", arguments: [0, 1, 7])
    func iterationLimit(limit: Int) throws {
        let start = [-1.2, 1.0]
        let minimum = ConjugateGradient(iterationLimit: limit).minimize(
            try TestObjective.named("rosenbrock", 2), from: start)
        #expect(minimum.termination == .iterationLimit)
        #expect(minimum.iterations == limit)
        if limit == 0 { #expect(minimum.parameters == start && minimum.evaluations == 1) }
    }

    @Test("Without a limit of one's own it is 200 iterations per parameter")
    func standardLimit() throws {
        let rosenbrock = try TestObjective.named("rosenbrock", 2)
        // No gradient is exactly 0 on the way, so with a tolerance of 0 only rounding or the limit ends the search.
        let minimum = ConjugateGradient(gradientTolerance: 0).minimize(rosenbrock, from: [-1.2, 1.0])
        #expect(minimum.iterations <= 400)
        #expect(minimum.value < 1e-12)
    }

    @Test("Asked before every iteration, with the steps so far and the value, whether to go on")
    func askedBeforeEveryIteration() throws {
        var asked: [(Int, Double)] = []
        let minimum = ConjugateGradient(iterationLimit: 6).minimize(
            try TestObjective.named("rosenbrock", 2), from: [-1.2, 1.0]
        ) { iterations, value in
            asked.append((iterations, value))
            return true
        }
        #expect(asked.map(\.0) == [0, 1, 2, 3, 4, 5])
        #expect(asked.first?.1 == 24.199999999999996)
        #expect(zip(asked, asked.dropFirst()).allSatisfy { $0.1 > $1.1 })
        #expect(minimum.iterations == 6)
    }

    @Test("A no interrupts the search, which keeps what it has reached", arguments: [0, 1, 4])
    func interrupted(after count: Int) throws {
        let rosenbrock = try TestObjective.named("rosenbrock", 2)
        let minimum = ConjugateGradient().minimize(rosenbrock, from: [-1.2, 1.0]) { iterations, _ in iterations < count
        }
        let limited = ConjugateGradient(iterationLimit: count).minimize(
            try TestObjective.named("rosenbrock", 2), from: [-1.2, 1.0])
        #expect(minimum.termination == .interrupted)
        #expect(minimum.iterations == count)
        #expect(minimum.parameters == limited.parameters)
    }

    @Test("The same search twice gives the same bits", arguments: TestObjective.literature)
    func repeatable(problem: TestObjective.Problem) {
        let once = ConjugateGradient().minimize(problem.objective, from: problem.start)
        #expect(ConjugateGradient().minimize(problem.objective, from: problem.start) == once)
    }
}
