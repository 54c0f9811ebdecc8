import Foundation
import PNGReader
import Testing

@Suite("Several networks at once")
struct ComparisonTests {
    private let command = Command()

    private static let quick = Command.small + ["--json", "-", "-q"]

    private func run(_ arguments: [String]) throws -> RunSummary {
        let outcome = try command.run(Self.quick + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try RunSummary(outcome.output)
    }

    @Test(
        "--hidden takes sizes and ranges",
        arguments: [
            ("1-4", ["1", "2", "3", "4"]), ("1-10:4,2", ["1", "5", "9", "2"]), ("3-3", ["3"]),
            ("7, 2-3", ["7", "2", "3"]),
            ("1-3,2", ["1", "2", "3"]), ("0-2", ["0", "1", "2"]), ("3,0", ["3", "0"]), ("0-10:5,00", ["0", "5", "10"]),
        ])
    func ranges(list: String, sizes: [String]) throws {
        #expect(try run(["--hidden", list, "--max-iterations", "0"]).runs.map(\.hidden) == sizes)
    }

    @Test("every size is drawn for every λ, which is in the files' names in its shortest form")
    func lambdas() throws {
        let summary = try run(["--hidden", "3,2", "--lambda", "1e-4,0.10,2.0"])
        #expect(summary.runs.map(\.hidden) == ["3", "3", "3", "2", "2", "2"])
        #expect(summary.runs.map(\.lambda) == [0.0001, 0.1, 2, 0.0001, 0.1, 2])
        #expect(
            summary.runs.map(\.image.path)
                == ["3-lambda-0.0001", "3-lambda-0.1", "3-lambda-2", "2-lambda-0.0001", "2-lambda-0.1", "2-lambda-2"]
                .map { "output/boundary-hidden-\($0).png" })
    }

    @Test("a repeated λ in any spelling counts once, with a note")
    func repeatedLambda() throws {
        let outcome = try command.run(
            Command.small + ["--max-iterations", "0", "--lambda", "0.5,1,0.50"])
        #expect(outcome.errors == "Note: --lambda names 0.5 more than once; it counts once\n")
        #expect(outcome.outputLines.count == 4 && outcome.outputLines[0].contains("  lambda  "))
    }

    @Test("--sheet draws them on one page, which grows with their number unless --size is given")
    func sheet() throws {
        let sizes = [["--hidden", "1-5"], ["--hidden", "1-24"], ["--hidden", "1-24", "--size", "8x6"]].map {
            $0 + ["--sheet"]
        }
        let sheets = try sizes.map { try #require(try run($0 + ["--max-iterations", "0"]).sheet) }
        #expect(sheets.allSatisfy { $0.path == "output/boundary-sheet.png" && $0.dpi == 50 })
        #expect(sheets[0].width == 320 && sheets[0].height == 240)
        #expect(sheets[1].width == 640 && sheets[1].height == 480)
        #expect(sheets[2].width == 400 && sheets[2].height == 300)
        let picture = try DecodedPNG(command.folder.bytes("output/boundary-sheet.png"))
        #expect(picture.width == 400 && picture.height == 300)
        // The pictures of single networks exist too.
        #expect(command.folder.names.count == 2 + 24)
    }

    @Test(
        "a sheet of one network, of 60, and of a matrix are drawn",
        arguments: [
            ["--hidden", "3"], ["--hidden", "1-60"], ["--hidden", "1,2,3", "--lambda", "0.1,1"],
        ])
    func sheetShapes(networks: [String]) throws {
        let sheet = try #require(
            try run(networks + ["--sheet", "--max-iterations", "0", "--test-fraction", "0.3"]).sheet)
        #expect(throws: Never.self) { try DecodedPNG(command.folder.bytes(sheet.path)) }
    }

    @Test("bands on a sheet have a colour bar; the pictures of single networks stay as they are")
    func sheetBands() throws {
        let fill = ["--hidden", "1,4", "--max-iterations", "40", "--fill"]
        for name in ["regions", "probability", "score"] {
            _ = try run(fill + [name, "--sheet", "-o", name])
            _ = try run(fill + [name, "-o", "alone"])
            for size in ["1", "4"] {
                let paths = [name, "alone"].map { "\($0)/boundary-hidden-\(size).png" }
                #expect(try command.folder.bytes(paths[0]) == command.folder.bytes(paths[1]))
            }
        }
        let sheets = try ["regions", "probability", "score"].map {
            try DecodedPNG(command.folder.bytes("\($0)/boundary-sheet.png"))
        }
        #expect(Set(sheets.map(\.pixels)).count == 3)
    }

    @Test(
        "a sheet is written to the folder of a template's pictures",
        arguments: [
            ("figures/net-{hidden}.png", "figures/boundary-sheet.png"), ("net-{hidden}.png", "boundary-sheet.png"),
            ("./net-{hidden}.png", "./boundary-sheet.png"),
        ])
    func sheetPath(output: String, path: String) throws {
        let summary = try run(["--hidden", "1,2", "--sheet", "-o", output])
        #expect(summary.sheet?.path == path)
        #expect(throws: Never.self) { try command.folder.bytes(path) }
    }

    @Test("--curve draws error or cost by size, and names the size that does best on the points held out")
    func curve() throws {
        let arguments = ["--hidden", "4,1-3", "--samples", "60", "--test-fraction", "0.3", "--curve"]
        for measure in ["error", "cost"] {
            let summary = try run(arguments + ["--curve-of", measure])
            let curve = try #require(summary.curve)
            #expect(curve.of == measure && curve.image.path == "output/boundary-curve.png")
            #expect(curve.image.width == 320 && curve.image.height == 240)
            let values = summary.runs.map { run in
                let error = 1 - (run.testAccuracy ?? .nan)
                return measure == "error" ? error : run.testCost ?? .nan
            }
            let least = values.min() ?? .nan
            let best = try #require(curve.best.first)
            #expect(curve.best.count == 1 && best.lambda == 0.001)
            #expect(abs((best.value ?? .nan) - least) < 1e-12)
            let sizes = zip(summary.runs, values).filter { abs($1 - least) < 1e-12 }.compactMap { Int($0.0.hidden) }
            #expect(Int(best.hidden) == sizes.min())
            #expect((best.interval != nil) == (measure == "error"))
            if let interval = best.interval {
                #expect(interval.count == 2 && interval[0] <= least && least <= interval[1])
            }
        }
    }

    @Test("a curve takes stacked layers, and its best network is one of them or a plain one")
    func curveOfStackedLayers() throws {
        let arguments = ["--hidden", "4x3,2,3x2x2", "--samples", "60", "--test-fraction", "0.3", "--curve"]
        for lambda in ["0.01", "0.01,0.1"] {
            let summary = try run(arguments + ["--lambda", lambda])
            let curve = try #require(summary.curve)
            for best in curve.best {
                let runs = summary.runs.filter { $0.lambda == best.lambda }
                let least = try #require(runs.compactMap(\.testAccuracy).max())
                #expect(runs.first { $0.hidden == best.hidden }?.testAccuracy == least)
            }
            #expect(curve.best.count == lambda.split(separator: ",").count)
            #expect(throws: Never.self) { try DecodedPNG(command.folder.bytes(curve.image.path)) }
        }
    }

    @Test("a curve without points held out is drawn with a note, and has no best size")
    func curveOfTraining() throws {
        let outcome = try command.run(Command.small + ["--hidden", "1-3", "--curve", "--json", "-"])
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("Note: the curve shows the training points alone; --test-fraction 0.3"))
        #expect(try RunSummary(outcome.output).curve?.best.isEmpty == true)
        try command.run(Command.small + ["--max-iterations", "0", "--hidden", "1-3", "--curve", "-q"]).expectSuccess()
    }

    @Test("with several λ the curve has a best size for each")
    func curves() throws {
        let summary = try run(["--hidden", "1-3", "--lambda", "0.1,1", "--test-fraction", "0.3", "--curve"])
        #expect(summary.curve?.best.map(\.lambda) == [0.1, 1])
    }

    @Test("--restarts trains from successive seeds, draws the network with the lowest cost, and reports the range")
    func restarts() throws {
        let summary = try run(["--hidden", "3", "--restarts", "5", "--init-seed", "7", "--test-fraction", "0.3"])
        let run = try #require(summary.runs.first)
        let restarts = try #require(run.restarts)
        #expect(restarts.map(\.initSeed) == [7, 8, 9, 10, 11])
        let costs = restarts.compactMap(\.cost)
        #expect(costs.count == 5 && Set(costs).count > 1)
        #expect(run.cost == costs.min())
        let best = try #require(restarts.first { $0.cost == costs.min() })
        #expect(run.initSeed == best.initSeed && run.accuracy == best.accuracy)
        #expect(run.testAccuracy == best.testAccuracy && run.testCost == best.testCost)
        let spread = try #require(run.restartSpread)
        let mean = costs.reduce(0, +) / 5
        let squares = costs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        #expect(abs((spread.cost.mean ?? .nan) - mean) < 1e-12)
        #expect(abs((spread.cost.deviation ?? .nan) - (squares / 4).squareRoot()) < 1e-12)
        #expect(spread.cost.least == costs.min() && spread.cost.greatest == costs.max())
        #expect(spread.testAccuracy != nil && spread.testCost != nil)

        // The network is the same as with this seed only.
        let alone = try self.run(
            ["--hidden", "3", "--init-seed", "\(best.initSeed)", "--test-fraction", "0.3"]).runs[0]
        #expect(alone.theta == run.theta && alone.cost == run.cost)
    }

    @Test("--show-restarts changes the picture only")
    func showRestarts() throws {
        let arguments = ["--hidden", "3", "--restarts", "4", "--max-iterations", "30", "--samples", "200"]
        let plain = try run(arguments + ["-o", "plain.png"]).runs[0]
        let shown = try run(arguments + ["--show-restarts", "-o", "shown.png"]).runs[0]
        #expect(plain.theta == shown.theta && plain.grid.labelCounts == shown.grid.labelCounts)
        let pictures = try ["plain.png", "shown.png"].map { try DecodedPNG(command.folder.bytes($0)) }
        #expect(pictures[0].pixels != pictures[1].pixels)
    }

    @Test("the table has columns for several λ and for restarts")
    func table() throws {
        let outcome = try command.run(
            Command.small + ["--lambda", "0.1,1", "--restarts", "2", "--max-iterations", "3", "-j", "1"])
        let headings = outcome.outputLines[0].split(separator: #/ {2,}/#).map { $0.drop { $0 == " " } }
        #expect(
            headings == [
                "hidden", "lambda", "cost", "costs", "accuracy", "iterations", "ended", "time", "image",
            ])
        let cells = outcome.outputLines[1].split(separator: #/ {2,}/#).map { $0.drop { $0 == " " } }
        #expect(cells[3].wholeMatch(of: /\d+\.\d{4}–\d+\.\d{4}/) != nil)
    }

    @Test("A relu network is trained by L-BFGS, and converges at a kink; the conjugate gradient names L-BFGS")
    func kinks() throws {
        let relu = [
            "--data", "spirals", "--hidden", "5", "--activation", "relu", "--step", "0.1", "--dpi", "50", "--strict",
            "--quiet", "--json", "-",
        ]
        let outcome = try command.run(relu)
        outcome.expectSuccess()
        let run = try #require(try RunSummary(outcome.output).runs.first)
        #expect(run.optimizer == "lbfgs" && run.termination == "valueConverged")
        let stuck = try command.run(relu + ["--optimizer", "cg"])
        stuck.expectError(1, saying: ["--strict", "held up at a kink", "--optimizer lbfgs gets past kinks"])
        #expect(!stuck.errors.contains("rounding"))
    }

    @Test("An optimiser that is the default of the networks changes no byte", arguments: ["sigmoid", "relu"])
    func defaultOptimizer(activation: String) throws {
        let words = ["--hidden", "2", "--activation", activation, "--max-iterations", "3"] + ["--dpi", "50"]
        #expect(try command.run(words + ["-o", "default.png"]).status == 0)
        let name = activation == "relu" ? "lbfgs" : "cg"
        #expect(try command.run(words + ["--optimizer", name, "-o", "named.png"]).status == 0)
        #expect(try command.folder.bytes("default.png") == command.folder.bytes("named.png"))
    }

    @Test("--strict ends with status 1 after writing all results if a network did not converge")
    func strict() throws {
        let outcome = try command.run(
            Command.small + ["--hidden", "2,4", "--strict", "--sheet", "--json", "summary.json"])
        outcome.expectError(1, saying: ["--strict", "hidden size 2", "did not converge", "1 more"])
        #expect(outcome.outputLines.count == 5 && outcome.outputLines.last == "output/boundary-sheet.png")
        #expect(
            command.folder.names == [
                "output/", "output/boundary-hidden-2.png", "output/boundary-hidden-4.png", "output/boundary-sheet.png",
                "summary.json",
            ])
        let converged = try command.run(
            ["--hidden", "1", "--lambda", "1", "--step", "0.1", "--dpi", "50", "--strict"])
        converged.expectSuccess()
    }
}
