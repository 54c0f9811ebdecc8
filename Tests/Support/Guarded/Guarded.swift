import Foundation

/// A value protected by a lock.
///
/// `Mutex` is not used, since the thread sanitizer cannot see its lock on Linux.
public final class Guarded<Value>: @unchecked Sendable {
    // SAFETY: nothing touches the value without the lock.
    private var value: Value
    private let lock = NSLock()

    public init(_ value: Value) {
        self.value = value
    }

    public func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        lock.withLock { body(&value) }
    }
}
