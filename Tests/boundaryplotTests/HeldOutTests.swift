import Foundation
import PNGReader
import Testing

@Suite("Points that are held out")
struct HeldOutTests {
    private let command = Command()

    /// Enough iterations for scores better than chance.
    private static let quick = ["--max-iterations", "40", "--step", "0.1", "--dpi", "50", "--json", "-", "-q"]

    private func run(_ arguments: [String]) throws -> RunSummary {
        let outcome = try command.run(Self.quick + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try RunSummary(outcome.output)
    }

    @Test(
        "are ⌈fraction·n⌉ points, and the summary has the settings of the split",
        arguments: [("0.3", 60), ("0.301", 61), ("0.001", 1), ("0.5", 100)])
    func count(fraction: String, testCount: Int) throws {
        let split = try #require(try run(["--test-fraction", fraction, "--split-seed", "4"]).data.split)
        #expect(
            split
                == .init(
                    testFraction: Double(fraction) ?? .nan, seed: 4, stratify: false, trainCount: 200 - testCount,
                    testCount: testCount))
    }

    @Test("are scored by confusion, accuracy and cross-entropy, beside those of the training part")
    func scores() throws {
        let run = try #require(try run(["--test-fraction", "0.3"]).runs.first)
        let test = try #require(run.confusion.test)
        #expect(test.joined().reduce(0, +) == 60 && run.confusion.train.joined().reduce(0, +) == 140)
        #expect(abs((run.testAccuracy ?? .nan) - Double(test[0][0] + test[1][1]) / 60) < 1e-12)
        let right = run.confusion.train[0][0] + run.confusion.train[1][1]
        #expect(abs(run.accuracy - Double(right) / 140) < 1e-12)
        #expect((run.testCost ?? 0) > 0)
        let (low, high) = (try #require(run.testAccuracyInterval?.first), try #require(run.testAccuracyInterval?.last))
        #expect(run.testAccuracyInterval?.count == 2 && low < run.testAccuracy ?? 0 && run.testAccuracy ?? 1 < high)
        // The cost exceeds the cross-entropy by the λ term only.
        #expect((run.cost ?? 0) > (run.trainCrossEntropy ?? .infinity))
    }

    @Test("--stratify holds out the same share of both classes")
    func stratified() throws {
        let run = try #require(try run(["--test-fraction", "0.25", "--stratify"]).runs.first)
        #expect(run.confusion.test?.map { $0.reduce(0, +) } == [25, 25])
        #expect(run.confusion.train.map { $0.reduce(0, +) } == [75, 75])
    }

    @Test("have no keys if no points are held out")
    func none() throws {
        let summary = try run([])
        #expect(summary.data.split == nil && summary.runs[0].testAccuracy == nil && summary.runs[0].testCost == nil)
        #expect(summary.runs[0].testAccuracyInterval == nil)
        #expect(summary.runs[0].confusion.test == nil && summary.runs[0].restarts == nil)
        #expect(summary.sheet == nil && summary.curve == nil)
    }

    @Test("another --split-seed holds out others; the grid and the limits stay")
    func seeds() throws {
        let first = try #require(try run(["--test-fraction", "0.3"]).runs.first)
        let second = try #require(try run(["--test-fraction", "0.3", "--split-seed", "1"]).runs.first)
        let whole = try #require(try run([]).runs.first)
        #expect(first.cost != second.cost && first.testCost != second.testCost)
        #expect(first.image.xlim == whole.image.xlim && second.image.xlim == whole.image.xlim)
        #expect(first.image.ylim == whole.image.ylim && first.grid.x.count == whole.grid.x.count)
        #expect(first.image.axes.x == whole.image.axes.x && first.image.axes.width == whole.image.axes.width)
    }

    @Test("the table has their scores in columns of its own")
    func table() throws {
        let outcome = try command.run(Command.small + ["--samples", "200", "--test-fraction", "0.3"])
        let headings = outcome.outputLines[0].split(separator: #/ {2,}/#).map { $0.drop { $0 == " " } }
        #expect(
            headings == [
                "hidden", "cost", "train", "test", "cross-entropy", "ended", "image",
            ])
        let cells = outcome.outputLines[1].split(separator: #/ {2,}/#).map { $0.drop { $0 == " " } }
        #expect(cells[3].wholeMatch(of: #/\d+\.\d % \(\d+–\d+\)/#) != nil, "\(cells[3])")
    }

    @Test("code for reports and the record have the intervals too")
    func reports() throws {
        let outcome = try command.run(
            Command.small + ["--samples", "200", "--test-fraction", "0.3", "--emit", "markdown", "-o", "a.png"])
        #expect(outcome.output.contains(#/of 60 points held out \(95 % interval \d+–\d+ %\)/#))
        #expect(outcome.output.contains(#/test \d+\.\d % \(\d+–\d+\), cost/#))
        let inspected = try command.run(["inspect", "a.png"])
        #expect(inspected.output.contains(#/test \d+\.\d % \(\d+–\d+\), cost/#))
    }

    @Test("a class without held-out points is a note, which --quiet suppresses")
    func classNotHeldOut() throws {
        let arguments = Command.small + ["--test-fraction", "0.05", "--max-iterations", "0"]
        let outcome = try command.run(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("Note: no point of class '") && outcome.errors.contains("--stratify"))
        try command.run(arguments + ["-q"]).expectSuccess()
    }

    @Test("the picture names the split and shows held-out points hollow")
    func picture() throws {
        let arguments = ["--max-iterations", "0", "--step", "0.1", "--dpi", "200", "-q", "-o"]
        #expect(try command.run(arguments + ["all.png"]).status == 0)
        #expect(try command.run(arguments + ["held.png", "--test-fraction", "0.3"]).status == 0)
        let picture = try DecodedPNG(command.folder.bytes("held.png"))
        let description = try #require(picture.texts.first { $0.keyword == "Description" }).value
        #expect(description.contains("0.3 of them held out, split seed 0"))
        // A hollow marker has a white middle; the edges and the legend are white in both pictures.
        let plain = try DecodedPNG(command.folder.bytes("all.png"))
        func whiteCount(_ picture: DecodedPNG) -> Int {
            (0..<picture.height).reduce(0) { sum, y in
                sum + (0..<picture.width).count { picture[$0, y] == [255, 255, 255] }
            }
        }
        #expect(whiteCount(picture) > whiteCount(plain) + 60 * 9)
    }
}
