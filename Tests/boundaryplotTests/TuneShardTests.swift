import Foundation
import Testing

@Suite("The shards of a tune")
struct TuneShardTests {
    private let command = Command()

    /// Eight short fits.
    private static let short = [
        "tune", "--hidden", "1,2", "--lambda", "1,0.1", "--folds", "2", "--samples", "60", "--max-iterations", "20",
        "--step", "0.1", "--dpi", "50",
    ]
    /// A long fit, and short ones.
    private static let long = [
        "tune", "--hidden", "1,2,1500", "--lambda", "1", "--folds", "2", "--samples", "400", "--max-iterations",
        "3000", "--tolerance", "0", "--step", "0.1", "--dpi", "50",
    ]

    private static func journal(_ index: Int, of count: Int) -> String { "output/tune.\(index)-of-\(count).ndjson" }

    /// The files of a run without journals and durations.
    private func results(in folder: TemporaryFolder) throws -> [String: Data] {
        var files = folder.files.filter { !$0.key.hasSuffix(".ndjson") }
        let json = String(decoding: try #require(files["output/tune.json"]), as: UTF8.self)
        files["output/tune.json"] = Data(json.replacing(/"seconds" : \{[^}]*\}/, with: "").utf8)
        return files
    }

    /// Makes shards of `count`; all if `indices` is nil.
    private func make(
        _ indices: [Int]? = nil, of count: Int, _ arguments: [String] = TuneShardTests.short, in command: Command
    ) throws {
        for index in indices ?? Array(1...count) {
            let outcome = try command.run(arguments + ["--shard", "\(index)/\(count)", "-q"])
            #expect(outcome.status == 0 && outcome.output == "", "\(outcome.errors)")
        }
    }

    @Test(
        "merged are one run, in every byte and in its table",
        arguments: [
            ([1], []), ([2, 1, 3], []), ([1, 2, 3, 4, 5], ["--repeats", "2"]), ([4, 3, 2, 1, 9, 8, 7, 6, 5], []),
        ]
    )
    func merged(order: [Int], further: [String]) throws {
        let plain = Command()
        let whole = try plain.run(Self.short + further)
        #expect(whole.status == 0, "\(whole.errors)")
        try make(order, of: order.count, Self.short + further, in: command)
        let journals = order.map { Self.journal($0, of: order.count) }
        #expect(command.folder.names == (["output/"] + journals).sorted())
        let before = command.folder.files
        let outcome = try command.run(Self.short + further + ["--merge", "-j", "1"])
        #expect(outcome.status == 0 && outcome.errors == whole.errors)
        #expect(outcome.output == whole.output)
        #expect(try results(in: command.folder) == results(in: plain.folder))
        #expect(command.folder.files.filter { before.keys.contains($0.key) } == before)
    }

    @Test("pictures and rule are those of the merge")
    func picturesOfTheMerge() throws {
        let further = ["--one-standard-error", "--dpi", "60", "--format", "svg", "--theme", "dark"]
        let plain = Command()
        #expect(try plain.run(Self.short + further).status == 0)
        try make(of: 2, in: command)
        #expect(try command.run(Self.short + further + ["--merge"]).status == 0)
        #expect(try results(in: command.folder) == results(in: plain.folder))
    }

    @Test("a shard says that it is complete, and again that it was, and keeps its journal")
    func complete() throws {
        let words = Self.short + ["--shard", "2/3"]
        let first = try command.run(words)
        first.expectSuccess()
        #expect(first.output == "Shard 2/3 is complete: 3 of 8 fits, in output/tune.2-of-3.ndjson\n")
        let bytes = try command.folder.bytes(Self.journal(2, of: 3))
        let second = try command.run(words)
        second.expectSuccess()
        #expect(second.output == "Shard 2/3 was complete already: 3 of 8 fits, in output/tune.2-of-3.ndjson\n")
        #expect(try command.folder.bytes(Self.journal(2, of: 3)) == bytes)
        #expect(command.folder.names == ["output/", Self.journal(2, of: 3)])
    }

    @Test("of more shards than fits the last ones are empty, and are not missed")
    func empty() throws {
        try make(Array(1...8), of: 10, in: command)
        let last = try command.run(Self.short + ["--shard", "10/10"])
        #expect(last.output.hasPrefix("Shard 10/10 was complete already: 0 of 8 fits"))
        #expect(try command.run(Self.short + ["--merge"]).status == 0)
    }

    @Test("a shard that was killed continues, and the merge is the same")
    func killed() throws {
        let plain = Command()
        #expect(try plain.run(Self.short).status == 0)
        try make(of: 2, in: command)
        let lines = try command.folder.text(Self.journal(1, of: 2)).split(separator: "\n")
        #expect(lines.count == 1 + 4)
        for kept in [0, 1, 3] {
            let torn = String(lines[kept].prefix(20))
            try command.folder.write(lines[..<kept].map { $0 + "\n" }.joined() + torn, to: Self.journal(1, of: 2))
            let early = try command.run(Self.short + ["--merge"])
            early.expectError(
                65, saying: ["\(4 + max(0, kept - 1)) of 8 fits", "incomplete of 2 shards: 1;", "--shard 1/2"])
            #expect(!early.errors.contains("missing"))
            let again = try command.run(Self.short + ["--shard", "1/2"])
            #expect(again.output.hasPrefix("Shard 1/2 is complete: 4 of 8 fits"), "\(again.errors)")
            #expect(try command.folder.text(Self.journal(1, of: 2)).split(separator: "\n")[..<kept] == lines[..<kept])
        }
        #expect(try command.run(Self.short + ["--merge"]).status == 0)
        #expect(try results(in: command.folder) == results(in: plain.folder))
    }

    @Test("a signal keeps the finished fits of a shard, and a kill its lock from nobody")
    func signals() throws {
        let words = Self.long + ["--shard", "1/1", "-j", "1"]
        func running() throws -> RunningCommand {
            let running = try command.start(words)
            let path = command.folder.url.appending(path: Self.journal(1, of: 1)).path
            let deadline = Date.now + 60
            while !FileManager.default.fileExists(atPath: path) && Date.now < deadline { usleep(10_000) }
            usleep(100_000)
            return running
        }
        let first = try running()
        try command.run(words).expectError(73, saying: ["'output/tune.1-of-1.ndjson'", "another run"])
        // Another shard has another journal.
        #expect(try command.run(Self.long + ["--shard", "4/6"]).status == 0)
        first.interrupt()
        try first.outcome(within: 60).expectError(
            130, saying: ["interrupted", "of 6 fits", "'output/tune.1-of-1.ndjson'", "the same command"])
        let second = try running()
        second.interrupt(SIGKILL)
        #expect(try second.outcome(within: 60).endedBySignal)
        let third = try running()
        third.interrupt()
        #expect(try third.outcome(within: 60).status == 130)
    }

    @Test("missing ones are an error that lists them and counts the fits, and nothing is written")
    func missing() throws {
        try command.run(Self.short + ["--merge"]).expectError(65, saying: ["no shards", "'output'", "--shard 1/2"])
        #expect(command.folder.names == [])
        try make([2, 5], of: 7, in: command)
        let names = command.folder.names
        let outcome = try command.run(Self.short + ["--merge", "--save-model", "new/model.json"])
        outcome.expectError(
            65, saying: ["'output'", "2 of 8 fits", "missing of 7 shards: 1,3-4,6-7;", "--shard 1/7,", "same options"])
        #expect(!outcome.errors.contains("incomplete"))
        #expect(command.folder.names == names)
    }

    @Test(
        "of another request are an error that names file and difference, and nothing is written",
        arguments: [
            (["--folds", "3"], "--folds"), (["--hidden", "1,3"], "--hidden"), (["--seed", "1"], "--seed"),
            (["--max-iterations", "21"], "--max-iterations"), (["--repeats", "2"], "--repeats"),
        ])
    func foreign(arguments: [String], option: String) throws {
        try make([1], of: 2, in: command)
        try make([2], of: 2, Self.short + arguments, in: command)
        let names = command.folder.names
        try command.run(Self.short + ["--merge"]).expectError(
            65, saying: ["'output/tune.2-of-2.ndjson'", option, "another run"])
        try command.run(Self.short + arguments + ["--shard", "1/2"]).expectError(
            64, saying: ["'output/tune.1-of-2.ndjson'", option, "--fresh"])
        #expect(command.folder.names == names)
        #expect(try command.run(Self.short + arguments + ["--shard", "1/2", "--fresh"]).status == 0)
        #expect(try command.run(Self.short + arguments + ["--merge"]).status == 0)
    }

    @Test("that are no journals are an error", arguments: ["nonsense\n", "{}\n", "hello"])
    func noJournal(text: String) throws {
        try make([1], of: 2, in: command)
        try command.folder.write(text, to: Self.journal(2, of: 2))
        try command.run(Self.short + ["--merge"]).expectError(
            65, saying: ["'output/tune.2-of-2.ndjson'", "--shard 2/2 with --fresh"])
        #expect(try command.folder.text(Self.journal(2, of: 2)) == text)
    }

    @Test("a damaged line is a warning, its fit is missing, and its shard makes it again")
    func damaged() throws {
        let plain = Command()
        #expect(try plain.run(Self.short).status == 0)
        try make(of: 2, in: command)
        var lines = try command.folder.text(Self.journal(2, of: 2)).split(separator: "\n").map(String.init)
        lines[2] = String(lines[2].dropLast(9))
        try command.folder.write(lines.joined(separator: "\n") + "\n", to: Self.journal(2, of: 2))
        let outcome = try command.run(Self.short + ["--merge"])
        #expect(outcome.status == 65)
        #expect(outcome.errorLines.count == 2)
        #expect(outcome.errors.contains("Warning: 1 line of 'output/tune.2-of-2.ndjson' cannot be read"))
        #expect(outcome.errors.contains("7 of 8 fits; incomplete of 2 shards: 2;"))
        #expect(try command.run(Self.short + ["--shard", "2/2"]).status == 0)
        #expect(try command.run(Self.short + ["--merge"]).status == 0)
        #expect(try results(in: command.folder) == results(in: plain.folder))
    }

    @Test("a fit that contradicts its fold is an error with its line")
    func forged() throws {
        try make(of: 2, in: command)
        var lines = try command.folder.text(Self.journal(2, of: 2)).split(separator: "\n").map(String.init)
        lines[3] = lines[3].replacing(#/"correct":"[01]+"/#, with: "\"correct\":\"1\"")
        try command.folder.write(lines.joined(separator: "\n") + "\n", to: Self.journal(2, of: 2))
        try command.run(Self.short + ["--merge"]).expectError(
            65, saying: ["'output/tune.2-of-2.ndjson', line 4:", "'correct'", "--shard 2/2 with --fresh"])
    }

    @Test("the merge believes the journals and makes no fit")
    func believed() throws {
        try make(of: 2, in: command)
        for index in 1...2 {
            let text = try command.folder.text(Self.journal(index, of: 2))
            let changed = text.replacing(/"iterations":\d+/, with: "\"iterations\":77")
            #expect(changed != text)
            try command.folder.write(changed, to: Self.journal(index, of: 2))
        }
        #expect(try command.run(Self.short + ["--merge"]).status == 0)
        let rows = try command.folder.text("output/tune.csv").split(separator: "\n").dropFirst()
        #expect(rows.count == 8 && rows.allSatisfy { $0.split(separator: ",")[10] == "77" })
    }

    @Test("of two divisions are an error that names one of each")
    func mixed() throws {
        try make([1], of: 2, in: command)
        try make([3], of: 3, in: command)
        try command.run(Self.short + ["--merge"]).expectError(
            65, saying: ["'output/tune.1-of-2.ndjson'", "'output/tune.3-of-3.ndjson'"])
        // Other names are not shards.
        try FileManager.default.moveItem(
            at: command.folder.url.appending(path: Self.journal(3, of: 3)),
            to: command.folder.url.appending(path: "output/tune.03-of-3.ndjson"))
        try make([2], of: 2, in: command)
        #expect(try command.run(Self.short + ["--merge"]).status == 0)
    }

    @Test("a shard of another division in the folder is a warning before the fits, and never of its own division")
    func otherDivision() throws {
        try make([1], of: 2, in: command)
        let outcome = try command.run(Self.short + ["--shard", "3/3"])
        #expect(outcome.status == 0 && outcome.output.hasPrefix("Shard 3/3 is complete"))
        #expect(
            outcome.errors == """
                Warning: 'output' has shards of another division too, such as 'output/tune.1-of-2.ndjson'; only shards of \
                one number can be merged, so move the others

                """)
        try FileManager.default.removeItem(at: command.folder.url.appending(path: Self.journal(1, of: 2)))
        try command.run(Self.short + ["--shard", "1/3"]).expectSuccess()
    }

    @Test("--fresh makes the fits of one shard again")
    func fresh() throws {
        try make(of: 2, in: command)
        let journals = try (1...2).map { try command.folder.bytes(Self.journal($0, of: 2)) }
        try command.folder.write("nonsense\n", to: Self.journal(2, of: 2))
        let outcome = try command.run(Self.short + ["--shard", "2/2", "--fresh", "-j", "1"])
        #expect(outcome.output.hasPrefix("Shard 2/2 is complete: 4 of 8 fits"), "\(outcome.errors)")
        #expect(try command.folder.bytes(Self.journal(1, of: 2)) == journals[0])
        #expect(
            try Set(command.folder.text(Self.journal(2, of: 2)).split(separator: "\n").map(String.init))
                == Set(String(decoding: journals[1], as: UTF8.self).split(separator: "\n").map(String.init)))
    }

    @Test(
        "a wrong shard is an error of the option",
        arguments: ["4/3", "0/3", "-1/3", "1/10001", "3", "1/2/3", "a/b", "1/", "/2", "1.5/2", "3 of 16"])
    func wrongShard(value: String) throws {
        try command.run(Self.short + ["--shard", value]).expectError(
            64, saying: ["'\(value)'", "--shard <K/N>", "1 ≤ K ≤ N ≤ 10000", "3/16"])
        #expect(command.folder.names == [])
    }

    @Test(
        "options that contradict each other are named",
        arguments: [
            (["--shard", "1/2", "--merge"], ["--shard", "--merge"]), (["--merge", "--fresh"], ["--merge", "--fresh"]),
            (["--shard", "1/2", "--emit", "html"], ["--emit", "--merge"]),
            (["--shard", "1/2", "--per-class"], ["--per-class", "--merge"]),
            (["--shard", "1/2", "--strict"], ["--strict", "--merge"]),
            (["--shard", "1/2", "--save-model", "m.json"], ["--save-model", "--merge"]),
            (["--shard", "1/2", "-o", "a.png"], ["--output 'a.png'"]),
        ])
    func contradictions(arguments: [String], names: [String]) throws {
        try command.run(Self.short + arguments).expectError(64, saying: names)
        #expect(command.folder.names == [])
    }

    @Test("a request has them too")
    func request() throws {
        func run(_ outputs: String, product: String = #"{"tune": {"folds": 2}}"#) throws -> Outcome {
            try command.folder.write(
                """
                {"product": \(product), "data": {"set": "moons", "samples": 60}, "training": {"maxIterations": 20},
                 "classifiers": [{"hidden": [1]}, {"hidden": [2]}], "outputs": \(outputs), "page": {"dpi": 50}}
                """, to: "request.json")
            return try command.run(["--request", "request.json"])
        }
        #expect(try run(#"{"shard": "1/2"}"#).output.hasPrefix("Shard 1/2 is complete: 2 of 4 fits"))
        try run(#"{"merge": true}"#).expectError(65, saying: ["'output' has 2 of 4 fits", "'outputs.shard' 2/2"])
        #expect(try run(#"{"shard": "2/2"}"#).status == 0)
        #expect(try run(#"{"merge": true}"#).status == 0)
        #expect(command.folder.names.contains("output/tune-heatmap.png"))
        try run(#"{"shard": "3/2"}"#).expectError(65, saying: ["'outputs.shard'", "'3/2'", "1 ≤ K ≤ N ≤ 10000"])
        try run(#"{"shard": 3}"#).expectError(65, saying: ["'outputs.shard'", "string"])
        for outputs in [#"{"shard": "1/2"}"#, #"{"merge": true}"#] {
            try run(outputs, product: #""sheet""#).expectError(65, saying: ["'outputs.", "boundaryplot tune"])
        }
        try run(#"{"shard": "1/2", "json": "a.json"}"#).expectError(65, saying: ["'outputs.json'", "'outputs.merge'"])
    }
}
