#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open stream of the process, written without a buffer.
enum StandardStream: CInt {
    case output = 1
    case error = 2

    var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Writes every byte.
    ///
    /// - Throws: `Failure` of status 74 with the system's reason. A reader that went away ends the process by SIGPIPE, silently.
    func write(_ bytes: [UInt8]) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                systemWrite(rawValue, UnsafeRawBufferPointer(rebasing: $0[written...]))
            }
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                throw Failure(.writeFailed, "cannot write to standard output: \(lastReason())")
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

/// The system's reason for the last failure, as the middle of a sentence.
private func lastReason() -> String {
    let reason = String(cString: strerror(errno))
    return reason.prefix(1).lowercased() + reason.dropFirst()
}

private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
