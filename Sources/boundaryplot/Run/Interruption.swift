import Glibc
import Synchronization

/// Ctrl-C, and a polite request to end.
///
/// The first one is noted: the picture under way is given up and those that are finished stay. A second one ends the
/// process at once.
enum Interruption {
    private static let wasRequested = Atomic(false)

    static var isRequested: Bool { wasRequested.load(ordering: .relaxed) }

    /// Takes over SIGINT and SIGTERM, and makes a full file size limit an error of the write rather than a signal.
    ///
    /// A closed pipe ends the process silently, even where the parent ignores SIGPIPE, as service managers do.
    static func install() {
        // Made before a signal can come: a handler may store into it but not create it.
        wasRequested.store(false, ordering: .relaxed)
        for number in [SIGINT, SIGTERM] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { _ in Interruption.wasRequested.store(true, ordering: .relaxed) }
            action.sa_flags = CInt(bitPattern: UInt32(SA_RESETHAND))
            sigaction(number, &action, nil)
        }
        // A parent that starts the process on one of Dispatch's threads hands on that thread's mask, which holds them
        // back.
        var handled = sigset_t()
        sigemptyset(&handled)
        for number in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&handled, number) }
        pthread_sigmask(SIG_UNBLOCK, &handled, nil)
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_DFL)
    }

    /// - Throws: `Failure` of status 130 once a request has come.
    static func check() throws(Failure) {
        if isRequested { throw Failure(.interrupted, "interrupted; finished pictures stay") }
    }
}
