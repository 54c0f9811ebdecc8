import Files
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
        if let reason = AtomicFile.writeAll(bytes, to: rawValue) {
            throw Failure(.writeFailed, "cannot write to standard \(self): \(reason)")
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
