import Glibc
import Subprocesses
import Testing

@Suite("Signals of shell commands and of the threads that run them")
struct SignalTests {
    @Test("A command has no blocked and no ignored signals, whatever this process does")
    func signalsOfCommands() throws {
        signal(SIGUSR2, SIG_IGN)
        defer { signal(SIGUSR2, SIG_DFL) }
        try blocking(SIGUSR2) {
            let run = try CommandRun("grep -E '^Sig(Blk|Ign)' /proc/self/status")
            try #require(run.lines.count == 2)
            for line in run.lines {
                let signals = try #require(UInt64(line.drop { $0 != "\t" }.dropFirst(), radix: 16))
                // SIGHUP may be ignored, by nohup; 32 and 33 belong to libc.
                #expect(signals & ~(1 << 31 | 1 << 32 | 1 << UInt64(SIGHUP - 1)) == 0, "\(line)")
            }
        }
    }

    @Test("A command that reads no input ends silently where its reader is gone")
    func brokenPipeInCommands() throws {
        #expect(try CommandRun("exec 3>&1; (yes; kill -l $? >&3) | true").text == "PIPE\n")
    }

    @Test("No SIGPIPE is left by a command that reads no input, and one that was pending is kept")
    func brokenPipe() throws {
        try blocking(SIGPIPE) {
            try breakPipe()
            #expect(!isPending(SIGPIPE))
            pthread_kill(pthread_self(), SIGPIPE)
            #expect(isPending(SIGPIPE))
            try breakPipe()
            #expect(isPending(SIGPIPE))
            // Would end this process otherwise.
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGPIPE)
            var number: CInt = 0
            sigwait(&signals, &number)
            #expect(number == SIGPIPE)
        }
    }

    @Test("The mask of the thread stays the same")
    func mask() throws {
        try blocking(SIGUSR1) {
            let before = blockedSignals
            try breakPipe()
            #expect(before.contains(SIGUSR1))
            #expect(blockedSignals == before)
        }
    }

    /// Runs a command that closes its input early.
    private func breakPipe() throws {
        let run = try CommandRun("exec <&-; sleep 0.1", input: [UInt8](repeating: 65, count: 5_000_000))
        #expect(!run.end.inputWasReadCompletely)
    }

    /// Calls `body` with a signal blocked in this thread.
    private func blocking(_ number: CInt, _ body: () throws -> Void) rethrows {
        var (signals, mask) = (sigset_t(), sigset_t())
        sigemptyset(&signals)
        sigaddset(&signals, number)
        pthread_sigmask(SIG_BLOCK, &signals, &mask)
        defer { pthread_sigmask(SIG_SETMASK, &mask, nil) }
        try body()
    }

    /// The signals that are blocked in this thread.
    private var blockedSignals: [CInt] {
        var mask = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &mask)
        return (1...64).filter { sigismember(&mask, $0) == 1 }
    }

    private func isPending(_ number: CInt) -> Bool {
        var pending = sigset_t()
        sigpending(&pending)
        return sigismember(&pending, number) == 1
    }
}
