import DecisionBoundary
import Glibc

/// The limits of the process (`ulimit`) below which a library ends it by a trap instead of an error.
enum ProcessLimits {
    /// Dispatch opens descriptors for its own use, and cannot go on without them.
    private static let leastOpenFiles: rlim_t = 16

    /// - Throws: `Failure` of status 69 if a limit is too low.
    static func check() throws(Failure) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < leastOpenFiles
        else { return }
        throw Failure(
            .tooLarge, "the limit of open files is \(limit.rlim_cur), and \(leastOpenFiles) are needed; see 'ulimit -n'"
        )
    }
}
