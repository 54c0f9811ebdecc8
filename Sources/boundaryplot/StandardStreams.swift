import DecisionBoundary
import Glibc

/// An open stream of the process, written without a buffer.
enum StandardStream: CInt {
    case output = 1
    case error = 2

    var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Writes every byte.
    ///
    /// - Throws: `Failure` of status 74 with the system's reason. A reader that went away ends the process by SIGPIPE,
    ///   silently.
    func write(_ bytes: [UInt8]) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                systemWrite(rawValue, UnsafeRawBufferPointer(rebasing: $0[written...]))
            }
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                throw Failure(.writeFailed, "cannot write to standard \(self): \(SystemError.lastReason)")
            }
        }
    }

    func write(_ text: String) throws(Failure) {
        try write(Array(text.utf8))
    }

    /// Writes a line to standard error; where even that fails there is nobody to tell.
    static func note(_ line: String) {
        try? error.write(line + "\n")
    }
}

private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
