import Testing

@testable import Optimization

@Suite("Conjugate gradient")
struct ConjugateGradientTests {
    @Test("The first iterates equal those of SciPy's fmin_cg")
    func firstIterates() throws {
        for run in try ConjugateGradientFixture.load().runs {
            // Rounding errors grow along the path, on these functions by about a digit per iteration.
            for (index, expected) in run.iterates.prefix(6).enumerated() {
                let search = ConjugateGradient(gradientTolerance: run.tolerance, iterationLimit: index + 1)
                let minimum = search.minimize(try TestObjective.named(run.function, run.start.count), from: run.start)
                #expect(minimum.iterations == index + 1, "\(run.name)")
                let scale = expected.map { abs($0) }.max() ?? 1
                for (ours, theirs) in zip(minimum.parameters, expected) {
                    #expect(abs(ours - theirs) <= 1e-9 * scale, "\(run.name), iterate \(index + 1)")
                }
            }
        }
    }

    @Test("It finds the minima that SciPy's fmin_cg finds")
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

    @Test("A step of many doublings is found, as by SciPy", arguments: [5, 8, 10, 12])
    func steep(dimensions: Int) throws {
        let start = TestObjective.mancinoStart(dimensions).map { 10 * $0 }
        let minimum = ConjugateGradient().minimize(try TestObjective.named("mancino", dimensions), from: start)
        #expect(minimum.value <= 1e-8)
    }

    @Test("A function without a minimum is followed as far as by SciPy")
    func unbounded() throws {
        let run = try #require(ConjugateGradientFixture.load().runs.first { $0.function == "linear" })
        let minimum = ConjugateGradient().minimize(try TestObjective.named("linear", 2), from: run.start)
        #expect(minimum.termination == .iterationLimit && minimum.iterations == run.iterations)
        #expect(agree(minimum.value, run.finalValue, within: 1e-9))
    }

    @Test("A quadratic in n dimensions converges after about n steps", arguments: [1, 2, 5, 12])
    func quadratic(dimensions: Int) throws {
        let start = (0..<dimensions).map { Double($0 % 3) - 5 }
        let minimum = ConjugateGradient(gradientTolerance: 1e-8).minimize(
            try TestObjective.named("quadratic", dimensions), from: start)
        #expect(minimum.termination == .converged)
        #expect(minimum.iterations <= 3 * dimensions + 2)
    }
}
