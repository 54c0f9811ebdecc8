import Glibc
import Synchronization

/// Handling of SIGINT (Ctrl-C), SIGTERM and SIGHUP (the terminal has closed).
///
/// The first signal stops the current picture; finished pictures stay. The second signal ends the process at once.
enum Interruption {
    private static let wasRequested = Atomic(false)

    static var isRequested: Bool { wasRequested.load(ordering: .relaxed) }

    /// Installs handlers for these signals, and turns a file size limit (SIGXFSZ) into an error of the write.
    ///
    /// A closed pipe ends the process silently, even if the parent process ignores SIGPIPE, as service managers do.
    static func install() {
        // Initialises the atomic value now: a signal handler may store into it but not create it.
        wasRequested.store(false, ordering: .relaxed)
        for number in [SIGINT, SIGTERM, SIGHUP] where number != SIGHUP || !isIgnored(SIGHUP) {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { _ in Interruption.wasRequested.store(true, ordering: .relaxed) }
            action.sa_flags = CInt(bitPattern: UInt32(SA_RESETHAND))
            sigaction(number, &action, nil)
        }
        // A parent that starts the process from a thread of Dispatch passes on a mask that blocks these signals.
        var handled = sigset_t()
        sigemptyset(&handled)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&handled, number) }
        pthread_sigmask(SIG_UNBLOCK, &handled, nil)
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_DFL)
    }

    /// Returns true if the parent process has made this one ignore a signal, as `nohup` does.
    private static func isIgnored(_ number: CInt) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
