import Foundation
import PNGReader
import Testing

@Suite("A curve of repeated splits")
struct RepeatTests {
    private let command = Command()

    private static let quick = [
        "curve", "--hidden", "1,3,2", "--test-fraction", "0.3", "--max-iterations", "30", "--dpi", "50",
    ]

    private struct Summary: Decodable {
        struct Run: Decodable {
            struct Split: Decodable {
                let splitSeed: UInt32
                let initSeed: UInt32
                let cost: Double
                let accuracy: Double
                let trainCrossEntropy: Double
                let testAccuracy: Double
                let testCost: Double
                let termination: String
            }

            let hidden: String
            let accuracy: Double
            let testAccuracy: Double
            let testCost: Double
            let splits: [Split]?
        }

        struct Curve: Decodable {
            struct Best: Decodable {
                let hidden: String
                let value: Double
                let deviation: Double?
                let interval: [Double]?
            }

            let best: [Best]
        }

        let data: RunSummary.DataSource
        let runs: [Run]
        let curve: Curve
    }

    private func run(_ arguments: [String]) throws -> Summary {
        let outcome = try command.run(Self.quick + ["--restarts", "1", "--json", "-", "-q"] + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Summary.self, from: Data(outcome.output.utf8))
    }

    @Test("has the scores of every split seed, each that of a run with this seed", arguments: ["error", "cost"])
    func scores(measure: String) throws {
        let repeated = try run(["--split-seed", "5", "--repeats", "3", "--curve-of", measure])
        #expect(repeated.data.split?.repeats == 3 && repeated.runs.map(\.hidden) == ["1", "3", "2"])
        let singles = try [5, 6, 7].map { try run(["--split-seed", "\($0)"]) }
        #expect(singles.allSatisfy { $0.data.split?.repeats == nil && $0.runs.allSatisfy { $0.splits == nil } })
        for (index, result) in repeated.runs.enumerated() {
            let splits = try #require(result.splits)
            #expect(splits.map(\.splitSeed) == [5, 6, 7] && splits.allSatisfy { $0.initSeed == 0 })
            let runs = singles.map { $0.runs[index] }
            #expect(splits.map(\.accuracy) == runs.map(\.accuracy))
            #expect(
                splits.map(\.testAccuracy) == runs.map(\.testAccuracy) && splits.map(\.testCost) == runs.map(\.testCost)
            )
            #expect((result.accuracy, result.testCost) == (runs[0].accuracy, runs[0].testCost))
        }
        let means = repeated.runs.map { run in
            (run.splits ?? []).map { measure == "error" ? 1 - $0.testAccuracy : $0.testCost }.reduce(0, +) / 3
        }
        let best = try #require(repeated.curve.best.first)
        let index = try #require(repeated.runs.firstIndex { $0.hidden == best.hidden })
        #expect(abs(best.value - (means.min() ?? .nan)) < 1e-12 && abs(means[index] - best.value) < 1e-12)
        #expect(best.interval == nil && best.deviation ?? -1 >= 0)
    }

    @Test("says on the second line and below the table what bands and ± are")
    func texts() throws {
        let outcome = try command.run(
            Self.quick + ["--restarts", "1", "--repeats", "4", "--emit", "markdown", "-o", "a.png"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.output.contains("means of 4 splits ± 1 standard deviation, 140 points to train on, 60 held out"))
        #expect(outcome.errors.contains("±: one standard deviation over 4 splits, split seeds 0 to 3\n"))
        #expect(outcome.errors.contains("12 of 12 trainings did not converge"))
        let lines = outcome.errorLines
        #expect(lines[0].contains(#/hidden +train +test +test cost +not converged +time/#))
        #expect(lines[1].contains(#/\d\.\d ± \d+\.\d % +\d+\.\d ± \d+\.\d % +\d\.\d{4} ± \d\.\d{4} +4 of 4/#))
        let restarts = try command.run(
            Self.quick + ["--repeats", "2", "--restarts", "2", "--emit", "html", "-o", "b.png"])
        #expect(restarts.output.contains("means of 2 splits ± 1 standard deviation, each the best of 2 restarts"))
        let strict = try command.run(Self.quick + ["--repeats", "2", "--strict", "-q"])
        strict.expectError(1, saying: ["--strict", "6 of 6 trainings did not converge"])
    }

    @Test("gives the same bytes with any number of threads, and by rerun")
    func bytes() throws {
        for (threads, name) in [("1", "a.png"), ("2", "b.png"), ("5", "c.png")] {
            #expect(try command.run(Self.quick + ["--repeats", "3", "-q", "-j", threads, "-o", name]).status == 0)
        }
        let bytes = try ["a.png", "b.png", "c.png"].map(command.folder.bytes)
        #expect(bytes[1] == bytes[0] && bytes[2] == bytes[0])
        let rerun = try command.run(["rerun", "a.png"])
        #expect(rerun.status == 0, "\(rerun.errors)")
        #expect(try command.run(["inspect", "a.png", "--json"]).output.contains(#/"repeats" ?: ?3/#))
        #expect(try command.run(Self.quick + ["-q", "-o", "single.png"]).status == 0)
        #expect(try DecodedPNG(command.folder.bytes("single.png")).pixels != DecodedPNG(bytes[0]).pixels)
    }

    @Test("one repeat changes no byte")
    func one() throws {
        #expect(try command.run(Self.quick + ["-q", "-o", "a.png"]).status == 0)
        #expect(try command.run(Self.quick + ["-q", "--repeats", "1", "-o", "b.png"]).status == 0)
        #expect(try command.folder.bytes("a.png") == command.folder.bytes("b.png"))
    }

    @Test("needs held-out points, a number from 1 to 1000, and curve or tune")
    func refused() throws {
        let curve = ["curve", "--hidden", "1,2", "-q"]
        try command.run(curve + ["--repeats", "3"]).expectError(64, saying: ["--repeats", "--test-fraction 0.3"])
        for value in ["0", "-1", "1001", "x"] {
            try command.run(curve + ["--test-fraction", "0.3", "--repeats", value])
                .expectError(64, saying: ["--repeats", "from 1 to 1000"])
        }
        try command.run(curve + ["--test-fraction", "0.3", "--repeats", "2", "--split-seed", "4294967295"])
            .expectError(64, saying: ["--repeats 2", "--split-seed 4294967295", "greatest seed"])
        for name in ["plot", "sheet", "diff"] {
            try command.run([name, "--repeats", "3"])
                .expectError(64, saying: ["'--repeats'", "'boundaryplot \(name)'", "'boundaryplot curve'"])
        }
        let request = #"{"product": "sheet", "split": {"testFraction": 0.3, "repeats": 2}}"#
        try command.folder.write(request, to: "a.json")
        try command.run(["--request", "a.json"])
            .expectError(65, saying: ["'split.repeats'", "'boundaryplot curve'", "'boundaryplot tune'"])
        #expect(command.folder.names == ["a.json"])
    }
}

@Suite("Networks that held-out points do not tell apart")
struct WithinChanceTests {
    private let command = Command()

    private struct Summary: Decodable {
        struct Comparison: Decodable {
            struct Test: Decodable {
                let onlyThisRight: Int
                let onlyBestRight: Int
                let pValue: Double
                let withinChance: Bool
            }

            let best: Int
            let tests: [Test]
        }

        let runs: [RunScore]
        let comparison: Comparison?

        struct RunScore: Decodable {
            let hidden: String
            let testAccuracy: Double?
            let testCost: Double?
        }
    }

    private func run(_ arguments: [String]) throws -> (Summary, Outcome) {
        let outcome = try command.run(arguments + ["--step", "0.1", "--dpi", "50", "--json", "a.json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return (try JSONDecoder().decode(Summary.self, from: Data(command.folder.bytes("a.json"))), outcome)
    }

    @Test("are named below the table of a sheet, with the best one", arguments: [["sheet"], ["plot", "--sheet"]])
    func sheet(words: [String]) throws {
        let (summary, outcome) = try run(
            words + ["--hidden", "1,2,3,5", "--test-fraction", "0.5", "--split-seed", "1"])
        let comparison = try #require(summary.comparison)
        let best = summary.runs[comparison.best]
        #expect(best.testAccuracy == summary.runs.compactMap(\.testAccuracy).max())
        for (run, test) in zip(summary.runs, comparison.tests) {
            let difference = ((run.testAccuracy ?? 0) - (best.testAccuracy ?? 0)) * 100
            #expect(abs(Double(test.onlyThisRight - test.onlyBestRight) - difference) < 1e-9)
            #expect(test.withinChance == (test.pValue >= 0.05))
        }
        // A straight line is beyond chance here, and some other size is not.
        #expect(!comparison.tests[0].withinChance)
        let others = summary.runs.indices.filter { $0 != comparison.best && comparison.tests[$0].withinChance }
        try #require(!others.isEmpty)
        let names = others.map { summary.runs[$0].hidden }.joined(separator: ", ")
        #expect(
            outcome.output.contains(
                "Within chance of the best, \(best.hidden) hidden units (McNemar's exact test, 5 %): \(names) hidden units\n"
            ),
            "\(outcome.output)")
    }

    @Test("are not named without held-out points, without a sheet, or for one network")
    func none() throws {
        for words in [
            ["sheet"], ["plot", "--test-fraction", "0.3"], ["sheet", "--hidden", "3", "--test-fraction", "0.3"],
        ] {
            let (summary, outcome) = try run(words + ["--max-iterations", "3"])
            #expect(summary.comparison == nil && !outcome.output.contains("McNemar"))
        }
    }
}
