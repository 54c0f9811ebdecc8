/// The end of a shell command.
package struct ShellCommandEnd: Hashable, Sendable {
    /// The way a process ends.
    package enum Status: Hashable, Sendable {
        /// The process exited with this status, 0…255.
        case exited(Int32)
        /// The signal of this number ended the process.
        case signalled(Int32)
    }

    package let status: Status
    /// False if the command closed its input, or ended, before the pipe took all of the input.
    ///
    /// The last bytes, up to 64 KiB, count as read if the pipe took them.
    package let inputWasReadCompletely: Bool
}
