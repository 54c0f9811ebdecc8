import DecisionBoundary
import Files
import Glibc

/// A standard stream of the process, without a buffer.
enum StandardStream: CInt {
    case output = 1
    case error = 2

    var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Writes every byte. A terminal gets text without control characters.
    ///
    /// - Throws: `Failure` of status 74 with the system's reason. A closed pipe ends the process silently by SIGPIPE.
    func write(_ bytes: [UInt8]) throws(Failure) {
        if let reason = AtomicFile.writeAll(bytes, to: rawValue) {
            throw Failure(.writeFailed, "cannot write to standard \(self): \(reason)")
        }
    }

    func write(_ text: String) throws(Failure) {
        try write(Array(text.utf8))
    }

    /// Writes text with names of files, which may have bytes that are not UTF-8.
    func write(paths text: String) throws(Failure) {
        try write(text.pathBytes)
    }

    /// Writes text of our own that moves the cursor of the terminal; ignores errors.
    func control(_ text: String) {
        _ = AtomicFile.writeAll(text.utf8, to: rawValue, controlsTerminal: true)
    }

    /// Writes a line to standard error, without control characters; ignores errors, since they could not be reported.
    static func note(_ line: String) {
        try? error.write(line.withoutControlCharacters + "\n")
    }
}
