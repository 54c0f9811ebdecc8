import Dispatch
import Files
import Parallelism

/// A progress line on the terminal, rewritten in place.
///
/// The line appears after half a second, so that short runs stay quiet, and is cleared at the end.
final class ProgressLine: Sendable {
    private enum State {
        case hidden, visible, finished
    }

    private let state = Guarded(State.hidden)
    // SAFETY: Dispatch objects may be used from any thread.
    private nonisolated(unsafe) let timer: any DispatchSourceTimer
    private let text: @Sendable () -> String

    /// - Parameter text: returns the current text of the line.
    /// - Returns: nil if no threads can be started for it.
    init?(_ text: @escaping @Sendable () -> String) {
        // One that draws the line, and one of Dispatch.
        guard canStartThreads(2) else { return nil }
        self.text = text
        // A queue of its own, which has a thread even if all others are training.
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
        timer.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(100))
        timer.setEventHandler { [weak self] in self?.show() }
        timer.activate()
    }

    /// Stops the updates and clears the line.
    func finish() {
        timer.cancel()
        // Not by the queue, which may have no thread.
        state.withLock {
            if $0 == .visible { StandardStream.error.control(Terminal.clearedLine) }
            $0 = .finished
        }
    }

    private func show() {
        let text = text().withoutControlCharacters
        state.withLock {
            guard $0 != .finished else { return }
            $0 = .visible
            StandardStream.error.control(Terminal.clearedLine + text)
        }
    }
}
