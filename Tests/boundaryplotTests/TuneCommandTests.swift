import Foundation
import PNGReader
import Testing

@Suite("boundaryplot tune")
struct TuneCommandTests {
    private let command = Command()

    /// Options for fast fits whose scores are better than chance.
    private static let quick = [
        "tune", "--hidden", "1,3", "--lambda", "0.1,0.01", "--folds", "3", "--samples", "60", "--max-iterations", "30",
        "--step", "0.1", "--dpi", "50", "-q",
    ]
    private static let files = ["tune-curve.png", "tune-heatmap.png", "tune.csv", "tune.json"].map { "output/" + $0 }

    /// The structure of `tune.json`.
    private struct TuneSummary: Decodable {
        struct Selection: Decodable {
            let folds: Int
            let stratify: Bool
            let seed: UInt32
            let rule: String
            let foldOfPoint: [Int]
            let repeats: Int?
            let foldOfPointByRepeat: [[Int]]?
        }

        struct Fold: Decodable {
            let fold: Int
            let validationAccuracy: Double
            let validationCost: Double
            let validationErrors: Int
            let validationCount: Int
            let correct: String
        }

        struct Candidate: Decodable {
            let hidden: String
            let lambda: Double
            let validationError: RunSummary.Spread
            let validationCost: RunSummary.Spread
            let folds: [Fold]
            let comparison: Test

            struct Test: Decodable {
                let onlyThisRight: Int
                let onlyBestRight: Int
                let pValue: Double
                let withinChance: Bool
            }
        }

        struct Winner: Decodable {
            let hidden: String
            let lambda: Double
            let validationError: Double
            let standardError: Double
            let run: RunSummary.Run
        }

        let schema: Int
        let data: RunSummary.DataSource
        let selection: Selection
        let candidates: [Candidate]
        let winner: Winner
        let heatmap: RunSummary.ImageFile
        let curve: RunSummary.ImageFile
    }

    private func run(_ arguments: [String] = []) throws -> TuneSummary {
        let outcome = try command.run(Self.quick + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(TuneSummary.self, from: Data(command.folder.bytes("output/tune.json")))
    }

    @Test("writes two pictures of the choice, the picture of the winner, and the numbers; removes the journal")
    func files() throws {
        let summary = try run()
        let winner = "output/boundary-hidden-\(summary.winner.hidden)-lambda-\(summary.winner.lambda).png"
        #expect(command.folder.names == ([winner, "output/"] + Self.files).sorted())
        #expect(summary.winner.run.image.path == winner)
        for file in [winner, summary.heatmap.path, summary.curve.path] {
            let picture = try DecodedPNG(command.folder.bytes(file))
            #expect(picture.width == 320 && picture.height == (file == summary.heatmap.path ? 180 : 240))
        }
    }

    @Test("has every fold of every network, by size, then λ, then fold")
    func numbers() throws {
        let summary = try run()
        #expect(summary.schema == 1 && summary.selection.folds == 3 && summary.selection.stratify)
        #expect(summary.candidates.map(\.hidden) == ["1", "1", "3", "3"])
        #expect(summary.candidates.map(\.lambda) == [0.01, 0.1, 0.01, 0.1])
        #expect(summary.data.split == .init(testFraction: 0.2, seed: 0, stratify: false, trainCount: 48, testCount: 12))
        #expect(summary.selection.foldOfPoint.count == 48)
        for candidate in summary.candidates {
            #expect(candidate.folds.map(\.fold) == [0, 1, 2])
            #expect(candidate.folds.reduce(0) { $0 + $1.validationCount } == 48)
            let errors = candidate.folds.map { Double($0.validationErrors) / Double($0.validationCount) }
            let mean = try #require(candidate.validationError.mean)
            let expected: Double = errors.reduce(0, +) / 3
            #expect(abs(mean - expected) < 1e-12)
            #expect(zip(errors, candidate.folds).allSatisfy { abs(1 - $0 - $1.validationAccuracy) < 1e-12 })
        }
        let rows = try command.folder.text("output/tune.csv").split(separator: "\n")
        #expect(rows.count == 1 + 12)
        #expect(rows[0].hasPrefix("hidden,lambda,fold,"))
        let columns = rows[0].split(separator: ",").map(String.init)
        let cost = try #require(columns.firstIndex(of: "validationCost"))
        let costs = summary.candidates.flatMap { $0.folds.map(\.validationCost) }
        #expect(rows.dropFirst().map { Double($0.split(separator: ",")[cost]) } == costs)
        #expect(rows.dropFirst().allSatisfy { $0.split(separator: ",").count == columns.count })
    }

    @Test("the winner has the best mean validation accuracy, and equals the network of plot on the same split")
    func winner() throws {
        let summary = try run()
        let errors = summary.candidates.compactMap(\.validationError.mean)
        #expect(abs(summary.winner.validationError - (errors.min() ?? .nan)) < 1e-12)
        let plot = try command.run([
            "--hidden", summary.winner.hidden, "--lambda", "\(summary.winner.lambda)", "--test-fraction", "0.2",
            "--samples", "60", "--max-iterations", "30", "--step", "0.1", "--dpi", "50", "-q", "--json", "-",
            "--restarts",
            "5",
        ])
        let alone = try RunSummary(plot.output).runs[0]
        #expect(alone.theta == summary.winner.run.theta && alone.testAccuracy == summary.winner.run.testAccuracy)
        #expect(summary.winner.run.confusion.test?.joined().reduce(0, +) == 12)
    }

    @Test("compares the out-of-fold answers of every network with the winner's by McNemar's exact test")
    func withinChance() throws {
        let summary = try run(["--hidden", "1,2,8", "--lambda", "0.01,10"])
        let winner = try #require(
            summary.candidates.first {
                $0.hidden == summary.winner.hidden && $0.lambda == summary.winner.lambda
            })
        func answers(_ candidate: TuneSummary.Candidate) -> String { candidate.folds.map(\.correct).joined() }
        for candidate in summary.candidates {
            for fold in candidate.folds {
                #expect(fold.correct.count == fold.validationCount)
                #expect(fold.correct.count { $0 == "0" } == fold.validationErrors)
            }
            let pairs = zip(answers(candidate), answers(winner))
            let (first, second) = (pairs.count { $0 > $1 }, pairs.count { $0 < $1 })
            let test = candidate.comparison
            #expect(test.onlyThisRight == first && test.onlyBestRight == second)
            #expect(test.withinChance == (test.pValue >= 0.05) && (first != second || test.pValue == 1))
        }
        // A λ of 10 leaves a network that gives one class everywhere.
        #expect(summary.candidates.contains { !$0.comparison.withinChance })
        #expect(winner.comparison.withinChance && winner.comparison.pValue == 1)
    }

    @Test("--repeats repeats the folds with further seeds; the held-out points stay")
    func repeats() throws {
        let single = try run()
        let summary = try run(["--repeats", "3"])
        #expect(single.selection.repeats == nil && single.selection.foldOfPointByRepeat == nil)
        #expect(summary.selection.repeats == 3 && summary.selection.folds == 3)
        let folds = try #require(summary.selection.foldOfPointByRepeat)
        #expect(folds.count == 3 && Set(folds).count == 3 && folds[0] == summary.selection.foldOfPoint)
        #expect(
            folds[0] == single.selection.foldOfPoint && summary.data.split?.testCount == single.data.split?.testCount)
        for (candidate, first) in zip(summary.candidates, single.candidates) {
            #expect(candidate.folds.map(\.fold) == Array(0..<9))
            #expect(candidate.folds.prefix(3).map(\.correct) == first.folds.map(\.correct))
            for (index, seed) in [1, 2].enumerated() {
                let counts = (0..<3).map { fold in folds[seed].count { $0 == fold } }
                #expect(candidate.folds[3 * (index + 1)..<3 * (index + 2)].map(\.validationCount) == counts)
            }
        }
        let table = try command.run(Self.quick.filter { $0 != "-q" } + ["--repeats", "3"]).output
        #expect(table.contains("±: one standard deviation over 3 × 3 folds\n"))
        // Every picture can be drawn again; that of the winner needs no tuning.
        let winner = "output/boundary-hidden-\(summary.winner.hidden)-lambda-\(summary.winner.lambda).png"
        for path in [winner, "output/tune-heatmap.png", "output/tune-curve.png"] {
            let outcome = try command.run(["rerun", path])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(try !command.run(["inspect", winner, "--json"]).output.contains("repeats"))
        // The held-out points have one seed.
        let texts = try DecodedPNG(command.folder.bytes("output/tune-heatmap.png")).texts
        let description = try #require(texts.first { $0.keyword == "Description" }).value
        #expect(description.contains("0.2 of them held out, split seed 0; means of 3 × 3 folds of 48 points"))
    }

    @Test("--one-standard-error chooses no larger network, within one standard error of the best")
    func oneStandardError() throws {
        let best = try run(["--lambda", "0.001,0.01", "--hidden", "2,3,8"])
        let simple = try run(["--lambda", "0.001,0.01", "--hidden", "2,3,8", "--one-standard-error"])
        #expect(best.selection.rule == "best" && simple.selection.rule == "oneStandardError")
        #expect(try #require(Int(simple.winner.hidden)) <= (try #require(Int(best.winner.hidden))))
        #expect(simple.winner.validationError <= best.winner.validationError + best.winner.standardError + 1e-12)
    }

    @Test(
        "--stratify and --no-stratify control the division of the points",
        arguments: [
            ([], false, true), (["--stratify"], true, true), (["--no-stratify"], false, false),
        ])
    func stratify(arguments: [String], split: Bool, folds: Bool) throws {
        let summary = try run(arguments)
        #expect(summary.data.split?.stratify == split && summary.selection.stratify == folds)
    }

    @Test("prints a row for each network, the winner's with a star")
    func table() throws {
        let outcome = try command.run(Self.quick.filter { $0 != "-q" })
        #expect(outcome.status == 0)
        let lines = outcome.outputLines
        let hasMark = lines.contains { $0.hasSuffix("  ~") }
        try #require(lines.count == 1 + 4 + 1 + (hasMark ? 1 : 0) + 4 + 1 + 1)
        #expect(lines[5] == "±: one standard deviation over 3 folds")
        #expect(!hasMark || lines[6].hasPrefix("~: within chance of the chosen network (McNemar's exact test"))
        #expect(lines[0].contains("validation error") && lines[0].contains("validation cost"))
        #expect(lines.count { $0.hasSuffix("* chosen") } == 1)
        #expect(lines.suffix(2)[lines.count - 2].hasPrefix("Chosen: hidden size "))
        #expect(lines.last?.hasPrefix("Baseline: always class ") == true)
        #expect(outcome.errors.contains("Note: 10 of 12 fits did not converge"))
        let strict = try command.run(Self.quick + ["--strict"])
        strict.expectError(1, saying: ["--strict", "did not converge"])
        #expect(command.folder.names.contains("output/tune.json"))
    }

    @Test("chooses among stacked layers by their total units, and continues from their journal")
    func stackedLayers() throws {
        let layers = ["--hidden", "4x3,2,3x2,5"]
        let summary = try run(layers)
        #expect(summary.candidates.map(\.hidden) == ["2", "2", "3x2", "3x2", "5", "5", "4x3", "4x3"])
        let errors = summary.candidates.compactMap(\.validationError.mean)
        #expect(abs(summary.winner.validationError - (errors.min() ?? .nan)) < 1e-12)
        let rows = try command.folder.text("output/tune.csv").split(separator: "\n")
        #expect(rows.count == 1 + 8 * 3 && rows[7].hasPrefix("3x2,0.01,0,"))
        let alone = try run(["--hidden", "4x3", "--lambda", "0.1"])
        #expect(alone.winner.hidden == "4x3" && alone.candidates.count == 1)
        #expect(command.folder.names.contains("output/boundary-hidden-4x3-lambda-0.1.png"))
        // The fewest units within one standard error.
        let simplest = try run(layers + ["--one-standard-error"]).winner
        let best = try #require(
            summary.candidates.min { ($0.validationError.mean ?? 1) < ($1.validationError.mean ?? 1) })
        let limit = (best.validationError.mean ?? .nan) + summary.winner.standardError + 1e-12
        func units(_ hidden: String) -> Int { hidden.split(separator: "x").compactMap { Int($0) }.reduce(0, +) }
        let within = summary.candidates.filter { ($0.validationError.mean ?? 1) <= limit }.map { units($0.hidden) }
        #expect(units(simplest.hidden) == within.min())

        // Finished fits are not repeated after the last files could not be written.
        let failing = Command()
        #expect(
            try failing.run(bash: "mkdir output; ln -s /dev/full output/tune.csv; exec \"$@\"", Self.quick + layers)
                .status == 74)
        let journal = try failing.folder.text("output/tune.ndjson")
        #expect(journal.split(separator: "\n").count == 1 + 8 * 3 && journal.contains("[4,3]"))
        #expect(try failing.run(bash: "rm output/tune.csv; exec \"$@\"", Self.quick + layers).status == 0)
        #expect(try failing.folder.text("output/tune.csv") == rows.map { $0 + "\n" }.joined())
    }

    @Test("gives the same bytes with any number of threads, but for the seconds")
    func threads() throws {
        var files: [[String: Data]] = []
        for threads in ["1", "2", "5"] {
            let other = Command()
            #expect(try other.run(Self.quick + ["-j", threads]).status == 0)
            var written = other.folder.files
            let json = String(decoding: try #require(written["output/tune.json"]), as: UTF8.self)
            written["output/tune.json"] = Data(json.replacing(/"seconds" : \{[^}]*\}/, with: "").utf8)
            files.append(written)
        }
        #expect(files[0].count == 5 && files[1] == files[0] && files[2] == files[0])
    }
}
