import Foundation
import PNGReader
import Testing

@Suite("boundaryplot sheet --pairs")
struct PairsTests {
    private let command = Command()
    private static let quick = ["--max-iterations", "20", "--dpi", "50"]

    /// Four features, an identifier and a label; one row lacks a value.
    private static let flowers =
        (["id,a,b,c,d,kind"]
        + (0..<40).map { index in
            let (i, kind) = (Double(index), index % 2)
            let c = index == 7 ? "" : "\(i * 0.3 - Double(kind) * 4)"
            return
                "\(index + 1),\(i * 1.1 + Double(kind)),\(40 - i + 3 * Double(kind)),\(c),\((index * 7) % 11),\(kind == 0 ? "x" : "y")"
        }).joined(separator: "\n")

    private func run(_ arguments: [String] = []) throws -> PairsSummary {
        try command.folder.write(Self.flowers, to: "flowers.csv")
        let outcome = try command.run(
            ["sheet", "flowers.csv", "--pairs"] + Self.quick + ["--json", "-", "-q"] + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try PairsSummary(outcome.output)
    }

    @Test("draws every pair of features but identifiers, on the rows that lack none")
    func pairs() throws {
        let summary = try run(["--test-fraction", "0.3"])
        #expect(
            summary.runs.map(\.features) == [
                ["a", "b"], ["a", "c"], ["b", "c"], ["a", "d"], ["b", "d"], ["c", "d"],
            ])
        #expect(
            summary.runs.allSatisfy { $0.hidden == "3" && $0.trainCount + $0.testCount == 39 && $0.testCount == 12 })
        let best = try #require(summary.sheet.best)
        #expect(summary.runs[best].testAccuracy == summary.runs.compactMap(\.testAccuracy).max())
        #expect(summary.sheet.path == "output/boundary-pairs.png")
        #expect(throws: Never.self) { try DecodedPNG(command.folder.bytes("output/boundary-pairs.png")) }
        let names = summary.runs[best].features.joined(separator: " and ")
        #expect(summary.sheet.altText.hasSuffix("; best on the points held out: \(names)"))
    }

    @Test("trains on each pair what plot trains on it")
    func likePlot() throws {
        let summary = try run(["--hidden", "4"])
        // Without the row that lacks c, which plot of a and b would keep.
        let rows = Self.flowers.split(separator: "\n").filter { !$0.hasPrefix("8,") }.joined(separator: "\n")
        try command.folder.write(rows, to: "rest.csv")
        let outcome = try command.run(
            [
                "rest.csv", "--x", "b", "--y", "d", "--label", "kind", "--hidden", "4", "--json", "-", "-q", "-o",
                "x.png",
            ]
                + Self.quick)
        #expect(try RunSummary(outcome.output).runs[0].theta == summary.runs[4].theta)
    }

    @Test("prints a row per pair, a note on missing values, and the path")
    func table() throws {
        try command.folder.write(Self.flowers, to: "flowers.csv")
        let outcome = try command.run(["sheet", "flowers.csv", "--pairs", "-o", "p.png"] + Self.quick)
        #expect(
            outcome.status == 0
                && outcome.errors.contains("Note: 1 of 40 rows has no value in c"))
        #expect(outcome.errors.contains("left out of all pairs"))
        #expect(outcome.outputLines.count == 1 + 1 + 6 + 1 + 1 && outcome.outputLines.last == "p.png")
        #expect(outcome.outputLines[1].hasPrefix("x  y  hidden") && outcome.outputLines[3].hasPrefix("a  c"))
    }

    @Test("is drawn again from its record; threads change no byte", arguments: ["png", "svg"])
    func rerun(format: String) throws {
        _ = try run(["--test-fraction", "0.3", "-o", "pairs.\(format)", "-j", "1"])
        let outcome = try command.run(["rerun", "pairs.\(format)"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        _ = try run(["--test-fraction", "0.3", "-o", "again.\(format)", "-j", "4"])
        #expect(try command.folder.bytes("pairs.\(format)") == command.folder.bytes("again.\(format)"))
        #expect(try command.run(["inspect", "pairs.\(format)"]).output.contains("for every pair of features"))
    }

    @Test("--features chooses the columns and their order, and rerun finds them")
    func chosenFeatures() throws {
        let summary = try run(["--features", "d,b,a", "-o", "three.png"])
        #expect(summary.runs.map(\.features) == [["d", "b"], ["d", "a"], ["b", "a"]])
        // The column c, which lacks a value, is not used.
        #expect(summary.runs.allSatisfy { $0.trainCount == 40 })
        try command.run(["rerun", "three.png"]).expectSuccess()
    }

    @Test(
        "says what it cannot do",
        arguments: [
            (["flowers.csv", "--hidden", "1,2"], ["--hidden"]), (["flowers.csv", "--x", "a"], ["--x"]),
            (["moons"], ["--data", "file"]), (["flowers.csv", "--fill", "score"], ["--fill"]),
            (["flowers.csv", "--step", "0.1"], ["--step"]), (["flowers.csv", "--x-label", "a"], ["--x-label"]),
            (["flowers.csv", "--save-model", "m.json"], ["--save-model"]),
            (["flowers.csv", "--features", "a,b"], ["--features", "2 columns", "three or more"]),
            (["flowers.csv", "--features", "a,b,z"], ["'z'"]),
            (["flowers.csv", "--features", "a,b,c", "--project", "pca"], ["--project"]),
            (["many.csv"], ["'many.csv'", "9 features", "8", "--features"]),
        ])
    func errors(arguments: [String], words: [String]) throws {
        try command.folder.write(Self.flowers, to: "flowers.csv")
        let header = (1...9).map { "f\($0)" }.joined(separator: ",") + ",kind"
        let rows = (0..<20).map { row in
            (1...9).map { "\((row * $0 * 7) % 19)" }.joined(separator: ",") + (row % 2 == 0 ? ",x" : ",y")
        }
        try command.folder.write(([header] + rows).joined(separator: "\n"), to: "many.csv")
        try command.run(["sheet", "--pairs"] + arguments).expectError(64, saying: words)
    }
}

/// The part of the summary that pairs of features need.
private struct PairsSummary: Decodable {
    struct Run: Decodable {
        let features: [String]
        let hidden: String
        let theta: [Double?]
        var testAccuracy: Double?
        let confusion: RunSummary.Confusion

        var trainCount: Int { confusion.train.joined().reduce(0, +) }
        var testCount: Int { confusion.test?.joined().reduce(0, +) ?? 0 }
    }

    let runs: [Run]
    let sheet: RunSummary.ImageFile
}

extension PairsSummary {
    init(_ text: String) throws { self = try JSONDecoder().decode(PairsSummary.self, from: Data(text.utf8)) }
}
