/// Reason why a shell command has no complete answer.
package enum ShellCommandError: Error, Hashable, Sendable {
    /// The shell or its pipes could not be created.
    case notStarted(reason: String)
    /// The system reported an error of a pipe or of the process.
    case failed(reason: String)
    /// The command was ended after the timeout, in seconds.
    case timedOut(seconds: Double)
    /// The command was ended since the caller asked for that.
    case cancelled
}
