import CInterruption
import Glibc

/// Handling of SIGINT (Ctrl-C), SIGTERM and SIGHUP (the terminal has closed).
///
/// The first signal stops the run at its next check; finished pictures stay. If the run has not ended 60 ms later, or at
/// a second signal, the temporary files are removed and the process ends.
enum Interruption {
    static var isRequested: Bool { interruption_signal() != 0 }

    /// The exit status of an interrupted process: 128 + the number of the signal, as in a shell.
    static var status: Int32 { 128 + interruption_signal() }

    /// Installs the handlers, and turns a file size limit (SIGXFSZ) into an error of the write.
    ///
    /// A closed pipe ends the process silently, even if the parent process ignores SIGPIPE, as service managers do.
    static func install() {
        // The line that the run would print itself, after clearing a progress line.
        let clearing = StandardStream.error.isTerminal && !Terminal.isDumb ? Terminal.clearedLine : ""
        let drawsNothing = ["columns", "grid", "predict", "inspect", "rerun", "data"].contains(
            ProgramArguments.words.first)
        let rest = drawsNothing ? "" : "; finished pictures and fits stay"
        interruption_install(strdup("\(clearing)Error: interrupted\(rest)\n"))
        var handled = sigset_t()
        sigemptyset(&handled)
        sigaddset(&handled, SIGPIPE)
        pthread_sigmask(SIG_UNBLOCK, &handled, nil)
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_DFL)
    }
}
