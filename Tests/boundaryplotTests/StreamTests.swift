import Foundation
import Testing

@Suite("Standard streams")
struct StreamTests {
    private let command = Command()

    private static let strace = "/usr/bin/strace"

    @Test(
        "Closed standard output is an error of status 74, and no file takes its place",
        arguments: [["data"], ["--help"], ["tune", "--hidden", "1,2", "--lambda", "0.1", "--folds", "2"], []])
    func closedOutput(arguments: [String]) throws {
        let isDrawing = arguments.first != "data" && arguments.first != "--help"
        let outcome = try command.run(
            bash: #"exec "$@" >&-"#,
            arguments + (isDrawing ? ["--samples", "20", "--step", "0.1", "--dpi", "50", "--tolerance", "0.1"] : []))
        #expect(outcome.status == 74)
        #expect(outcome.errorLines.last == "Error: cannot write to standard output: bad file descriptor")
        for (name, bytes) in command.folder.files where !name.hasSuffix(".png") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("* chosen"), "\(name)")
        }
        #expect(!command.folder.names.contains { $0.hasSuffix("tune.ndjson") })
    }

    @Test("Closed standard error and input disturb no file")
    func closedErrors() throws {
        let outcome = try command.run(
            bash: #""$@" -o a.png 2>&- <&- && "$@" -o b.png"#, Command.small + ["--json", "summary.json"])
        #expect(outcome.status == 0)
        #expect(try command.folder.bytes("a.png") == command.folder.bytes("b.png"))
        #expect(try command.folder.text("summary.json").hasPrefix("{"))
    }

    @Test("Help on a full disk: status 74", arguments: ["--help", "--version", "help"])
    func fullHelp(word: String) throws {
        try command.run(bash: #"exec "$@" >/dev/full"#, [word])
            .expectError(74, saying: ["cannot write to standard output: no space left on device"])
    }

    @Test("/dev/stdout, /dev/stderr and /dev/fd keep what a redirection appends to")
    func appending() throws {
        try command.run(Command.small + ["-q", "--tolerance", "1", "--save-model", "model.json"]).expectSuccess()
        try command.folder.write("x1,x2\n1,2\n3,4\n", to: "points.csv")
        for (file, redirection) in [("/dev/stdout", ">>"), ("/dev/fd/3", "3>>")] {
            try command.folder.write("kept\n", to: "log")
            try command.run(
                bash: #"exec "$@" \#(redirection) log"#, ["predict", "--model", "model.json", "points.csv", "-o", file]
            ).expectSuccess()
            let lines = try command.folder.text("log").split(separator: "\n")
            #expect(lines.count == 4 && lines[0] == "kept" && lines[1].hasPrefix("row,"), "\(file): \(lines)")
        }
        try command.folder.write("kept\n", to: "log")
        _ = try command.run(
            bash: #"exec "$@" 2>> log"#, Command.small + ["-q", "--tolerance", "1", "--json", "/dev/stderr"])
        #expect(try command.folder.text("log").hasPrefix("kept\n{\n"))
    }

    @Test("predict opens a pipe once, and its reader sees all rows")
    func pipe() throws {
        try command.run(Command.small + ["-q", "--tolerance", "1", "--save-model", "model.json"]).expectSuccess()
        let outcome = try command.run(
            bash:
                #"mkfifo pipe; wc -l < pipe & "$1" data --samples 9000 | "$@" -o pipe; status=$?; wait; exit $status"#,
            ["predict", "--model", "model.json", "-"], within: 20)
        outcome.expectSuccess()
        #expect(outcome.output.split(separator: "\n") == ["9001"])
    }

    @Test("A path that is not UTF-8 is an error, and no other name is written")
    func notUTF8() throws {
        try command.run(bash: #"exec "$@" -o $'\xff.png'"#, Command.small).expectError(64, saying: ["not UTF-8"])
        #expect(command.folder.names == [])
    }

    @Test("A terminal gets no control characters of foreign names, and a pipe gets them")
    func terminal() throws {
        let data = "wi\u{9b}31mdth,height,species\n1,2,a\u{202e}s\u{1b}]0;x\u{7}h\n2,9,birch\n3,3,birch\n"
        try command.folder.write(data, to: "t.csv")
        try command.run(["t.csv", "-q", "--tolerance", "1", "-o", "a.png", "--save-model", "m.json"]).expectSuccess()
        for words in [
            "data t.csv", "inspect --json a.png", "predict --model m.json t.csv", "t.csv --json - --tolerance 1 -q",
            "t.csv --tolerance 1 --emit html -q", "predict --model m.json t.csv -o /dev/tty",
        ] {
            let piped = try command.run(words.replacing("/dev/tty", with: "-").split(separator: " ").map(String.init))
            #expect(piped.output.unicodeScalars.contains { [0x9b, 0x202e].contains($0.value) }, "\(words)")
            let shown = try command.run(bash: #"script -qec "$1 \#(words)" /dev/null"#).output
            #expect(shown.contains("\u{fffd}"), "\(words)")
            #expect(
                !shown.unicodeScalars.contains { [0x9b, 0x202e, 0x1b, 7].contains($0.value) },
                "\(words): \(shown.debugDescription)")
        }
    }

    @Test(
        "A result that took a second is on the disk before and after its renaming; a quick one need not be",
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: strace) && !Command.isSanitized, "strace traces calls"))
    func durable() throws {
        try command.run(Command.small + ["-q", "--tolerance", "1", "--save-model", "model.json"]).expectSuccess()
        func calls(afterSeconds seconds: Double) throws -> [String] {
            let outcome = try command.run(
                bash: """
                    (echo x1,x2; sleep \(seconds); echo 1,2) | strace -f -e trace=fsync,renameat,renameat2 -o trace "$@"
                    """, ["predict", "--model", "model.json", "-", "-o", "out.csv"])
            #expect(outcome.status == 0)
            return try command.folder.text("trace").split(separator: "\n").compactMap { line in
                ["fsync", "rename"].first { line.contains(" \($0)") }
            }
        }
        #expect(try calls(afterSeconds: 0) == ["rename"])
        #expect(try calls(afterSeconds: 1.5) == ["fsync", "rename", "fsync"])
    }
}
