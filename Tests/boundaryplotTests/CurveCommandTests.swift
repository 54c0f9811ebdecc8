import Foundation
import ModelSelection
import Testing

@Suite("boundaryplot curve and sheet")
struct CurveCommandTests {
    private let command = Command()
    private static let quick = ["--samples", "60", "--max-iterations", "30", "--dpi", "50"]

    private func run(_ arguments: [String]) throws -> CurveSummary {
        let outcome = try command.run(arguments + Self.quick + ["--json", "-", "-q"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try CurveSummary(outcome.output)
    }

    @Test("each write one file and print its path", arguments: ["sheet", "curve"])
    func files(name: String) throws {
        let networks = ["--hidden", "1,2"] + Self.quick + (name == "sheet" ? ["--step", "0.1"] : [])
        let outcome = try command.run([name] + networks)
        #expect(outcome.status == 0 && outcome.outputLines.last == "output/boundary-\(name).png")
        #expect(command.folder.names == ["output/", "output/boundary-\(name).png"])
        #expect(try command.run([name, "-o", "own.png"] + networks).outputLines.last == "own.png")
    }

    @Test("plot --sheet --curve prints every path, and so does tune")
    func paths() throws {
        let small = ["--hidden", "1,2", "--step", "0.1"] + Self.quick
        let plot = try command.run(["plot", "--sheet", "--curve", "-o", "a"] + small)
        #expect(plot.outputLines.suffix(2) == ["a/boundary-sheet.png", "a/boundary-curve.png"])
        let tune = try command.run(["tune", "--lambda", "0.1,1", "--folds", "2", "-o", "b"] + small)
        #expect(
            tune.outputLines.suffix(6).prefix(4) == [
                "b/tune-heatmap.png", "b/tune-curve.png", "b/tune.csv", "b/tune.json",
            ])
        let printed = plot.output + tune.output
        for name in command.folder.names where !name.hasSuffix("/") { #expect(printed.contains(name), "\(name)") }
    }

    @Test("--over lambda trains every λ; the values are those of the networks alone")
    func lambda() throws {
        let summary = try run(
            [
                "curve", "--over", "lambda", "--hidden", "3", "--lambda", "1,0.001,0.1", "--test-fraction", "0.3",
                "--restarts", "1",
            ])
        let curve = try #require(summary.curve)
        #expect(curve.over == "lambda" && curve.values.map(\.lambda) == [0.001, 0.1, 1])
        #expect(curve.values.allSatisfy { $0.hidden == "3" && $0.samples == 42 && $0.trainDeviation == nil })
        for value in curve.values {
            let run = try #require(summary.runs.first { $0.lambda == value.lambda })
            #expect(value.train == 1 - run.accuracy && value.test == 1 - (run.testAccuracy ?? .nan))
        }
        let best = try #require(curve.best.first)
        #expect(curve.best.count == 1 && best.value == curve.values.compactMap(\.test).min())
        #expect(
            curve.image.altText.hasPrefix(
                "Error (train and test) against λ, from 0.001 to 1, with 3 hidden units; least"))
        let networks = try run(["curve", "--over", "lambda"]).runs
        #expect(networks.count == 10 && networks.allSatisfy { $0.hidden == "20" } && networks[9].lambda == 3)
    }

    @Test("--over samples trains on prefixes of the training part; the last are the networks of the run")
    func samples() throws {
        let options = ["--hidden", "3", "--test-fraction", "0.3", "--restarts", "2"]
        let summary = try run(["curve", "--over", "samples", "--curve-of", "cost"] + options)
        let curve = try #require(summary.curve)
        #expect(curve.over == "samples" && curve.best.isEmpty && summary.runs.count == 1)
        #expect(curve.values.map(\.samples) == [4, 8, 12, 16, 21, 25, 29, 33, 37, 42])
        #expect(curve.values.allSatisfy { ($0.test ?? 0) > 0 && ($0.testDeviation ?? 0) > 0 })
        let last = try #require(curve.values.last)
        let restarts = try #require(summary.runs[0].restarts)
        let mean = restarts.compactMap(\.testCost).reduce(0, +) / 2
        #expect(abs((last.test ?? .nan) - mean) < 1e-12)
        #expect(curve.image.altText.contains("against number of training points, from 4 to 42, with 3 hidden units"))
    }

    @Test("a prefix is the data set that trains a network alone, its standardisation included")
    func prefix() throws {
        let points = try command.run(["data", "--samples", "60"]).outputLines
        try command.folder.write(points.joined(separator: "\n"), to: "all.csv")
        let quick = ["--max-iterations", "30", "--dpi", "50", "--hidden", "3", "--json", "-", "-q"]
        let outcome = try command.run(
            [
                "curve", "all.csv", "--over", "samples", "--test-fraction", "0.3", "--curve-of", "cost", "--restarts",
                "1",
            ] + quick)
        let values = try #require(try CurveSummary(outcome.output).curve).values
        let split = try Split(pointCount: 60, testFraction: 0.3, seed: 0)
        let prefix = split.training.prefix(21).map { points[1 + $0] }
        try command.folder.write(([points[0]] + prefix).joined(separator: "\n"), to: "some.csv")
        let alone = try command.run(["plot", "some.csv", "--step", "0.5", "-o", "x.png"] + quick)
        let cost = try RunSummary(alone.output).runs[0].trainCrossEntropy
        let value = try #require(values.first { $0.samples == 21 }).train
        #expect(abs(value - (cost ?? .nan)) < 1e-12)
    }

    @Test("several sizes are lines of one panel, and λ are panels of --over samples")
    func lines() throws {
        let arguments = ["curve", "--hidden", "2,4", "--lambda", "0.01,0.1", "--test-fraction", "0.3", "--over"]
        let lambda = try run(arguments + ["lambda"])
        #expect(lambda.curve?.values.map { "\($0.hidden) \($0.lambda)" } == ["2 0.01", "4 0.01", "2 0.1", "4 0.1"])
        #expect(lambda.curve?.best.count == 1)
        #expect(
            lambda.curve?.image.altText.hasPrefix("Error (2 units and 4 units) against λ, from 0.01 to 0.1; ") == true)
        let samples = try run(arguments + ["samples"])
        #expect(samples.curve?.values.count == 40)
    }

    @Test("a curve over λ or points is drawn again from its record, byte for byte", arguments: ["lambda", "samples"])
    func rerun(over: String) throws {
        let name = "\(over).svg"
        _ = try run(["curve", "--over", over, "--hidden", "2,3", "--test-fraction", "0.3", "-o", name])
        let outcome = try command.run(["rerun", name])
        #expect(outcome.status == 0, "\(outcome.errors)")
        _ = try run([
            "plot", "--curve", "--over", over, "--hidden", "2", "--lambda", "0.1,1", "--test-fraction", "0.3", "--step",
            "0.1", "-o", "plot",
        ])
        #expect(try command.run(["rerun", "plot/boundary-curve.png"]).status == 0)
    }

    @Test("threads change no byte of a learning curve")
    func threads() throws {
        for threads in ["1", "4"] {
            _ = try run([
                "curve", "--over", "samples", "--hidden", "2,3", "--test-fraction", "0.3", "-j", threads, "-o",
                "\(threads).png",
            ])
        }
        #expect(try command.folder.bytes("1.png") == command.folder.bytes("4.png"))
    }

    @Test(
        "what a curve lacks is an error that says what to give",
        arguments: [
            (["--over", "samples"], ["--over samples", "--test-fraction 0.3"]),
            (["--over", "lambda", "--lambda", "1"], ["--over lambda", "two values", "--lambda"]),
            (["--over", "lambda", "--lambda", "1e-300,1"], ["--over lambda", "1e-100", "--lambda"]),
            (["--over", "lambda", "--hidden", "1-8"], ["--over lambda", "7", "8", "--hidden"]),
            (["--over", "size"], ["hidden", "lambda", "samples"]),
        ])
    func errors(arguments: [String], words: [String]) throws {
        try command.run(["curve"] + arguments).expectError(64, saying: words)
        try command.run(["plot", "--over", "lambda"]).expectError(64, saying: ["--over needs --curve"])
    }

    @Test("the sheet frames the best network on the points held out")
    func best() throws {
        let networks = ["sheet", "--hidden", "1,3,8", "--step", "0.1"]
        let summary = try run(networks + ["--test-fraction", "0.3"])
        let sheet = try #require(summary.sheet)
        let best = try #require(sheet.best)
        #expect(summary.runs[best].testAccuracy == summary.runs.compactMap(\.testAccuracy).max())
        #expect(sheet.altText.hasSuffix("; best on the points held out: \(summary.runs[best].hidden) hidden units"))
        #expect(try run(networks).sheet?.best == nil)
    }
}

/// The summary of a run without pictures of single networks.
private struct CurveSummary: Decodable {
    struct Run: Decodable {
        let hidden: String
        let lambda: Double
        let accuracy: Double
        let testAccuracy: Double?
        let restarts: [RunSummary.Restart]?
    }

    let runs: [Run]
    let sheet: RunSummary.ImageFile?
    let curve: RunSummary.Curve?

    init(_ text: String) throws { self = try JSONDecoder().decode(CurveSummary.self, from: Data(text.utf8)) }
}
