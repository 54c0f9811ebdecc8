import Glibc

/// Error messages of the operating system.
package enum SystemError {
    /// The message of the last error on this thread, in lower case.
    package static var lastReason: String { reason(errno) }

    /// The message of the error of this number, in lower case.
    package static func reason(_ number: CInt) -> String {
        let reason = String(cString: strerror(number))
        return reason.prefix(1).lowercased() + reason.dropFirst()
    }
}
