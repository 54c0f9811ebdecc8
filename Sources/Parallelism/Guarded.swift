import Dispatch

/// A value that one thread at a time can use.
///
/// `Mutex` is not used, since the thread sanitizer does not see its order on Linux and reports races that do not exist.
public final class Guarded<Value>: @unchecked Sendable {
    // SAFETY: only `queue` uses the value.
    private var value: Value
    private let queue = DispatchQueue(label: "guarded")

    /// Creates a guarded value.
    public init(_ value: sending Value) {
        self.value = value
    }

    /// Calls `body` with the value, on the calling thread; waits while another thread uses it.
    public func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        try queue.sync { try body(&value) }
    }
}
