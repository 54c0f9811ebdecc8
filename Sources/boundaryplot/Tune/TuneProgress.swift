import DecisionBoundary
import Synchronization
import Training

/// How far the fits of a run are, and how long they will still take.
final class TuneProgress: Sendable {
    private let fitCount: Int
    private let start = ContinuousClock.now
    private let finishedCount = Atomic(0)
    private let finishedWork = Atomic(0)
    private let missingWork = Atomic(0)

    init(fitCount: Int) {
        self.fitCount = fitCount
    }

    /// Notes what is to be done, and how many fits are known already.
    func begin(knownCount: Int, candidates: [Candidate]) {
        finishedCount.store(knownCount, ordering: .relaxed)
        missingWork.store(candidates.reduce(0) { $0 + Self.work(of: $1) }, ordering: .relaxed)
    }

    func noteFinished(_ candidate: Candidate) {
        finishedWork.wrappingAdd(Self.work(of: candidate), ordering: .relaxed)
        finishedCount.wrappingAdd(1, ordering: .relaxed)
    }

    /// About in proportion to the time of a fit: larger networks take more evaluations, and longer ones.
    private static func work(of candidate: Candidate) -> Int {
        let units = candidate.hidden.reduce(5) { $0 &+ $1 }
        return min(units, 100_000) * min(units, 100_000)
    }

    /// "37 of 150 fits · about 3 s left".
    var text: String {
        let counts = "\(finishedCount.load(ordering: .relaxed)) of \(fitCount) fits"
        let finished = Double(finishedWork.load(ordering: .relaxed))
        guard finished > 0 else { return counts }
        let rest = Double(missingWork.load(ordering: .relaxed)) - finished
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        return "\(counts) · about \(Self.text(seconds: elapsed * rest / finished)) left"
    }

    /// "40 s", "5 min", "3 h": as exact as such an estimate is.
    private static func text(seconds: Double) -> String {
        if seconds < 90 { return "\(DecimalText.fixed(seconds.rounded(.up), decimals: 0)) s" }
        if seconds < 5400 { return "\(DecimalText.fixed(seconds / 60, decimals: 0)) min" }
        return "\(DecimalText.fixed(seconds / 3600, decimals: 0)) h"
    }
}
