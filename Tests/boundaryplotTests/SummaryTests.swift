import Foundation
import PNGReader
import Testing

@Suite("The JSON summary")
struct SummaryTests {
    private let command = Command()

    @Test("says what was run, with every key of schema 1", arguments: ["cg", "lbfgs"])
    func schema(optimizer: String) throws {
        let outcome = try command.run([
            "--hidden", "5,2", "--samples", "30", "--noise", "0.1", "--seed", "7", "--lambda", "0.5", "--init-seed",
            "9", "--optimizer", optimizer, "--max-iterations", "3", "--dpi", "50", "--json", "summary.json", "-q",
        ])
        #expect(outcome.output == "")
        let summary = try RunSummary(command.folder.text("summary.json"))
        #expect(summary.schema == 1)
        #expect(
            summary.data
                == .init(
                    source: "moons", samples: 30, noise: 0.1, seed: 7, features: ["x1", "x2"], classes: ["0", "1"]))
        #expect(summary.runs.map(\.hidden) == ["5", "2"])
        #expect(summary.runs.map(\.layers) == [[2, 5, 2], [2, 2, 2]])
        for (run, hidden) in zip(summary.runs, [5, 2]) {
            #expect(run.activation == "sigmoid" && run.optimizer == optimizer)
            #expect(run.lambda == 0.5 && run.initSeed == 9)
            #expect(run.theta.count == hidden * 3 + 2 * (hidden + 1) && run.theta.allSatisfy { $0 != nil })
            #expect(run.iterations == 3 && run.evaluations > 3 && run.termination == "iterationLimit")
            #expect((run.gradientNorm ?? 0) > 1e-5 && (run.cost ?? 0) > 0 && (0...1).contains(run.accuracy))
            let seconds = run.seconds
            #expect([seconds.train, seconds.grid, seconds.draw, seconds.write].allSatisfy { $0 >= 0 })
        }
    }

    @Test("the default grid is that of numpy: 461 × 328 points around the data")
    func defaultGrid() throws {
        let outcome = try command.run(["--max-iterations", "0", "--dpi", "50", "--json", "-"])
        let run = try #require(try RunSummary(outcome.output).runs.first)
        #expect(abs(run.grid.x.start - -1.854_620_41) < 1e-8 && abs(run.grid.y.start - -1.432_063_82) < 1e-8)
        #expect(run.grid.x.step == 0.01 && run.grid.y.step == 0.01)
        #expect(run.grid.x.count == 461 && run.grid.y.count == 328)
        #expect(run.grid.labelCounts.count == 2 && run.grid.labelCounts.reduce(0, +) == 461 * 328)
        #expect(run.image.xlim.count == 2 && run.image.ylim.count == 2)
        #expect(run.image.xlim[0] == run.grid.x.start && run.image.ylim[0] == run.grid.y.start)
        // The axes end less than a step beyond the last grid value.
        let lastX = run.grid.x.start + 460 * 0.01
        #expect(run.image.xlim[1] - lastX > 0 && run.image.xlim[1] - lastX <= 0.01)
    }

    @Test("each optimiser is named, and both fall", arguments: ["cg", "lbfgs"])
    func optimizer(name: String) throws {
        let outcome = try command.run(["--optimizer", name, "--json", "-", "-q"] + Command.small)
        let run = try #require(try RunSummary(outcome.output).runs.first)
        #expect(run.optimizer == name)
        #expect((run.cost ?? .infinity) < 1.4 && run.iterations == 5)
    }

    @Test("the image has the size of the file and contains the axes")
    func image() throws {
        let outcome = try command.run(
            ["--hidden", "2,3"] + Command.small + ["--size", "5x3", "--dpi", "120", "--json", "-", "-o", "here"])
        for run in try RunSummary(outcome.output).runs {
            let image = run.image
            #expect(image.path == "here/boundary-hidden-\(run.hidden).png")
            let picture = try DecodedPNG(command.folder.bytes(image.path))
            #expect(image.width == 600 && image.height == 360 && image.dpi == 120)
            #expect(picture.width == image.width && picture.height == image.height)
            #expect(image.axes.x > 0 && image.axes.y > 0)
            #expect(image.axes.x + image.axes.width < 600 && image.axes.y + image.axes.height < 360)
            #expect(image.axes.width > 300 && image.axes.height > 180)
            // Inside the frame is the colour of a region, outside of it the white page.
            let middle = Int(image.axes.y + image.axes.height / 2)
            #expect(picture[Int(image.axes.x) + 4, middle] != [255, 255, 255])
            #expect(picture[Int(image.axes.x + image.axes.width) + 4, middle] == [255, 255, 255])
        }
    }

    @Test("--json - puts the JSON on standard output and the table on standard error, which --quiet silences")
    func standardOutput() throws {
        let untrained = ["--max-iterations", "0", "--step", "0.1", "--dpi", "50", "--json", "-"]
        let loud = try command.run(untrained)
        #expect(loud.status == 0)
        #expect(try RunSummary(loud.output).runs.count == 1)
        #expect(loud.errors.split(separator: "\n").count == 3 && loud.errors.contains("iterations"))
        let quiet = try command.run(untrained + ["--quiet"])
        quiet.expectSuccess()
        #expect(try RunSummary(quiet.output).runs.count == 1)
    }

    @Test("numbers have the fewest digits that read back, whole ones no .0")
    func numbers() throws {
        let text = try command.run(Command.small + ["--json", "-", "-q", "--dpi", "50"]).output
        #expect(text.contains("\"lambda\" : 0.001,") && text.contains("\"dpi\" : 50,"))
        // Without words that contain percentages.
        #expect(text.firstMatch(of: /: -?\d+\.0\b/) == nil)
        #expect(text.contains("\"path\" : \"output/boundary-hidden-3.png\""))
    }

    @Test("numbers that are not finite are null")
    func notFinite() throws {
        let outcome = try command.run([
            "--hidden", "100", "--lambda", "1.7e308", "--samples", "2", "--max-iterations", "1", "--step", "0.1",
            "--dpi", "50", "--json", "-", "-q",
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(throws: Never.self) { try RunSummary(outcome.output) }
        #expect(outcome.output.contains("\"cost\" : null,"))
        #expect(!outcome.output.contains("nan") && !outcome.output.contains("inf,"))
    }

    @Test("an old summary stays when a picture fails")
    func noJSONAfterFailure() throws {
        try command.folder.write("old", to: "summary.json")
        // The picture is written to a full device.
        let outcome = try command.run(
            bash: "ln -s /dev/full a.png; exec \"$@\"", Command.small + ["--json", "summary.json", "-o", "a.png"])
        outcome.expectError(74, saying: ["--output", "'a.png'"])
        #expect(command.folder.names == ["a.png", "summary.json"])
        #expect(try command.folder.text("summary.json") == "old")
    }
}
