import Files
import Glibc

/// The standard input of a command: our end of its pipe, and the bytes that it has not taken yet.
struct CommandInput: ~Copyable {
    private var pipe: Descriptor?
    private let nextPiece: () -> [UInt8]
    /// The next bytes to write. Empty only at the end of the input.
    private var piece: ArraySlice<UInt8>

    /// - Parameters:
    ///   - pipe: the writing end, which does not block.
    ///   - nextPiece: returns the next bytes; empty at the end. It is called one piece ahead.
    init(_ pipe: Descriptor, nextPiece: @escaping () -> [UInt8]) {
        self.nextPiece = nextPiece
        piece = nextPiece()[...]
        self.pipe = piece.isEmpty ? nil : pipe
    }

    /// True if the pipe has taken all bytes.
    var isComplete: Bool { piece.isEmpty }

    /// The number of the pipe's descriptor; nil if the pipe is closed.
    var descriptor: CInt? { pipe?.number }

    /// Writes as much of a piece as the pipe has room for. At the end, or if nobody can read the rest, the pipe is closed.
    ///
    /// - Throws: `ShellCommandError.failed`
    mutating func write() throws(ShellCommandError) {
        guard let descriptor else { return }
        let (count, error) = piece.withUnsafeBytes { writeWithoutSignal($0, to: descriptor) }
        if count >= 0 {
            piece = piece.dropFirst(count)
            if piece.isEmpty { piece = nextPiece()[...] }
            if piece.isEmpty { close() }
        } else if error == EPIPE {
            close()
        } else if error != EAGAIN && error != EINTR {
            throw .failed(reason: SystemError.reason(error))
        }
    }

    mutating func close() { pipe = nil }
}

/// Calls the system's `write`; a pipe without readers is the error EPIPE, whatever the process does at SIGPIPE.
///
/// The signal goes to the thread that writes. It is blocked there for the call and removed, unless another was pending.
///
/// - Returns: the result of the call and, if that is negative, the number of the error.
private func writeWithoutSignal(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) -> (count: Int, error: CInt) {
    var (pipeSignal, oldMask, pending) = (sigset_t(), sigset_t(), sigset_t())
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &oldMask)
    sigpending(&pending)
    let count = write(descriptor, bytes.baseAddress, bytes.count)
    let error = errno
    if count < 0 && error == EPIPE && sigismember(&pending, SIGPIPE) == 0 {
        var noTime = timespec()
        while sigtimedwait(&pipeSignal, nil, &noTime) < 0 && errno == EINTR {}
    }
    pthread_sigmask(SIG_SETMASK, &oldMask, nil)
    return (count, error)
}
