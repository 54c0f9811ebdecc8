import DecisionBoundary
import Files
import Parallelism
import Synchronization
import Training

/// The progress of a run as a line of text.
final class ProgressText: Sendable {
    private let start = ContinuousClock.now
    private let names = Guarded<[String]>([])
    private let trainingCount = Atomic(0)
    private let finishedCount = Atomic(0)
    private let classifier = Atomic(0)
    private let iterations = Atomic(0)
    /// The number of points answered last; 0 unless another program answers.
    private let answerCount = Atomic(0)
    private let pointCount = Atomic(0)
    private let costBits = Atomic(Double.nan.bitPattern)
    /// The number of fits; 0 unless the run is a tuning.
    private let fitCount = Atomic(0)
    private let finishedWork = Atomic(0)
    private let missingWork = Atomic(0)

    func begin(_ plan: Plan) {
        let namesLambda = plan.names.nameLambda
        trainingCount.store(plan.trainingCount, ordering: .relaxed)
        pointCount.store(plan.externalPointCount ?? 0, ordering: .relaxed)
        names.withLock { $0 = plan.names.map { $0.text(withLambda: namesLambda) } }
    }

    /// Records progress; with several networks at once, the text shows the most recent one.
    func note(_ progress: RunProgress) {
        switch progress {
        case .iteration(let classifier, let iterations, let cost):
            self.classifier.store(classifier, ordering: .relaxed)
            self.iterations.store(iterations, ordering: .relaxed)
            costBits.store(cost.bitPattern, ordering: .relaxed)
        // Networks answer within milliseconds.
        case .answer(let count): answerCount.store(count, ordering: .relaxed)
        case .classifierDone: finishedCount.wrappingAdd(1, ordering: .relaxed)
        case .fitsBegun(let known, let total, let missing):
            finishedCount.store(known, ordering: .relaxed)
            missingWork.store(missing.reduce(0) { $0 + Self.work(of: $1) }, ordering: .relaxed)
            fitCount.store(total, ordering: .relaxed)
        case .fitDone(let candidate):
            finishedWork.wrappingAdd(Self.work(of: candidate), ordering: .relaxed)
            finishedCount.wrappingAdd(1, ordering: .relaxed)
        }
    }

    var text: String { text(after: ContinuousClock.now - start) }

    /// - Parameter elapsed: the time since the start.
    func text(after elapsed: Duration) -> String {
        let fitCount = fitCount.load(ordering: .relaxed)
        return fitCount > 0 ? fitText(fitCount, after: elapsed) : pictureText
    }

    /// "1 of 5 networks · hidden size 20: 801 iterations, cost 0.027933", or "1 of 2 classifiers · 3072 of 40601 points
    /// answered".
    private var pictureText: String {
        let pointCount = pointCount.load(ordering: .relaxed)
        if pointCount > 0 {
            return """
                \(finishedText(of: "classifier")) · \
                \(answerCount.load(ordering: .relaxed)) of \(pointCount) points answered
                """
        }
        let names = names.withLock(\.self)
        let index = classifier.load(ordering: .relaxed)
        let cost = Double(bitPattern: costBits.load(ordering: .relaxed))
        return """
            \(finishedText(of: "network")) · \
            \(names.indices.contains(index) ? names[index] : ""): \(iterations.load(ordering: .relaxed)) iterations, \
            cost \(DecimalText.fixed(cost, decimals: 6))
            """
    }

    /// "0 of 1 classifier" or "1 of 5 classifiers".
    private func finishedText(of thing: String) -> String {
        let count = trainingCount.load(ordering: .relaxed)
        return "\(finishedCount.load(ordering: .relaxed)) of \(count) \(thing)\(count == 1 ? "" : "s")"
    }

    /// "37 of 150 fits · about 3 s left".
    private func fitText(_ fitCount: Int, after elapsed: Duration) -> String {
        let counts = "\(finishedCount.load(ordering: .relaxed)) of \(fitCount) fits"
        let finished = Double(finishedWork.load(ordering: .relaxed))
        guard finished > 0 else { return counts }
        let rest = Double(missingWork.load(ordering: .relaxed)) - finished
        return "\(counts) · about \(Self.text(seconds: elapsed / .seconds(1) * rest / finished)) left"
    }

    /// Returns a number roughly proportional to the duration of a fit: larger networks need more and slower
    /// evaluations.
    private static func work(of candidate: Candidate) -> Int {
        let units = min(candidate.hidden.reduce(5) { $0 &+ $1 }, 100_000)
        return units * units
    }

    /// "40 s", "5 min" or "3 h".
    private static func text(seconds: Double) -> String {
        if seconds < 90 { return "\(DecimalText.fixed(seconds.rounded(.up), decimals: 0)) s" }
        if seconds < 5400 { return "\(DecimalText.fixed(seconds / 60, decimals: 0)) min" }
        return "\(DecimalText.fixed(seconds / 3600, decimals: 0)) h"
    }
}
