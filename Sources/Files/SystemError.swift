import Glibc

/// Reasons that the operating system gives.
package enum SystemError {
    /// The reason for the last failure on this thread, as the middle of a sentence.
    package static var lastReason: String {
        let reason = String(cString: strerror(errno))
        return reason.prefix(1).lowercased() + reason.dropFirst()
    }
}
