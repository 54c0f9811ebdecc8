import Dispatch
import Files
import Synchronization

/// A progress line on the terminal, rewritten in place.
///
/// The line appears after half a second, so that short runs stay quiet, and is cleared at the end.
final class ProgressLine: Sendable {
    private let isVisible = Atomic(false)
    // SAFETY: Dispatch objects may be used from any thread.
    private nonisolated(unsafe) let timer: any DispatchSourceTimer
    /// A queue of its own, which has a thread even if all others are training.
    private let queue = DispatchQueue(label: "progress")
    private let text: @Sendable () -> String

    /// - Parameter text: returns the current text of the line.
    init(_ text: @escaping @Sendable () -> String) {
        self.text = text
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(100))
        timer.setEventHandler { [weak self] in self?.show() }
        timer.activate()
    }

    /// Stops the updates and clears the line.
    func finish() {
        timer.cancel()
        queue.sync {
            if isVisible.load(ordering: .relaxed) { StandardStream.error.control("\r\u{1B}[K") }
        }
    }

    private func show() {
        guard !timer.isCancelled else { return }
        isVisible.store(true, ordering: .relaxed)
        StandardStream.error.control("\r\u{1B}[K" + text().withoutControlCharacters)
    }
}
