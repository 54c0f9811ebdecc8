import Dispatch
import Glibc
import Subprocesses
import Testing

@Suite("Input and output of shell commands")
struct ShellCommandTests {
    /// Bytes that do not repeat soon: more than pipes hold.
    private static let largeInput = (0..<1_250_000).map { (index: UInt32) in index &* 2_654_435_761 }
        .withUnsafeBytes { Array($0) }

    private var largeInput: [UInt8] { Self.largeInput }

    @Test("5 MB of input come back from cat", arguments: [1_000, 100_000, 5_000_000])
    func echoes(pieceSize: Int) throws {
        let run = try CommandRun("cat", input: largeInput, pieceSize: pieceSize)
        #expect(run.output == largeInput)
        #expect(run.end == ShellCommandEnd(.exited(0)))
    }

    @Test("Output can be read a few bytes at a time")
    func smallBuffers() throws {
        let input = Array(largeInput[..<2_000])
        for size in [1, 7] { #expect(try CommandRun("cat", input: input, bufferSize: size).output == input) }
    }

    @Test("A command that reads none of its input, or stops reading, ends as others do")
    func unreadInput() throws {
        let silent = try CommandRun("true", input: largeInput)
        #expect(silent.output.isEmpty)
        #expect(silent.end == ShellCommandEnd(.exited(0), inputWasReadCompletely: false))
        let short = try CommandRun("echo a", input: largeInput)
        #expect(short.text == "a\n")
        #expect(short.end == ShellCommandEnd(.exited(0), inputWasReadCompletely: false))
        let closing = try CommandRun("exec <&-; sleep 0.1; echo done", input: largeInput)
        #expect(closing.text == "done\n")
        #expect(closing.end == ShellCommandEnd(.exited(0), inputWasReadCompletely: false))
        let head = try CommandRun("head -c 3", input: largeInput)
        #expect(head.output == Array(largeInput[..<3]))
        #expect(!head.end.inputWasReadCompletely)
    }

    @Test("A command may write nothing, start late, or write before it reads")
    func order() throws {
        let silent = try CommandRun("cat > /dev/null", input: largeInput)
        #expect(silent.output.isEmpty && silent.end == ShellCommandEnd(.exited(0)))
        #expect(try CommandRun("sleep 0.3; cat", input: largeInput).output == largeInput)
        let early = try CommandRun("head -c 1000000 /dev/zero; wc -c", input: largeInput)
        #expect(early.output.count(where: { $0 == 0 }) == 1_000_000)
        #expect(early.output.suffix(8) == Array("5000000\n".utf8))
        #expect(early.end == ShellCommandEnd(.exited(0)))
    }

    @Test("Input is written as soon as there is room, even if there is no output")
    func inputSpeed() throws {
        let start = ContinuousClock.now
        let run = try CommandRun("wc -c", input: [UInt8](repeating: 65, count: 60_000_000), pieceSize: 1_000_000)
        #expect(run.text == "60000000\n")
        // A pipe holds 64 KiB: with a wait of 10 ms for each of them this would take 9 s.
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test("Status and signal are those of the command")
    func ends() throws {
        #expect(try CommandRun("exit 3").end == ShellCommandEnd(.exited(3)))
        #expect(try CommandRun("exit 255").end == ShellCommandEnd(.exited(255)))
        #expect(try CommandRun("no-such-command 2> /dev/null").end == ShellCommandEnd(.exited(127)))
        #expect(try CommandRun("kill -9 $$").end == ShellCommandEnd(.signalled(9)))
        #expect(try CommandRun("-x 2> /dev/null").end == ShellCommandEnd(.exited(127)))
    }

    @Test("A command that closes its output is waited for")
    func closedOutput() throws {
        #expect(try CommandRun("sleep 60 >&- & exec >&-; sleep 0.2; exit 3").end == ShellCommandEnd(.exited(3)))
    }

    @Test("Variables are added to the environment, or replace those in it")
    func environment() throws {
        let variables = ["BOUNDARYPLOT_TRAIN": "a b='c'\n$d", "HOME": "/nowhere", "EMPTY": ""]
        let run = try CommandRun("env -0", environment: variables)
        let entries = run.text.split(separator: "\0").map(String.init)
        for (name, value) in variables {
            #expect(entries.filter { $0.hasPrefix(name + "=") } == ["\(name)=\(value)"])
        }
        let path = try #require(getenv("PATH").map { String(cString: $0) })
        #expect(entries.contains("PATH=\(path)"))
    }

    @Test("Bytes of a path that are not UTF-8 reach the command")
    func pathBytes() throws {
        let run = try CommandRun("printf '%s' \"$X\"'\u{10fee9}'", environment: ["X": "\u{10feff}"])
        #expect(run.output == [0xff, 0xe9])
    }

    @Test("Standard input and output can be opened by name; standard error is that of this process")
    func streams() throws {
        #expect(try CommandRun("cat /dev/stdin > /dev/stdout", input: largeInput).output == largeInput)
        let run = try CommandRun("readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2")
        try #require(run.lines.count == 3)
        #expect(run.lines[0].hasPrefix("pipe:") && run.lines[1].hasPrefix("pipe:"))
        #expect(run.lines[2] == ProcessTable.target(ofDescriptor: 2) ?? "")
    }

    @Test("A command that cannot be started is an error")
    func cannotStart() {
        #expect(throws: ShellCommandError.notStarted(reason: "a command or a variable contains a zero byte")) {
            try CommandRun("echo a\0b")
        }
        #expect(throws: ShellCommandError.notStarted(reason: "argument list too long")) {
            try CommandRun("echo " + String(repeating: "a", count: 200_000))
        }
    }

    @Test("Twenty commands run at once")
    func concurrency() {
        DispatchQueue.concurrentPerform(iterations: 20) { index in
            let input = Array(largeInput[(index * 1000)...].prefix(500_000))
            let run = try? CommandRun("cat; exit \(index)", input: input)
            #expect(run?.output == input)
            #expect(run?.end == ShellCommandEnd(.exited(Int32(index))))
        }
    }
}
