import Foundation
import Testing

/// A line of bash that runs its words where /proc is an empty folder.
private let hidden = "unshare --user --map-root-user --mount sh -c 'mount -t tmpfs none /proc && exec \"$@\"' sh"

/// True if the system lets this user hide /proc from a process.
private let canHideProc = (try? Command().run(bash: "\(hidden) true").status) == 0

@Suite(
    "In a root without /proc", .enabled(if: canHideProc),
    .enabled(if: !Command.isSanitized, "sanitizers read /proc and say so if they cannot"))
struct WithoutProcTests {
    private let command = Command()

    @Test("the words of the command line arrive")
    func arguments() throws {
        let prediction = try command.run(bash: "\(hidden) \"$@\"", ["predict", "--model", "absent.json", "x.csv"])
        prediction.expectError(66, saying: ["'absent.json'"])
        let picture = try command.run(bash: "\(hidden) \"$@\"", ["--max-iterations", "0", "-o", "a.png"])
        picture.expectSuccess()
        #expect(command.folder.names == ["a.png"])
    }

    @Test("a request that needs more memory than the machine has is refused")
    func memory() throws {
        try command.run(bash: "\(hidden) \"$@\"", ["--samples", "1000000000000"])
            .expectError(69, saying: ["--samples 1000000000000"])
        #expect(command.folder.names == [])
    }
}
