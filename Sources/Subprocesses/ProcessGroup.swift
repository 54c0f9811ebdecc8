import CInterruption
import Files
import Glibc

/// A shell with the processes that it starts, as far as they stay in its group. They are killed at the end of its life.
///
/// libc's `posix_spawn` is called, since swift-subprocess 1.0.2 ends this process by a fatal error if a command does not
/// read all of its input.
final class ProcessGroup {
    /// The process of the shell, whose id is the number of the group. The number is not used again before `end`.
    private let leader: pid_t
    private var hasEnded = false

    /// Time in which a killed process has ended. Only one that the system does not let us kill takes longer.
    private static let killingTime = Duration.seconds(1)

    /// Starts `/bin/sh -c command`.
    ///
    /// - Parameter environment: variables added to those of this process.
    /// - Returns: the number of the group for `init`, and our ends of the pipes, which do not block.
    /// - Throws: `ShellCommandError.notStarted`
    static func start(_ command: String, environment: [String: String]) throws(ShellCommandError) -> process_group {
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        guard !(variables + [command]).contains(where: { $0.utf8.contains(0) }) else {
            throw .notStarted(reason: "a command or a variable contains a zero byte")
        }
        var group = process_group()
        let error = process_group_start(command.systemPath, variables.flatMap(\.systemPath) + [0], &group)
        guard error == 0 else { throw .notStarted(reason: SystemError.reason(error)) }
        return group
    }

    init(_ group: process_group) { leader = group.number }

    deinit { _ = end() }

    /// True if the shell has ended. Its children may still run.
    var hasExited: Bool {
        var information = siginfo_t()
        // WNOWAIT keeps the number of the group in use.
        let result = waitid(P_PID, id_t(leader), &information, WEXITED | WNOHANG | WNOWAIT)
        return result == 0 ? information.si_signo != 0 : errno == ECHILD
    }

    /// Asks the processes to end, and kills those that remain after the grace period.
    func terminate(grace: Duration) {
        kill(-leader, SIGTERM)
        waitForExit(grace)
        _ = end()
    }

    /// Kills the processes that remain.
    ///
    /// - Returns: how the shell has ended; nil if the system does not tell, or if the method was called before.
    func end() -> ShellCommandEnd.Status? {
        guard !hasEnded else { return nil }
        hasEnded = true
        // There may be none left, and those of another user cannot be killed.
        kill(-leader, SIGKILL)
        waitForExit(Self.killingTime)
        process_group_forget(leader)
        var status: CInt = 0
        // Returns at once, unless the process cannot be killed.
        guard waitpid(leader, &status, WNOHANG) == leader else { return nil }
        let signal = status & 0x7f
        return signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
    }

    private func waitForExit(_ time: Duration) {
        let start = SuspendingClock.now
        while !hasExited && SuspendingClock.now - start < time { poll(nil, 0, 1) }
    }
}
