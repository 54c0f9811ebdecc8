import DecisionBoundary
import ModelSelection
import Testing
import Training

@testable import boundaryplot

@Suite("The progress of a tuning")
struct ProgressTextTests {
    private func network(_ hidden: Int) -> Candidate { Candidate(hidden: [hidden], lambda: 0.1) }

    /// The progress of ten equal fits, of which `known` come from an earlier run and `made` from this one.
    private func progress(known: Int, made: Int) -> ProgressText {
        let progress = ProgressText()
        progress.note(.fitsBegun(known: known, total: 10, missing: Array(repeating: network(3), count: 10 - known)))
        for _ in 0..<made { progress.note(.fitDone(network(3))) }
        return progress
    }

    @Test("has no remaining time before a fit is done")
    func begun() {
        #expect(progress(known: 0, made: 0).text(after: .seconds(9)) == "0 of 10 fits")
        #expect(progress(known: 4, made: 0).text(after: .seconds(9)) == "4 of 10 fits")
    }

    @Test(
        "has the remaining time in the unit that suits it",
        arguments: [
            (0.5, "5 s"), (1, "9 s"), (0.01, "1 s"), (9, "81 s"), (9.9, "90 s"), (10.1, "2 min"), (100, "15 min"),
            (599, "90 min"), (601, "2 h"), (4000, "10 h"),
        ])
    func units(seconds: Double, text: String) {
        #expect(progress(known: 0, made: 1).text(after: .seconds(seconds)) == "1 of 10 fits · about \(text) left")
    }

    @Test("does not count the fits of an earlier run")
    func continued() {
        #expect(progress(known: 6, made: 2).text(after: .seconds(20)) == "8 of 10 fits · about 20 s left")
        #expect(progress(known: 6, made: 4).text(after: .seconds(20)) == "10 of 10 fits · about 0 s left")
    }

    @Test("weighs a fit by the square of its units, since the large ones come first")
    func weights() {
        let progress = ProgressText()
        progress.note(.fitsBegun(known: 0, total: 5, missing: [25, 5, 5, 5, 5].map(network)))
        progress.note(.fitDone(network(25)))
        // 30² of 30² + 4 × 10² are done.
        #expect(progress.text(after: .seconds(90)) == "1 of 5 fits · about 40 s left")
    }
}
