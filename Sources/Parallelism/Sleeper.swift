import Dispatch
import Synchronization

/// The sleep of one thread that has looked for work in vain.
struct Sleeper: ~Copyable {
    private let isAsleep = Atomic(false)
    private let alarm = DispatchSemaphore(value: 0)

    /// Sleeps until somebody calls `wake`.
    ///
    /// - Parameter hasReason: asked once more, when who makes a reason to be awake would already see the sleeper.
    func sleep(unless hasReason: () -> Bool) {
        isAsleep.store(true, ordering: .sequentiallyConsistent)
        // Where it is false already, there is a signal to be waited for.
        if hasReason() && isAsleep.exchange(false, ordering: .sequentiallyConsistent) { return }
        alarm.wait()
    }

    /// Wakes who sleeps; false where nobody does.
    @discardableResult
    func wake() -> Bool {
        guard isAsleep.load(ordering: .sequentiallyConsistent),
            isAsleep.exchange(false, ordering: .sequentiallyConsistent)
        else { return false }
        alarm.signal()
        return true
    }
}
