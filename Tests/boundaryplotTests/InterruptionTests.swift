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

    @Test("A closed terminal ends the run too, and nothing is left")
    func hangUp() throws {
        // A handler is certainly installed when the output folder exists.
        let running = try command.start(["--hidden", "2000", "--threads", "1", "--step", "0.1"])
        waitForOutputFolder()
        running.interrupt(by: SIGHUP)
        let outcome = try running.outcome(within: 60)
        #expect(!outcome.endedBySignal && outcome.errors.hasPrefix("Error: interrupted"), "\(outcome.errors)")
        #expect(command.folder.names == ["output/"])
    }

    @Test("nohup keeps the run alive")
    func nohup() throws {
        let outcome = try command.run(
            bash: #"""
                trap '' HUP; mkfifo pipe; "$@" & sleep 0.5; kill -HUP $!; printf 'a,b,c\n1,2,x\n2,1,y\n3,3,x\n' > pipe; wait $!
                """#,
            ["pipe", "-o", "a.png", "--tolerance", "1", "-q"], within: 20)
        outcome.expectSuccess()
        #expect(command.folder.names.contains("a.png"))
    }

    private func waitForOutputFolder() {
        let path = command.folder.url.appending(path: "output").path
        let deadline = Date.now + 60
        while !FileManager.default.fileExists(atPath: path) && Date.now < deadline { usleep(10_000) }
    }
}
