import Foundation
import PNGReader
import Testing

@Suite("boundaryplot diff")
struct DiffCommandTests {
    private let command = Command()

    private struct DiffSummary: Decodable {
        struct Shares: Decodable {
            let area: Double
            let points: Double
            let pointCount: Int
            let train: Counts
            let test: Counts?
        }

        struct Counts: Decodable {
            let count: Int
            let firstRight: Int
            let secondRight: Int
            let neitherRight: Int
            let pValue: Double?
            let withinChance: Bool?
        }

        struct Run: Decodable {
            let hidden: String
            let lambda: Double
            let theta: [Double]
        }

        let schema: Int
        let runs: [Run]
        let difference: Shares
        let image: RunSummary.ImageFile
    }

    private static let quick = ["--max-iterations", "60", "--step", "0.05", "--dpi", "50", "--json", "-", "-q"]

    private func run(_ arguments: [String]) throws -> DiffSummary {
        let outcome = try command.run(["diff"] + Self.quick + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(DiffSummary.self, from: Data(outcome.output.utf8))
    }

    @Test(
        "draws one picture, which is named after the two networks",
        arguments: [
            (["--hidden", "3,20"], "output/boundary-diff-hidden-3-hidden-20.png"),
            (
                ["--hidden", "4", "--lambda", "0.1,1"],
                "output/boundary-diff-hidden-4-lambda-0.1-hidden-4-lambda-1.png"
            ),
            (["--hidden", "3,20", "-o", "figures/d.png"], "figures/d.png"),
        ])
    func names(arguments: [String], path: String) throws {
        let summary = try run(arguments)
        #expect(summary.schema == 1 && summary.runs.count == 2)
        #expect(summary.image.path == path && summary.image.width == 320 && summary.image.height == 240)
        #expect(throws: Never.self) { try DecodedPNG(command.folder.bytes(path)) }
    }

    @Test("has the networks that plot trains")
    func sameNetworks() throws {
        let difference = try run(["--hidden", "3,5"])
        let plotted = try RunSummary(try command.run(Self.quick + ["--hidden", "3,5"]).output)
        #expect(difference.runs.map(\.hidden) == ["3", "5"])
        #expect(difference.runs.map(\.theta) == plotted.runs.map { $0.theta.compactMap(\.self) })
    }

    @Test(
        "the share of the area lies within its bounds, and the share of points is a count")
    func shares() throws {
        let difference = try run(["--hidden", "1,8"])
        let plotted = try RunSummary(try command.run(Self.quick + ["--hidden", "1,8"]).output)
        let counts = plotted.runs.map(\.grid.labelCounts)
        let total = Double(counts[0].reduce(0, +))
        #expect(difference.difference.area >= abs(Double(counts[0][0] - counts[1][0])) / total)
        #expect(difference.difference.area < 0.5 && difference.difference.area > 0)
        #expect(difference.difference.points == Double(difference.difference.pointCount) / 200)
        // With two classes, networks differ exactly at the points that one of them misclassifies.
        let errors = plotted.runs.map { $0.confusion.train[0][1] + $0.confusion.train[1][0] }
        #expect(difference.difference.pointCount >= abs(errors[0] - errors[1]))
    }

    @Test("says in words how much they differ")
    func text() throws {
        let outcome = try command.run(
            ["diff", "--hidden", "1,8", "--max-iterations", "60", "--step", "0.1", "--dpi", "50"])
        try #require(outcome.outputLines.count == 6)
        #expect(
            outcome.outputLines[5].hasPrefix("Of ") && outcome.output.contains(" training points where they differ, "))
        #expect(outcome.output.contains("They differ on ") && outcome.output.contains(" % of the area and "))
        #expect(outcome.errorLines.count == 2 && outcome.errors.contains("did not converge"))
        #expect(try command.run(["diff", "--strict", "--max-iterations", "2", "--step", "0.1", "-q"]).status == 1)
    }

    @Test("counts points that are held out too, and has their scores in the table")
    func heldOut() throws {
        let outcome = try command.run(
            ["diff", "--hidden", "1,2", "--test-fraction", "0.4", "--max-iterations", "9", "--step", "0.1"])
        let headings = outcome.outputLines[0].split(separator: #/ {2,}/#).map { $0.drop { $0 == " " } }
        #expect(headings == ["hidden", "lambda", "cost", "train", "test", "cross-entropy", "ended"])
        let difference = try run(["--hidden", "1,8", "--test-fraction", "0.4"])
        #expect(difference.difference.points == Double(difference.difference.pointCount) / 200)
    }

    @Test("says so if the networks agree on every held-out point")
    func agreement() throws {
        let outcome = try command.run(
            ["diff", "--hidden", "1,2", "--test-fraction", "0.1", "--max-iterations", "0", "--step", "0.1"] + [
                "--dpi", "50", "--emit", "markdown",
            ])
        // Untrained, both give every point the same class.
        #expect(outcome.output.contains("They agree on all 20 held-out points."), "\(outcome.output)")
        #expect(outcome.errors.contains("They agree on all 180 training points.\n"))
        #expect(!outcome.output.contains("McNemar"))
    }

    @Test("says which is right on the points where they differ, in words, caption and numbers")
    func right() throws {
        let arguments = ["--hidden", "1,8", "--test-fraction", "0.4"]
        let difference = try run(arguments).difference
        let plotted = try RunSummary(try command.run(Self.quick + arguments).output)
        let parts =
            [(difference.train, plotted.runs.map(\.confusion.train))] + [
                (try #require(difference.test), try plotted.runs.map { try #require($0.confusion.test) })
            ]
        for (part, confusions) in parts {
            let right = confusions.map { $0[0][0] + $0[1][1] }
            #expect(part.firstRight - part.secondRight == right[0] - right[1])
            // Of two classes one is right.
            #expect(part.neitherRight == 0 && part.count == part.firstRight + part.secondRight)
        }
        #expect(difference.train.count + (difference.test?.count ?? 0) == difference.pointCount)
        let test = try #require(difference.test)
        #expect(test.withinChance == (try #require(test.pValue) >= 0.05) && difference.train.pValue == nil)
        let outcome = try command.run(
            ["diff", "--emit", "markdown"] + Self.quick.filter { !["--json", "-", "-q"].contains($0) } + arguments)
        let sentence = """
            Of \(test.count) held-out points where they differ, \(test.firstRight) \(test.firstRight == 1 ? "is" : "are") \
            right with 1 hidden unit and \(test.secondRight) with 8 hidden units; \
            \(test.withinChance == true ? "within" : "beyond") chance (McNemar p
            """
        #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
        #expect(outcome.output.components(separatedBy: sentence).count == 3)
    }

    @Test("gives the same bytes with any number of threads")
    func threads() throws {
        var files: [[String: Data]] = []
        for threads in ["1", "3"] {
            let other = Command()
            #expect(try other.run(["diff", "-j", threads, "-q"] + Command.small).status == 0)
            files.append(other.folder.files)
        }
        #expect(files[0].count == 1 && files[0] == files[1])
    }
}
