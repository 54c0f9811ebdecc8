import Foundation
import PNGReader
import Testing

@Suite("Files that cannot be written")
struct FileFailureTests {
    private let command = Command()

    @Test("on a full disk: status 74, and nothing is left")
    func fullDisk() throws {
        try command.folder.makeFolder("disk")
        let large = Command.small + ["--dpi", "300", "-o", "disk"]
        let mounted = try command.run(bash: "mount -t tmpfs -o size=8k none disk 2>&1")
        if mounted.status == 0 {
            defer { _ = try? command.run(bash: "umount disk") }
            let outcome = try command.run(large)
            outcome.expectError(74, saying: ["--output", "'disk/boundary-hidden-3.png'", "no space left"])
            #expect(command.folder.names == ["disk/"])
        } else if !Command.isSanitized {
            // Only root may mount; a limit on the size of files fails in the same call.
            let outcome = try command.run(bash: "ulimit -f 8; exec \"$@\"", large)
            outcome.expectError(74, saying: ["--output", "'disk/boundary-hidden-3.png'", "file too large"])
            #expect(command.folder.names == ["disk/"])
        }
    }

    @Test(
        "beyond the limit on file sizes: status 74, the old picture stays, and no temporary file",
        .enabled(if: !Command.isSanitized, "sanitizers map files"))
    func fileSizeLimit() throws {
        try command.folder.write("old", to: "output/boundary-hidden-3.png")
        let outcome = try command.run(bash: "ulimit -f 8; exec \"$@\"", Command.small + ["--dpi", "300"])
        outcome.expectError(74, saying: ["--output", "'output/boundary-hidden-3.png'", "file too large"])
        #expect(command.folder.files == ["output/boundary-hidden-3.png": Data("old".utf8)])
    }

    @Test("with too few open files: status 69")
    func openFiles() throws {
        try command.run(bash: "ulimit -n 8; exec \"$@\"", Command.small)
            .expectError(69, saying: ["the limit of open files is 8", "ulimit -n"])
        #expect(command.folder.names == [])
    }

    @Test("if one picture fails, finished pictures stay and no summary is written")
    func oneFails() throws {
        // The network that contains no other is drawn first; the other picture is written to a full device.
        let outcome = try command.run(
            bash: "mkdir output; ln -s /dev/full output/boundary-hidden-9.png; exec \"$@\"",
            Command.small + ["--hidden", "1,9", "--threads", "1", "--json", "summary.json"])
        outcome.expectError(74, saying: ["--output", "'output/boundary-hidden-9.png'", "no space left"])
        #expect(command.folder.names == ["output/", "output/boundary-hidden-1.png", "output/boundary-hidden-9.png"])
        #expect(throws: Never.self) { try DecodedPNG(command.folder.bytes("output/boundary-hidden-1.png")) }
    }

    @Test("--json into a missing folder writes no picture and creates no folder")
    func missingFolder() throws {
        let outcome = try command.run(Command.small + ["--json", "missing/summary.json"])
        outcome.expectError(73, saying: ["--json", "'missing/summary.json'"])
        #expect(command.folder.names == [])
    }

    @Test("--json into the folder that the run makes")
    func newFolder() throws {
        try command.run(Command.small + ["--max-iterations", "0", "-q", "-o", "new", "--json", "new/summary.json"])
            .expectSuccess()
        #expect(command.folder.names == ["new/", "new/boundary-hidden-3.png", "new/summary.json"])
    }

    @Test("standard output on a full disk: status 74", arguments: [["data"], Command.small])
    func fullStandardOutput(arguments: [String]) throws {
        let outcome = try command.run(bash: "exec \"$@\" >/dev/full", arguments)
        #expect(outcome.status == 74)
        #expect(outcome.errorLines.last == "Error: cannot write to standard output: no space left on device")
    }

    @Test(
        "a folder that only root could write into: status 73", .enabled(if: geteuid() != 0, "root may write anywhere"))
    func readOnlyFolder() throws {
        let outcome = try command.run(bash: "mkdir -m 555 locked; exec \"$@\"", Command.small + ["-o", "locked"])
        outcome.expectError(73, saying: ["--output", "'locked/boundary-hidden-3.png'", "permission denied"])
        #expect(command.folder.names == ["locked/"])
    }
}
