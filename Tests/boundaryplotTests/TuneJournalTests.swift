import Foundation
import Testing

@Suite("What an interrupted tune leaves")
struct TuneJournalTests {
    private let command = Command()
    private static let journal = "output/tune.ndjson"

    /// Options for fast small networks, followed by networks that take much longer than the test waits.
    private static let long = [
        "tune", "--hidden", "1,2,1500", "--lambda", "1", "--folds", "2", "--samples", "400", "--step", "0.1", "--dpi",
        "50", "-q", "--tolerance", "0",
    ]
    private static let short = [
        "tune", "--hidden", "1,2", "--lambda", "1,0.1", "--folds", "2", "--samples", "60", "--max-iterations", "20",
        "--step", "0.1", "--dpi", "50", "-q",
    ]

    /// The files of a complete run, without durations.
    private func files(of command: Command) throws -> [String: Data] {
        var files = command.folder.files
        let json = String(decoding: try #require(files["output/tune.json"]), as: UTF8.self)
        files["output/tune.json"] = Data(json.replacing(/"seconds" : \{[^}]*\}/, with: "").utf8)
        return files
    }

    /// The journal of a complete run of `short`, as it is just before the last files are written.
    private func wholeJournal() throws -> [Substring] {
        let other = Command()
        let failing = try other.run(
            bash: "mkdir output; ln -s /dev/full output/tune.csv; exec \"$@\"", Self.short)
        #expect(failing.status == 74, "\(failing.errors)")
        return try other.folder.text(Self.journal).split(separator: "\n")
    }

    @Test("Ctrl-C ends with status 130 and keeps the fits that are finished")
    func interrupted() throws {
        let running = try command.start(Self.long + ["-j", "1", "--max-iterations", "3000"])
        let path = command.folder.url.appending(path: Self.journal).path
        let deadline = Date.now + 60
        while !FileManager.default.fileExists(atPath: path) && Date.now < deadline { usleep(10_000) }
        usleep(100_000)
        running.interrupt()
        let outcome = try running.outcome(within: 60)
        outcome.expectError(130, saying: ["interrupted", "of 6 fits", "'output/tune.ndjson'", "the same command"])
        #expect(command.folder.names == ["output/", Self.journal])
    }

    @Test("the same command continues from a part of the journal, and writes the same files")
    func resume() throws {
        let plain = Command()
        #expect(try plain.run(Self.short).status == 0)
        let lines = try wholeJournal()
        #expect(lines.count == 1 + 8)
        for kept in [1, 4, 9] {
            let other = Command()
            // The last line is truncated, as after a crash.
            let torn = kept < 9 ? String(lines[kept].prefix(20)) : ""
            try other.folder.write(lines[..<kept].joined(separator: "\n") + "\n" + torn, to: Self.journal)
            let outcome = try other.run(Self.short)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try files(of: other) == files(of: plain))
        }
    }

    @Test("fits in the journal are not repeated")
    func believed() throws {
        let lines = try wholeJournal()
        let changed = lines.map {
            $0.replacing(/"validationErrors":\d+/, with: "\"validationErrors\":7")
                .replacing(/"validationAccuracy":[0-9.]+/, with: "\"validationAccuracy\":\(Double(24 - 7) / 24)")
                .replacing(
                    /"correct":"[01]+"/,
                    with: "\"correct\":\"\(String(repeating: "0", count: 7) + String(repeating: "1", count: 17))\"")
        }
        try command.folder.write(changed.joined(separator: "\n") + "\n", to: Self.journal)
        #expect(try command.run(Self.short).status == 0)
        let rows = try command.folder.text("output/tune.csv").split(separator: "\n").dropFirst()
        #expect(rows.count == 8 && rows.allSatisfy { $0.split(separator: ",")[8] == "7" })
    }

    @Test(
        "of other settings is an error that names the difference; --fresh starts over",
        arguments: [
            (["--lambda", "1,0.2"], "--lambda"), (["--hidden", "1,3"], "--hidden"),
            (["--activation", "tanh"], "--activation"), (["--folds", "3"], "--folds"),
            (["--split-seed", "1"], "--split-seed"), (["--seed", "1"], "--seed"), (["--noise", "0.3"], "--noise"),
            (["--init-seed", "1"], "--init-seed"), (["--test-fraction", "0.3"], "--test-fraction"),
            (["--no-stratify"], "--stratify"), (["--optimizer", "lbfgs"], "--optimizer"),
            (["--tolerance", "0.1"], "--tolerance"), (["--restarts", "2"], "--restarts"),
            (["--max-iterations", "21"], "--max-iterations"), (["--samples", "61"], "--samples"),
            (["--repeats", "2"], "--repeats"),
        ])
    func otherSettings(arguments: [String], option: String) throws {
        let header = try #require(try wholeJournal().first)
        try command.folder.write(header + "\n", to: Self.journal)
        let outcome = try command.run(Self.short + arguments)
        outcome.expectError(64, saying: ["'output/tune.ndjson'", option, "--fresh"])
        #expect(try command.folder.text(Self.journal) == header + "\n")
        #expect(command.folder.names == ["output/", Self.journal])
        #expect(try command.run(Self.short + arguments + ["--fresh"]).status == 0)
    }

    @Test("of other pictures and threads is gone on with")
    func otherPictures() throws {
        let header = try #require(try wholeJournal().first)
        try command.folder.write(header + "\n", to: Self.journal)
        #expect(try command.run(Self.short + ["--dpi", "60", "-j", "1", "--one-standard-error"]).status == 0)
    }

    @Test(
        "that is not a journal is an error, and is kept",
        arguments: ["nonsense\n", "{}\n", "{\"journal\":1}\nx\n", "hello"])
    func noJournal(text: String) throws {
        try command.folder.write(text, to: Self.journal)
        try command.run(Self.short).expectError(65, saying: ["'output/tune.ndjson'", "--fresh"])
        #expect(try command.folder.text(Self.journal) == text)
    }

    @Test("of another format is an error, and is kept")
    func otherFormat() throws {
        let lines = try wholeJournal().joined(separator: "\n") + "\n"
        let other = lines.replacing("\"journal\":3", with: "\"journal\":2")
        #expect(other != lines)
        try command.folder.write(other, to: Self.journal)
        try command.run(Self.short).expectError(65, saying: ["'output/tune.ndjson'", "--fresh"])
        #expect(try command.folder.text(Self.journal) == other)
    }

    @Test(
        "a line in the middle that cannot be read is a warning, and its fit is made again",
        arguments: [
            #"^.*$"#, #""accuracy":[0-9.]+"#, #""validationErrors":\d+"#, #""validationCost":[0-9.]+"#,
            #""correct":"[01]+""#,
        ])
    func damagedLine(pattern: String) throws {
        let plain = Command()
        #expect(try plain.run(Self.short).status == 0)
        var lines = try wholeJournal().map(String.init)
        let damage = try Regex(pattern)
        let key = pattern.split(separator: ":")[0]
        lines[3] = lines[3].replacing(
            damage, with: key == pattern ? "{\"name\":" : "\(key):\(key.contains("Cost") ? -5 : 29)")
        try command.folder.write(lines.joined(separator: "\n") + "\n", to: Self.journal)
        let outcome = try command.run(Self.short)
        #expect(outcome.status == 0 && outcome.errors.contains("1 line of 'output/tune.ndjson' cannot be read"))
        #expect(try files(of: command) == files(of: plain))
    }

    @Test(
        "a fit whose number of points is not that of its fold is an error with its line",
        arguments: ["9223372036854774784", "23"])
    func forgedCount(count: String) throws {
        var lines = try wholeJournal().map(String.init)
        lines[3] = lines[3].replacing(#/"validationCount":\d+/#, with: "\"validationCount\":\(count)")
            .replacing(#/"validationErrors":\d+/#, with: "\"validationErrors\":0")
            .replacing(#/"validationAccuracy":[0-9.]+/#, with: "\"validationAccuracy\":1")
        let text = lines.joined(separator: "\n") + "\n"
        try command.folder.write(text, to: Self.journal)
        try command.run(Self.short).expectError(65, saying: ["'output/tune.ndjson', line 4:", "--fresh"])
        #expect(try command.folder.text(Self.journal) == text)
    }

    @Test(
        "a fit whose answers contradict its counts is an error with its line",
        arguments: [
            (#"\"correct\":\"[01]+\""#, "\"correct\":\"\(String(repeating: "1", count: 23))\""),
            (#"\"correct\":\"[01]+\""#, "\"correct\":\"\""),
            (#"\"correct\":\"[01]+\""#, "\"correct\":\"\(String(repeating: "01", count: 12))\""),
        ])
    func forgedAnswers(pattern: String, forged: String) throws {
        var lines = try wholeJournal().map(String.init)
        // No fit has twelve errors.
        #expect(!lines[3].contains("\"validationErrors\":12"))
        lines[3] = lines[3].replacing(try Regex(pattern), with: forged)
        let text = lines.joined(separator: "\n") + "\n"
        try command.folder.write(text, to: Self.journal)
        try command.run(Self.short).expectError(65, saying: ["'output/tune.ndjson', line 4:", "'correct'", "--fresh"])
        #expect(try command.folder.text(Self.journal) == text)
    }

    @Test("continues a run with repeats, and refuses the journal of another number of repeats")
    func repeats() throws {
        let plain = Command()
        #expect(try plain.run(Self.short + ["--repeats", "2"]).status == 0)
        let other = Command()
        let failing = try other.run(
            bash: "mkdir output; ln -s /dev/full output/tune.csv; exec \"$@\"", Self.short + ["--repeats", "2"])
        #expect(failing.status == 74, "\(failing.errors)")
        let lines = try other.folder.text(Self.journal).split(separator: "\n")
        #expect(lines.count == 1 + 16)
        try command.folder.write(lines[..<11].joined(separator: "\n") + "\n", to: Self.journal)
        try command.run(Self.short).expectError(64, saying: ["'output/tune.ndjson'", "--repeats", "--fresh"])
        #expect(try command.run(Self.short + ["--repeats", "2"]).status == 0)
        #expect(try files(of: command) == files(of: plain))
    }

    @Test("two runs in one folder do not mix: the second is refused")
    func twoRuns() throws {
        let first = try command.start(Self.long)
        let path = command.folder.url.appending(path: Self.journal).path
        let deadline = Date.now + 60
        while !FileManager.default.fileExists(atPath: path) && Date.now < deadline { usleep(10_000) }
        usleep(50_000)
        let second = try command.run(Self.long)
        second.expectError(73, saying: ["'output/tune.ndjson'", "another run"])
        first.interrupt()
        #expect(try first.outcome(within: 60).status == 130)
    }

    @Test("a journal that cannot be written: status 73, and no other file")
    func unwritable() throws {
        try command.folder.makeFolder(Self.journal)
        try command.run(Self.short).expectError(73, saying: ["--output", "'output/tune.ndjson'"])
        let full = Command()
        let outcome = try full.run(
            bash: "mkdir output; ln -s /dev/full output/tune.ndjson; exec \"$@\"", Self.short)
        outcome.expectError(73, saying: ["--output", "'output/tune.ndjson'", "not a file"])
        #expect(full.folder.names == ["output/", Self.journal])
    }
}
