import CInterruption
import Files
import Glibc

/// A shell command that is running: its input is written while its output is read, so that neither side can block.
///
/// The command has a process group and a session of its own, and no terminal. Its standard input and output are pipes;
/// standard error is that of this process. If the value is dropped before `finish`, or if a method throws, the group is
/// killed. A process that leaves the group (`setsid`) is not found.
///
/// Several commands may run at once, each used by one thread.
package struct ShellCommand: ~Copyable {
    private let process: ProcessGroup
    private var input: CommandInput
    /// Nil after the end of the output.
    private var output: Descriptor?
    private var limits: CommandLimits
    /// Number of bytes that are left in the pipe of a command that has exited; nil while it runs.
    private var remainingByteCount: Int?
    /// The error that has ended the command.
    private var error: ShellCommandError?

    /// Starts `/bin/sh -c command`.
    ///
    /// - Parameters:
    ///   - environment: variables added to those of this process.
    ///   - timeout: seconds from now after which the command is ended; nil for none.
    ///   - isCancelled: asked about every 10 ms while a method waits. The command is ended if it returns true.
    ///   - input: returns the next bytes of standard input; empty at the end. It is called one piece ahead, on the thread
    ///     that reads.
    /// - Throws: `ShellCommandError.notStarted`
    package init(
        _ command: String, environment: [String: String] = [:], timeout: Double?,
        isCancelled: @escaping @Sendable () -> Bool, input: @escaping () -> [UInt8]
    ) throws(ShellCommandError) {
        let group = try ProcessGroup.start(command, environment: environment)
        process = ProcessGroup(group)
        output = Descriptor(group.output)
        limits = CommandLimits(timeout: timeout, isCancelled: isCancelled)
        self.input = CommandInput(Descriptor(group.input), nextPiece: input)
    }

    /// Reads output into `buffer`, and writes input meanwhile.
    ///
    /// The output ends when it is closed. It also ends when the command has exited and all that it wrote is read, even if
    /// a child of the command holds the pipe open.
    ///
    /// - Parameter buffer: at least one byte.
    /// - Returns: the number of bytes read; 0 at the end of the output.
    /// - Throws: `ShellCommandError`. The command has been ended then, and later calls throw the same error.
    package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ShellCommandError) -> Int {
        precondition(!buffer.isEmpty, "read(into:) needs room for a byte")
        if let error { throw error }
        while let descriptor = output?.number {
            if limits.isCheckDue() { try check(descriptor) }
            if remainingByteCount == nil { try writeInput() }
            let room = min(buffer.count, remainingByteCount ?? .max)
            let count = readSome(descriptor, into: buffer, room)
            if count > 0 {
                remainingByteCount? -= count
                return count
            } else if count == 0 {
                output = nil
            } else if errno == EAGAIN {
                waitForPipes(descriptor)
            } else if errno != EINTR {
                throw end(.failed(reason: SystemError.lastReason))
            }
        }
        return 0
    }

    /// Closes the pipes, waits for the command to exit, and kills what is left of its process group.
    ///
    /// Call it after the end of the output.
    ///
    /// - Throws: `ShellCommandError`, as `read(into:)`.
    package consuming func finish() throws(ShellCommandError) -> ShellCommandEnd {
        if let error { throw error }
        output = nil
        input.close()
        // Most commands exit within a millisecond after their output ends.
        var pause: CInt = 1
        while !process.hasExited {
            if let error = limits.reached { throw end(error) }
            poll(nil, 0, pause)
            pause = min(2 * pause, CommandLimits.interval)
        }
        guard let status = process.end() else {
            throw .failed(reason: "the system does not tell how the command ended")
        }
        return ShellCommandEnd(status: status, inputWasReadCompletely: input.isComplete)
    }

    /// Notices that the command has exited, or ends it at a limit.
    private mutating func check(_ descriptor: CInt) throws(ShellCommandError) {
        guard remainingByteCount == nil else { return }
        if process.hasExited {
            var count: CInt = 0
            // Counted once, since other processes may go on writing.
            guard ioctl(descriptor, UInt(FIONREAD), &count) == 0 else {
                throw end(.failed(reason: SystemError.lastReason))
            }
            remainingByteCount = Int(count)
        } else if let error = limits.reached {
            throw end(error)
        }
    }

    private mutating func writeInput() throws(ShellCommandError) {
        do {
            try input.write()
        } catch {
            throw end(error)
        }
    }

    /// Waits until there is output, or room for input, or a check is due.
    private func waitForPipes(_ descriptor: CInt) {
        // A negative number is ignored.
        var pipes = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: input.descriptor ?? -1, events: Int16(POLLOUT), revents: 0),
        ]
        poll(&pipes, nfds_t(pipes.count), CommandLimits.interval)
    }

    /// Ends the command and returns `error`, to be thrown.
    ///
    /// After a signal to this process there is little time, see `interruption_install`.
    private mutating func end(_ error: ShellCommandError) -> ShellCommandError {
        self.error = error
        process.terminate(grace: .milliseconds(error == .cancelled ? 20 : 100))
        return error
    }
}

/// Calls the system's `read`; a method of `ShellCommand` hides the name.
private func readSome(_ descriptor: CInt, into buffer: UnsafeMutableRawBufferPointer, _ count: Int) -> Int {
    read(descriptor, buffer.baseAddress, count)
}
