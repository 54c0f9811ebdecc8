import DecisionBoundary
import Dispatch
import Synchronization

/// One line on the terminal that tells how far a run is, rewritten in place.
///
/// It appears after half a second, so that short runs stay quiet, and is gone at the end.
final class ProgressLine: Sendable {
    private let networkCount: Int
    private let finishedCount = Atomic(0)
    private let hidden = Atomic(0)
    private let iterations = Atomic(0)
    private let costBits = Atomic(Double.nan.bitPattern)
    private let isVisible = Atomic(false)
    // SAFETY: Dispatch's objects may be used from any thread.
    private nonisolated(unsafe) let timer: any DispatchSourceTimer
    /// A queue of its own: its thread is there even while all others train.
    private let queue = DispatchQueue(label: "progress")

    init(networkCount: Int) {
        self.networkCount = networkCount
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(100))
        timer.setEventHandler { [weak self] in self?.show() }
        timer.activate()
    }

    /// Notes where the training of a network stands; of several at once the last to call is shown.
    func note(hidden: Int, iterations: Int, cost: Double) {
        self.hidden.store(hidden, ordering: .relaxed)
        self.iterations.store(iterations, ordering: .relaxed)
        costBits.store(cost.bitPattern, ordering: .relaxed)
    }

    func noteFinished() {
        finishedCount.wrappingAdd(1, ordering: .relaxed)
    }

    /// Ends the line and clears it.
    func finish() {
        timer.cancel()
        queue.sync {
            if isVisible.load(ordering: .relaxed) { try? StandardStream.error.write("\r\u{1B}[K") }
        }
    }

    private func show() {
        guard !timer.isCancelled else { return }
        isVisible.store(true, ordering: .relaxed)
        let cost = Double(bitPattern: costBits.load(ordering: .relaxed))
        let text = """
            \(finishedCount.load(ordering: .relaxed)) of \(networkCount) pictures · \
            hidden \(hidden.load(ordering: .relaxed)): \(iterations.load(ordering: .relaxed)) iterations, \
            cost \(DecimalText.fixed(cost, decimals: 6))
            """
        try? StandardStream.error.write("\r\u{1B}[K" + text)
    }
}
