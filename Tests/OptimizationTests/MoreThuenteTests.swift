import MersenneTwister
import Testing

@testable import Optimization

@Suite("Moré–Thuente line search")
struct MoreThuenteTests {
    @Test("The result on each of the paper's problems meets the strong Wolfe conditions", arguments: 0..<6)
    func wolfeConditions(index: Int) throws {
        let (number, function, conditions) = moreThuenteProblems[index]
        for firstStep in [1e-3, 1e-1, 1e1, 1e3] {
            var line = RecordedLine(of: function)
            let step = MoreThuenteSearch(conditions: conditions).search(&line, from: line.origin, firstStep: firstStep)
            let found = try #require(step, "problem \(number), first step \(firstStep)")
            #expect(conditions.decreasesEnough(found, from: line.origin), "problem \(number), first step \(firstStep)")
            #expect(conditions.isFlatEnough(found, from: line.origin), "problem \(number), first step \(firstStep)")
            #expect(found == line.trials.last)
        }
    }

    @Test("The numbers of trials equal the paper's tables I to VI")
    func publishedCounts() {
        let published = [
            [6, 3, 1, 4], [12, 8, 8, 11], [12, 12, 10, 13], [4, 1, 3, 4], [6, 3, 7, 8], [13, 11, 8, 11],
        ]
        for ((number, function, conditions), expected) in zip(moreThuenteProblems, published) {
            let counts = [1e-3, 1e-1, 1e1, 1e3].map { firstStep in
                var line = RecordedLine(of: function)
                _ = MoreThuenteSearch(conditions: conditions).search(&line, from: line.origin, firstStep: firstStep)
                return line.trials.count
            }
            #expect(counts == expected, "problem \(number)")
        }
    }

    @Test("The trials equal those of SciPy's DCSRCH")
    func likeSciPy() throws {
        for expected in try LineSearchFixture.load().moreThuente {
            var line = expected.line
            let search = MoreThuenteSearch(conditions: expected.conditions)
            let found = search.search(&line, from: expected.origin, firstStep: expected.firstStep)
            #expect((found == nil) == (expected.step == nil), "\(expected.name)")
            #expect(line.trials.count == expected.trials.count, "\(expected.name)")
            if let found, let step = expected.step {
                #expect(agree(found.step, step, within: 1e-7), "\(expected.name)")
            }
            // Interpolation amplifies rounding errors, so later trials agree to fewer digits.
            for (index, (trial, theirs)) in zip(line.trials, expected.trials).enumerated() {
                #expect(
                    agree(trial.step, theirs.alpha, within: index < 4 ? 1e-9 : 1e-6), "\(expected.name), trial \(index)"
                )
            }
        }
    }

    @Test("The result on random quartics meets the strong Wolfe conditions", arguments: UInt32(0)..<50)
    func quartics(seed: UInt32) throws {
        var random = RandomState(seed: seed)
        let quartic = Quartic.random(&random)
        let firstStep = 1000 * random.randomSample() * random.randomSample()
        let conditions = WolfeConditions()
        var line = RecordedLine(of: quartic.function)
        let found = try #require(
            MoreThuenteSearch(conditions: conditions).search(&line, from: line.origin, firstStep: firstStep),
            "\(quartic)")
        #expect(conditions.decreasesEnough(found, from: line.origin))
        #expect(conditions.isFlatEnough(found, from: line.origin))
        #expect(line.trials.count <= 30)
    }

    @Test("Without a bracket, a trial is 1.1 to 4 times the last stride beyond the last trial")
    func extrapolation() {
        // The slope tends to 0 without changing its sign, so there is never a bracket.
        var line = RecordedLine { (-$0 / (1 + $0), -1 / ((1 + $0) * (1 + $0))) }
        let conditions = WolfeConditions(sufficientDecrease: 1e-4, curvature: 1e-3)
        _ = MoreThuenteSearch(conditions: conditions).search(&line, from: line.origin, firstStep: 0.01)
        let steps = [0] + line.trials.map(\.step)
        #expect(steps.count > 3)
        for (before, (last, next)) in zip(steps, zip(steps.dropFirst(), steps.dropFirst(2))) {
            let stride = last - before
            #expect(next >= last + 1.1 * stride * (1 - 1e-12))
            #expect(next <= last + 4 * stride * (1 + 1e-12))
        }
    }

    @Test("The result is nil if the function does not decrease or the first step is out of range")
    func noSearch() {
        var line = RecordedLine { ($0 * $0 - $0, 2 * $0 - 1) }
        let uphill = LinePoint(step: 0, value: 0, slope: 1)
        let flat = LinePoint(step: 0, value: 0, slope: 0)
        let unknown = LinePoint(step: 0, value: 0, slope: .nan)
        for origin in [uphill, flat, unknown] {
            #expect(MoreThuenteSearch().search(&line, from: origin, firstStep: 1) == nil)
        }
        for firstStep in [0, -1, 1e-101, 1e101, .infinity, .nan] as [Double] {
            #expect(MoreThuenteSearch().search(&line, from: line.origin, firstStep: firstStep) == nil)
        }
        #expect(line.trials.isEmpty)
    }

    @Test("A function without a minimum ends the search at the trial limit or the maximum step")
    func falling() {
        var line = RecordedLine { (-$0, -1) }
        #expect(MoreThuenteSearch().search(&line, from: line.origin, firstStep: 1) == nil)
        #expect(line.trials.count == 100)

        var near = RecordedLine { (-$0, -1) }
        let search = MoreThuenteSearch(maximumStep: 1000)
        #expect(search.search(&near, from: near.origin, firstStep: 1) == nil)
        #expect(near.trials.last?.step == 1000)
        #expect(near.trials.count < 10)
    }
}

/// A quartic that decreases at 0 and increases for large α.
struct Quartic: CustomStringConvertible, Sendable {
    /// The coefficients of α⁴, α³, α² and α.
    let coefficients: [Double]

    static func random(_ random: inout RandomState) -> Quartic {
        Quartic(coefficients: [
            0.01 + random.randomSample(), random.normal(standardDeviation: 5), random.normal(standardDeviation: 5),
            -1e-3 - 10 * random.randomSample(),
        ])
    }

    var function: StepLengthFunction {
        let (a, b, c, d) = (coefficients[0], coefficients[1], coefficients[2], coefficients[3])
        return { alpha in
            let value = (((a * alpha + b) * alpha + c) * alpha + d) * alpha
            let slope = ((4 * a * alpha + 3 * b) * alpha + 2 * c) * alpha + d
            return (value, slope)
        }
    }

    var description: String { "quartic with coefficients \(coefficients)" }
}
