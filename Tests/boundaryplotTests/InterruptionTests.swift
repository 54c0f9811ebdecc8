import Foundation
import PNGReader
import Testing

@Suite("Ctrl-C")
struct InterruptionTests {
    private let command = Command()

    @Test(
        "ends the run with status 130; finished pictures stay whole, and nothing else is left",
        .enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1, "one picture after the other, the largest first")
    )
    func interrupt() throws {
        let running = try command.start([
            "--hidden", "1,2000", "--threads", "2", "--step", "0.1", "--dpi", "50",
            "--json", "summary.json",
        ])
        // The small network is finished soon.
        let finished = command.folder.url.appending(path: "output/boundary-hidden-1.png").path
        let deadline = Date.now + 60
        while !FileManager.default.fileExists(atPath: finished) && Date.now < deadline { usleep(10_000) }
        running.interrupt()
        let outcome = try running.outcome(within: 60)

        outcome.expectError(130, saying: ["interrupted", "finished pictures stay"])
        #expect(outcome.output == "")
        #expect(command.folder.names == ["output/", "output/boundary-hidden-1.png"])
        #expect(throws: Never.self) { try DecodedPNG(command.folder.bytes("output/boundary-hidden-1.png")) }
    }

    /// A run that is in a place where it cannot be asked to stop, as lines of bash and arguments.
    struct Stuck: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var line = "exec \"$@\""
        let arguments: [String]
    }

    static let stuck = [
        Stuck(testDescription: "opening a FIFO", line: "mkfifo f; exec \"$@\"", arguments: ["f"]),
        Stuck(testDescription: "reading a FIFO", line: "mkfifo f; exec 3<>f; exec \"$@\"", arguments: ["f"]),
        Stuck(testDescription: "reading endless input", line: "exec \"$@\" < <(yes 1,2,0)", arguments: ["-"]),
        Stuck(
            testDescription: "writing to a full pipe", line: "mkfifo f; exec 3<>f; exec \"$@\" >f",
            arguments: ["data", "--samples", "100000"]),
        Stuck(testDescription: "generating data", arguments: ["data", "--samples", "10000000", "--data", "blobs"]),
        Stuck(
            testDescription: "drawing many classes",
            arguments: ["--data", "blobs", "--centers", "100", "--max-iterations", "1", "-j", "1", "--step", "0.01"]),
    ]

    @Test(
        "is noticed at once wherever a run is",
        .enabled(if: !Command.isSanitized, "sanitizers deliver signals when a system call has ended"),
        arguments: stuck, [SIGINT, SIGTERM, SIGHUP])
    func noticed(_ stuck: Stuck, signal: Int32) throws {
        let running = try command.start(bash: stuck.line, stuck.arguments)
        usleep(300_000)
        let start = ContinuousClock.now
        running.interrupt(signal)
        let outcome = try running.outcome(within: 20)
        // 60 ms on a machine that does nothing else; the memory of the process must be freed, too.
        #expect(ContinuousClock.now - start < .seconds(2))
        #expect(outcome.status == 128 + signal && !outcome.endedBySignal)
        #expect(outcome.errors.hasPrefix("Error: interrupted"))
        // Only commands that draw have pictures that stay.
        #expect(outcome.errors.contains("pictures") == (stuck.arguments.first != "data"))
        #expect(command.folder.names.allSatisfy { ["f", "output/"].contains($0) })
    }

    @Test("removes the temporary file of a file that is being written", arguments: [SIGINT, SIGTERM, SIGHUP])
    func temporaryFile(signal: Int32) throws {
        let quick = Command.small + ["--tolerance", "1", "-q"]
        try command.run(quick + ["--save-model", "m.json", "-o", "a.png"]).expectSuccess()
        try command.folder.write("x1,x2\n1,2\n", to: "rows.csv")
        // The reader of the FIFO waits for more rows after the temporary file is there.
        let running = try command.start(
            bash: "mkfifo f; exec 3<>f; (cat rows.csv; yes 1,2 | head -20000) >f & exec \"$@\"",
            ["predict", "--model", "m.json", "f", "-o", "out.csv"])
        let deadline = Date.now + 20
        while !command.folder.names.contains(where: { $0.hasSuffix(".tmp") }) && Date.now < deadline { usleep(10_000) }
        #expect(command.folder.names.contains { $0.hasSuffix(".tmp") })
        running.interrupt(signal)
        #expect(try running.outcome(within: 20).status == 128 + signal)
        #expect(command.folder.names == ["a.png", "f", "m.json", "rows.csv"])
    }

    @Test("SIGHUP is ignored under nohup")
    func nohup() throws {
        let outcome = try command.run(
            bash: "trap '' HUP; \"$@\" & sleep 0.2; kill -HUP $!; wait $!", ["data", "--samples", "1000000"])
        #expect(outcome.status == 0)
    }
}
