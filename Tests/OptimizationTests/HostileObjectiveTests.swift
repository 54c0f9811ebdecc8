import Testing

@testable import Optimization

@Suite("Hostile objectives")
struct HostileObjectiveTests {
    @Test("A value or gradient that is not finite at the start is reported")
    func notFiniteAtTheStart() {
        for value in [.nan, .infinity, -.infinity] as [Double] {
            let minimum = minimize { _ in (value, [1, 1]) }
            #expect(minimum.termination == .nonFinite, "value \(value)")
            #expect((minimum.iterations, minimum.evaluations) == (0, 1), "value \(value)")
            let flat = minimize { _ in (value, [0, 0]) }
            #expect(flat.termination == .nonFinite, "value \(value), gradient 0")
        }
        for component in [.nan, .infinity, -.infinity] as [Double] {
            for gradient in [[component, 1], [1, component], [0, component]] {
                let minimum = minimize { _ in (1, gradient) }
                #expect(minimum.termination == .nonFinite, "gradient \(gradient)")
                #expect((minimum.iterations, minimum.evaluations) == (0, 1), "gradient \(gradient)")
            }
        }
    }

    @Test("A value of −∞ ends the search")
    func pit() {
        let minimum = minimize(from: [3, 0]) { x in
            let value = x[0] * x[0] + x[1] * x[1]
            return (value < 1 ? -.infinity : value, [2 * x[0], 2 * x[1]])
        }
        #expect(minimum.termination == .nonFinite || minimum.termination == .lineSearchFailed)
        #expect(minimum.evaluations < 200)
    }

    @Test("A minimum in front of values that are not finite is found", arguments: [Double.infinity, .nan])
    func wall(height: Double) {
        // The first trials have x ≥ 1.5, where values are not finite.
        let minimum = minimize(from: [-3, 0]) { x in
            guard x[0] < 1.5 else { return (height, [height, height]) }
            let (a, b) = (x[0] - 1, x[1])
            return (50 * a * a + b * b, [100 * a, 2 * b])
        }
        #expect(minimum.value.isFinite)
        #expect(minimum.value <= 800)
        #expect(minimum.termination == .converged || minimum.termination == .lineSearchFailed)
    }

    @Test("A gradient that becomes NaN after some steps ends the search at a finite value")
    func turnsToNaN() {
        for count in 1...12 {
            var calls = 0
            let minimum = minimize(from: [-1.2, 1]) { x in
                calls += 1
                let (rise, rest) = (x[1] - x[0] * x[0], 1 - x[0])
                guard calls <= count else { return (.nan, [.nan, .nan]) }
                return (100 * rise * rise + rest * rest, [-400 * x[0] * rise - 2 * rest, 200 * rise])
            }
            #expect(minimum.termination == .lineSearchFailed)
            #expect(minimum.value.isFinite)
            #expect(minimum.gradientNorm.isFinite)
            #expect(minimum.evaluations <= count + 300)
        }
    }

    @Test("A slope of NaN with finite values ends the search")
    func unknownSlope() {
        let minimum = minimize(from: [2, 2]) { x in
            let value = x[0] * x[0] + x[1] * x[1]
            return (value, value < 4 ? [.nan, .nan] : [2 * x[0], 2 * x[1]])
        }
        #expect(minimum.termination == .lineSearchFailed || minimum.termination == .nonFinite)
        #expect(minimum.evaluations < 5000)
    }

    @Test("A constant function converges at once")
    func flat() {
        let minimum = minimize { _ in (7, [0, 0]) }
        #expect(minimum.termination == .converged)
        #expect((minimum.iterations, minimum.evaluations, minimum.value) == (0, 1, 7))
    }

    @Test("A function without a minimum decreases until the iteration limit", arguments: [1e-100, 1, 1e150])
    func unbounded(slope: Double) {
        let minimum = ConjugateGradient(gradientTolerance: 0, iterationLimit: 20).minimize(
            TestObjective(parameterCount: 2) { x in (slope * (x[0] + 2 * x[1]), [slope, 2 * slope]) }, from: [0, 0])
        #expect(minimum.termination == .iterationLimit)
        #expect(minimum.value.isFinite && minimum.value < 0)
        #expect(minimum.evaluations <= 20 * 150)
    }

    @Test("A kink, at which no gradient is small, ends with a failed line search")
    func kink() throws {
        let minimum = ConjugateGradient().minimize(TestObjective.raisedKink(2), from: [1, 0.7])
        #expect(minimum.termination == .lineSearchFailed)
        // SciPy's `fmin_cg` ends at the start, with a value of 3.4.
        #expect(minimum.value <= 2.01)
        #expect(minimum.evaluations < 20_000)
    }

    @Test("A failed search has tried all step lengths along −g: none decreases the value visibly", arguments: 1...6)
    func endOfDecrease(dimensions: Int) throws {
        for minimizer in [ConjugateGradient(), LimitedMemoryBFGS()] as [any Minimizer] {
            let objective = TestObjective.raisedKink(dimensions)
            let start = (0..<dimensions).map { 1 - 0.3 * Double($0) }
            let minimum = minimizer.minimize(objective, from: start)
            #expect([.lineSearchFailed, .valueConverged].contains(minimum.termination))
            var gradient = start
            var ignored = start
            _ = objective.evaluate(at: minimum.parameters, gradient: &gradient)
            for exponent in 0..<60 {
                let step = 1 / dot(gradient, gradient).squareRoot() / Double(1 << exponent)
                let trial = zip(minimum.parameters, gradient).map { $0 - step * $1 }
                let value = objective.evaluate(at: trial, gradient: &ignored)
                #expect(value >= minimum.value - 64 * 0x1p-52 * minimum.value)
            }
        }
    }

    @Test("A gradient that does not match the value ends the search")
    func wrongGradient() {
        let uphill = minimize(from: [1, 1]) { x in (x[0] * x[0] + x[1] * x[1], [-2 * x[0], -2 * x[1]]) }
        #expect(uphill.termination == .lineSearchFailed)
        #expect(uphill.value <= 2)
        var calls = 0.0
        let restless = minimize { x in
            calls += 1
            return (1 / calls, [calls.truncatingRemainder(dividingBy: 3) - 1, 1])
        }
        #expect(restless.evaluations < 100_000)
    }

    @Test("Very large and very small values are minimised", arguments: [1e-290, 1e-150, 1e-8, 1e8, 1e100])
    func scales(scale: Double) {
        let search = ConjugateGradient(gradientTolerance: 1e-6 * scale)
        let minimum = search.minimize(
            TestObjective(parameterCount: 2) { x in
                let (a, b) = (x[0] - 1, x[1] + 2)
                return (scale * (a * a + 10 * b * b), [scale * 2 * a, scale * 20 * b])
            }, from: [0, 0])
        #expect(minimum.value.isFinite)
        #expect(minimum.termination != .nonFinite)
        #expect(minimum.value <= 41 * scale)
    }

    private func minimize(
        from start: [Double] = [0.5, -0.5], _ function: @escaping ([Double]) -> (Double, [Double])
    ) -> Minimum {
        ConjugateGradient().minimize(TestObjective(parameterCount: start.count, function), from: start)
    }
}
