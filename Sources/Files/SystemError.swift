import Glibc

/// Error messages of the operating system.
package enum SystemError {
    /// The message of the last error on this thread, in lower case.
    package static var lastReason: String {
        let reason = String(cString: strerror(errno))
        return reason.prefix(1).lowercased() + reason.dropFirst()
    }
}
