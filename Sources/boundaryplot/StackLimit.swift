import DecisionBoundary
import Glibc

/// The stack that the process needs.
enum StackLimit {
    /// Cairo and FreeType keep buffers on the stack: a picture takes up to 190 KiB.
    private static let leastKibibytes: UInt = 512

    /// Ends the process if the limit on its stack (`ulimit -s`) is too small, which would be a crash later.
    static func check() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0,
            limit.rlim_cur < 1024 * leastKibibytes
        else { return }
        StandardStream.note(
            "Error: the stack is limited to \(limit.rlim_cur / 1024) KiB, and \(leastKibibytes) KiB are needed; raise 'ulimit -s'"
        )
        exit(RunError.Kind.tooLarge.rawValue)
    }
}
