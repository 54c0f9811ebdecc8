/// Conditions that end a running command, checked every 10 ms.
struct CommandLimits {
    private let timeout: Double?
    private let isCancelled: @Sendable () -> Bool
    private let start = SuspendingClock.now
    private var nextCheck: SuspendingClock.Instant

    /// Time between two checks, in milliseconds.
    static let interval: CInt = 10

    /// - Parameters:
    ///   - timeout: seconds from now; nil for none.
    ///   - isCancelled: tells whether the caller no longer needs the answer.
    init(timeout: Double?, isCancelled: @escaping @Sendable () -> Bool) {
        (self.timeout, self.isCancelled) = (timeout, isCancelled)
        nextCheck = start
    }

    /// Returns true if the last check is 10 ms ago; then the caller makes one.
    mutating func isCheckDue() -> Bool {
        let now = SuspendingClock.now
        guard now >= nextCheck else { return false }
        nextCheck = now + .milliseconds(Int(Self.interval))
        return true
    }

    /// The limit that the command has reached; nil if it may go on.
    var reached: ShellCommandError? {
        if isCancelled() { return .cancelled }
        if let timeout, (SuspendingClock.now - start) / .seconds(1) >= timeout { return .timedOut(seconds: timeout) }
        return nil
    }
}
