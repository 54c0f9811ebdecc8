import Foundation
import Testing

@Suite("Where no thread can be started")
struct ThreadLimitTests {
    private let command = Command()

    /// Runs the command so that it cannot start a thread. The limit does not bind root.
    private static let line =
        geteuid() == 0
        ? "exec setpriv --reuid 65534 --clear-groups prlimit --nproc=1 \"$@\"" : "ulimit -u 1; exec \"$@\""
    private static let isPossible: Bool =
        (try? Command().run(bash: line, ["--version"]))?.status == 0

    @Test("the run ends with the same picture", .enabled(if: isPossible, "needs setpriv, and files that all may read"))
    func sameBytes() throws {
        let sheet =
            ["sheet", "--hidden", "1,2", "--samples", "2000", "-j", "2", "-q", "-o", "-"] + Command.small.dropFirst(2)
        let usual = try command.run(bash: "\"$@\" >a.png", sheet)
        let limited = try command.run(bash: "exec >b.png; \(Self.line)", sheet, within: 30)
        #expect(usual.status == 0 && limited.status == 0, "\(limited.errors)")
        #expect(try command.folder.bytes("a.png") == command.folder.bytes("b.png"))
    }

    @Test(
        "text for Pango is an error of status 69",
        .enabled(if: isPossible, "needs setpriv, and files that all may read"), arguments: ["1", "2"])
    func text(threads: String) throws {
        try command.run(
            bash: Self.line, Command.small + ["--title", "\u{5e9}\u{5dc}", "-j", threads, "-o", "-"], within: 30
        ).expectError(69, saying: ["\u{5e9}", "Pango", "threads", "ulimit -u"])
    }
}
