import Dispatch
import Synchronization

/// One line on the terminal that tells how far a run is, rewritten in place.
///
/// It appears after half a second, so that short runs stay quiet, and is gone at the end.
final class ProgressLine: Sendable {
    private let isVisible = Atomic(false)
    // SAFETY: Dispatch's objects may be used from any thread.
    private nonisolated(unsafe) let timer: any DispatchSourceTimer
    /// A queue of its own: its thread is there even while all others train.
    private let queue = DispatchQueue(label: "progress")
    private let text: @Sendable () -> String

    /// - Parameter text: what the line says at the time of the call.
    init(_ text: @escaping @Sendable () -> String) {
        self.text = text
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(100))
        timer.setEventHandler { [weak self] in self?.show() }
        timer.activate()
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
        try? StandardStream.error.write("\r\u{1B}[K" + text())
    }
}
