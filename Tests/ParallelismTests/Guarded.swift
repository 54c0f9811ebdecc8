import Foundation

/// A value that several threads take turns at.
///
/// Not a `Mutex`, whose lock the thread sanitizer cannot see on Linux.
final class Guarded<Value>: @unchecked Sendable {
    // SAFETY: nothing touches the value without the lock.
    private var value: Value
    private let lock = NSLock()

    init(_ value: Value) {
        self.value = value
    }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        lock.withLock { body(&value) }
    }
}
