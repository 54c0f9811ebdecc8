import Foundation
import Testing

/// A running process whose streams go to files.
///
/// Pipes would stay open if another process inherited them.
final class RunningCommand {
    private let process: Process
    private let streams = TemporaryFolder()
    private let hasEnded = DispatchSemaphore(value: 0)

    init(_ process: Process) throws {
        self.process = process
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try streams.newFile("stdout")
        process.standardError = try streams.newFile("stderr")
        process.terminationHandler = { [hasEnded] _ in hasEnded.signal() }
        try process.run()
    }

    /// Sends a signal; SIGINT is Ctrl-C.
    func interrupt(_ signal: Int32 = SIGINT) {
        kill(process.processIdentifier, signal)
    }

    /// Waits for the process; after `seconds`, kills it and fails the test.
    func outcome(within seconds: Double) throws -> Outcome {
        if hasEnded.wait(timeout: .now() + seconds) == .timedOut {
            Issue.record("still running after \(seconds) s: \(process.arguments ?? [])")
            kill(process.processIdentifier, SIGKILL)
            hasEnded.wait()
        }
        return Outcome(
            status: process.terminationStatus, endedBySignal: process.terminationReason == .uncaughtSignal,
            output: try streams.text("stdout"), errors: try streams.text("stderr"))
    }
}

/// The exit status, or the number of the signal.
struct Outcome {
    /// The exit status, or the signal's number.
    let status: Int32
    let endedBySignal: Bool
    /// Standard output.
    let output: String
    /// Standard error.
    let errors: String

    var outputLines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }
    var errorLines: [Substring] { errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }

    /// Expects success and an empty standard error.
    func expectSuccess(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(status == 0 && !endedBySignal, "\(errors)", sourceLocation: sourceLocation)
        #expect(errors == "", sourceLocation: sourceLocation)
    }

    /// Expects an exit status, and one line on standard error that begins with `Error:` and contains all `words`. A command
    /// may follow on a line of its own.
    func expectError(_ expected: Int32, saying words: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(status == expected && !endedBySignal, "\(errors)", sourceLocation: sourceLocation)
        let messages = errorLines.filter { !$0.hasPrefix("boundaryplot ") }
        #expect(
            messages.count == 1 && errorLines.count <= 2 && errors.hasSuffix("\n"), "\(errors)",
            sourceLocation: sourceLocation)
        #expect(errors.hasPrefix("Error: "), "\(errors)", sourceLocation: sourceLocation)
        for word in words {
            #expect(errors.contains(word), "\(errors)", sourceLocation: sourceLocation)
        }
    }
}
