import DecisionBoundary
import Glibc

/// The limits of the process (`ulimit`) below which a library ends it by a trap instead of an error.
enum ProcessLimits {
    /// Dispatch opens descriptors for its own use, and cannot go on without them.
    private static let leastOpenFiles: rlim_t = 16
    /// A picture takes up to 190 KiB of the stack.
    private static let leastStack: rlim_t = 512 * 1024

    /// - Throws: `Failure` of status 69 if a limit is too low.
    static func check() throws(Failure) {
        if let limit = limit(RLIMIT_NOFILE), limit < leastOpenFiles {
            throw Failure(
                .tooLarge, "the limit of open files is \(limit), and \(leastOpenFiles) are needed; raise 'ulimit -n'")
        }
        if let limit = limit(RLIMIT_STACK), limit < leastStack {
            throw Failure(
                .tooLarge,
                "the stack is limited to \(limit / 1024) KiB, and \(leastStack / 1024) KiB are needed; raise 'ulimit -s'"
            )
        }
    }

    private static func limit(_ resource: __rlimit_resource) -> rlim_t? {
        var limit = rlimit()
        return getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 ? limit.rlim_cur : nil
    }
}
