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

    @Test("A path that is not UTF-8 keeps its bytes, of files that are read and written")
    func notUTF8() throws {
        // A byte in front, in the middle of a character that is not complete, and one of the characters for such bytes.
        let names = #"$'\xff.png' $'a\xe2\x82/\xf4\x8f\xbb\xbf.pdf'"#
        let rows = (0..<8).map { "\($0 * 3 % 8),\($0),\(["a", "b"][$0 % 2])" }.joined(separator: #"\n"#)
        let outcome = try command.run(
            bash: """
                printf 'x,y,label\\n\(rows)\\n' > $'d\\xfe.csv' && for name in \(names); do
                "$@" $'d\\xfe.csv' -o "$name" --save-model $'m\\xc3.json' || exit; test -s "$name" || exit
                "$1" rerun "$name" && "$1" predict --model $'m\\xc3.json' $'d\\xfe.csv' -o $'p\\x80.csv' || exit; done
                LC_ALL=C; for name in *; do printf %q' ' "$name"; done
                """, ["--tolerance", "1", "--dpi", "50", "-q"])
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
        #expect(
            outcome.output == """
                '\u{fffd}.png' comes out the same, byte for byte
                'a\u{fffd}\u{fffd}/\u{fffd}\u{fffd}\u{fffd}\u{fffd}.pdf' comes out the same, byte for byte
                $'a\\342\\202' $'d\\376.csv' $'m\\303.json' $'p\\200.csv' $'\\377.png' 
                """)
        for (language, path) in [("html", #"src="b%FF.png""#), ("latex", #"$'{b\xff.png}'"#)] {
            let snippet = try command.run(
                bash: #""$1" $'d\xfe.csv' -o $'b\xff.png' --max-iterations 0 --emit \#(language) 2>&1 "#
                    + #"| LC_ALL=C grep -a -c \#(language == "html" ? "'\(path)'" : path)"#)
            #expect(snippet.output == "1\n")
        }
        let columns = try command.run(bash: #""$1" columns $'d\xfe.csv' | tail -n 1"#)
        #expect(columns.output == #"boundaryplot $'d\xfe.csv' --x x --y y --label label"# + "\n")
        try command.run(bash: #"exec "$@" $'n\xff.csv'"#).expectError(66, saying: ["'n\u{fffd}.csv'"])
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
