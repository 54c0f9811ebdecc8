import Testing

@testable import Optimization

@Suite("Limited-memory BFGS")
struct LimitedMemoryBFGSTests {
    @Test("It finds a minimum of every test function", arguments: TestObjective.literature)
    func minima(problem: TestObjective.Problem) {
        let minimum = LimitedMemoryBFGS(iterationLimit: 2000)
            .minimize(problem.objective, from: problem.start)
        #expect(minimum.termination == .converged)
        #expect(minimum.gradientNorm <= 1e-5)
    }

    @Test("It needs fewer evaluations than the conjugate gradient in a long valley")
    func fewerEvaluations() throws {
        let start = [-1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1]
        let rosenbrock = try TestObjective.named("rosenbrock", 10)
        let newton = LimitedMemoryBFGS().minimize(rosenbrock, from: start)
        let conjugate = ConjugateGradient().minimize(rosenbrock, from: start)
        #expect(newton.termination == .converged)
        #expect(newton.evaluations < conjugate.evaluations)
    }

    @Test("With a history of at least the dimension, a quadratic takes few steps", arguments: [1, 2, 5, 12])
    func quadratic(dimensions: Int) throws {
        let start = (0..<dimensions).map { Double($0 % 3) - 5 }
        let minimum = LimitedMemoryBFGS(gradientTolerance: 1e-8, history: 12).minimize(
            try TestObjective.named("quadratic", dimensions), from: start)
        // In twelve dimensions rounding ends the decrease at a gradient just above the tolerance.
        #expect(minimum.termination.isConverged && minimum.gradientNorm <= 3e-8)
        #expect(minimum.iterations <= 4 * dimensions + 4)
    }

    @Test("The direction equals that of the dense BFGS formula", arguments: [1, 2, 3, 5])
    func denseFormula(stepCount: Int) {
        // Steps on a fixed quadratic f = ½·xᵀA·x, so that each change of the gradient is A·s.
        let curvatures = [1.0, 4.0, 9.0, 25.0]
        let steps: [[Double]] = (0..<stepCount).map { step in
            let remainders = (0..<4).map { (3 * step + 5 * $0) % 7 }
            return remainders.map { Double($0) - 2.5 }
        }
        var rule = LimitedMemory(capacity: 10, parameterCount: 4)
        var direction = [Double](repeating: 0, count: 4)
        var inverse = identity(scale: 1)
        var gradient = [1.0, -2.0, 0.5, 3.0]
        var pairs: [(s: [Double], y: [Double])] = []
        for step in steps {
            let change = zip(curvatures, step).map { $0 * $1 }
            let next = zip(gradient, change).map { $0 + $1 }
            // A step length of ½ along 2·s is the step s.
            rule.turn(
                after: Step(length: 0.5, direction: step.map { 2 * $0 }, gradient: gradient, nextGradient: next),
                into: &direction)
            pairs.append((step, change))
            inverse = identity(scale: dot(step, change) / dot(change, change))
            for pair in pairs { inverse = updated(inverse, by: pair) }
            gradient = next
        }
        for (row, ours) in zip(inverse, direction) {
            #expect(abs(ours + dot(row, gradient)) <= 1e-9 * maximumNorm(direction))
        }
    }

    @Test("A step without positive curvature is not stored")
    func negativeCurvature() {
        var rule = LimitedMemory(capacity: 3, parameterCount: 2)
        var direction = [0.0, 0.0]
        rule.turn(
            after: Step(length: 1, direction: [1, 0], gradient: [1, 2], nextGradient: [0.5, 2]), into: &direction)
        #expect(direction == [-0.5, -2])
        // Without a stored step, the first step has length 1.
        #expect(rule.firstStep(from: LinePoint(step: 0, value: 0, slope: -4), valueBefore: 0) == 0.5)
    }

    @Test("It finds a minimum at a kink, where no gradient is small", arguments: 1...6)
    func kink(dimensions: Int) {
        let start = (0..<dimensions).map { 1 - 0.3 * Double($0) }
        let minimum = LimitedMemoryBFGS().minimize(TestObjective.raisedKink(dimensions), from: start)
        #expect(minimum.termination == .valueConverged)
        #expect(minimum.value <= 1 + 1e-9 && minimum.gradientNorm >= 1)
    }

    private func identity(scale: Double) -> [[Double]] {
        (0..<4).map { row in (0..<4).map { $0 == row ? scale : 0 } }
    }

    /// Nocedal & Wright, equation 6.17: H⁺ = (I − ρ·s·yᵀ)·H·(I − ρ·y·sᵀ) + ρ·s·sᵀ.
    private func updated(_ h: [[Double]], by pair: (s: [Double], y: [Double])) -> [[Double]] {
        let rho = 1 / dot(pair.s, pair.y)
        let hy = h.map { dot($0, pair.y) }
        let yhy = dot(pair.y, hy)
        return (0..<4).map { row in
            (0..<4).map { column in
                let cross = hy[row] * pair.s[column] + pair.s[row] * hy[column]
                return h[row][column] - rho * cross + (rho * rho * yhy + rho) * pair.s[row] * pair.s[column]
            }
        }
    }
}
