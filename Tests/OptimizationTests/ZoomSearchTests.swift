import MersenneTwister
import Testing

@testable import Optimization

@Suite("Zoom line search")
struct ZoomSearchTests {
    @Test("The result on the paper's problems meets the strong Wolfe conditions", arguments: [1, 3, 4, 5, 6])
    func wolfeConditions(problem: Int) throws {
        // The second problem, nearly flat at the start and steep later, takes more than ten trials in the bracket.
        let (_, function, _) = try #require(moreThuenteProblems.first { $0.number == problem })
        let conditions = WolfeConditions()
        for firstStep in [0.01, 0.1, 1] {
            var line = RecordedLine(of: function)
            let step = try #require(
                ZoomSearch(conditions: conditions).search(&line, from: line.origin, firstStep: firstStep),
                "first step \(firstStep)")
            #expect(conditions.decreasesEnough(step, from: line.origin))
            #expect(conditions.isFlatEnough(step, from: line.origin))
            #expect(step == line.trials.last)
        }
    }

    @Test("An interpolated trial is at least a tenth of the bracket's width away from its ends", arguments: 0..<6)
    func margins(index: Int) {
        let (_, function, _) = moreThuenteProblems[index]
        var line = RecordedLine(of: function, accepts: { _ in false })
        _ = ZoomSearch().search(&line, from: line.origin, firstStep: 1)
        #expect(line.trials.count > 10)
        // The smallest interval of earlier trials around it is the bracket or a part of it.
        for (count, trial) in line.trials.enumerated() where count > 0 {
            let earlier = [0] + line.trials[..<count].map(\.step)
            guard let below = earlier.filter({ $0 < trial.step }).max(),
                let above = earlier.filter({ $0 > trial.step }).min()
            else { continue }
            let margin = 0.1 * (above - below) * (1 - 1e-9)
            #expect(trial.step >= below + margin && trial.step <= above - margin)
        }
    }

    @Test(
        "The result on random quartics meets the strong Wolfe conditions", arguments: UInt32(0)..<50
    )
    func quartics(seed: UInt32) throws {
        var random = RandomState(seed: seed)
        let quartic = Quartic.random(&random)
        let conditions = WolfeConditions()
        var line = RecordedLine(of: quartic.function)
        let found = try #require(
            ZoomSearch(conditions: conditions).search(&line, from: line.origin, firstStep: 0.1), "\(quartic)")
        #expect(conditions.decreasesEnough(found, from: line.origin))
        #expect(conditions.isFlatEnough(found, from: line.origin))
        #expect(line.trials.count <= 21)
    }

    @Test("The trials equal those of SciPy's line search")
    func likeSciPy() throws {
        // If the lower value is at the greater step, SciPy takes the margins from the wrong
        // side. That happens on the quintic, so its trials differ.
        for expected in try LineSearchFixture.load().nocedalWright where expected.function != "quintic" {
            var line = expected.line
            let search = ZoomSearch(conditions: expected.conditions)
            let found = search.search(&line, from: expected.origin, firstStep: expected.firstStep)
            #expect(line.trials.count == expected.trials.count, "\(expected.name)")
            for (index, (trial, other)) in zip(line.trials, expected.trials).enumerated() {
                #expect(agree(trial.step, other.alpha, within: 1e-9), "\(expected.name), trial \(index)")
            }
            #expect((found != nil) == (expected.step != nil), "\(expected.name)")
        }
    }

    @Test("It continues after trials that meet the conditions and are rejected")
    func refused() throws {
        // Every α from 0.6 to 1.4 meets the conditions. The first two of these trials are rejected.
        let parabola: StepLengthFunction = { (($0 - 1) * ($0 - 1), 2 * ($0 - 1)) }
        var line = RecordedLine(of: parabola, accepts: { $0.step > 0.9 })
        let found = try #require(ZoomSearch().search(&line, from: line.origin, firstStep: 0.4))
        #expect(line.trials.map(\.step).prefix(2) == [0.4, 0.8])
        #expect(found.step > 0.9)

        var never = RecordedLine(of: parabola, accepts: { _ in false })
        #expect(ZoomSearch().search(&never, from: never.origin, firstStep: 0.4) == nil)
        #expect(never.trials.count <= 21)
    }

    @Test("The result after ten doublings is the last of them, as in SciPy")
    func falling() throws {
        var line = RecordedLine { (-$0, -1) }
        let found = try #require(ZoomSearch().search(&line, from: line.origin, firstStep: 1))
        #expect(line.trials.map(\.step) == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024])
        #expect(found == line.trials.last)
    }

    @Test("A doubling that decreases too little is not the result, nor is one without a slope")
    func lastDoubling() throws {
        var valley = RecordedLine { $0 < 600 ? (-$0, -1) : (1000 * ($0 - 600) - 600, 1000) }
        let found = try #require(ZoomSearch().search(&valley, from: valley.origin, firstStep: 1))
        #expect(found == valley.trials.last && found.step == 512)
        var unknown = RecordedLine { (-$0, $0 > 0 ? .nan : -1) }
        #expect(ZoomSearch().search(&unknown, from: unknown.origin, firstStep: 1) == nil)
    }

    @Test("The result is nil if the function does not decrease or the first step is not positive")
    func noSearch() {
        var line = RecordedLine { ($0 * $0 - $0, 2 * $0 - 1) }
        for slope in [1, 0, .nan] as [Double] {
            let origin = LinePoint(step: 0, value: 0, slope: slope)
            #expect(ZoomSearch().search(&line, from: origin, firstStep: 1) == nil)
        }
        for firstStep in [0, -1, .nan] as [Double] {
            #expect(ZoomSearch().search(&line, from: line.origin, firstStep: firstStep) == nil)
        }
        #expect(line.trials.isEmpty)
    }
}
