import PNGReader
import Testing

@Suite("The pictures and the table")
struct PictureTests {
    private let command = Command()

    @Test("--hidden 1,2,3,5,20 writes five pictures and five rows, in this order")
    func fiveSizes() throws {
        let outcome = try command.run(["--hidden", "1,20,3,5,2"] + Command.small + ["--max-iterations", "0"])
        outcome.expectSuccess()
        let files = [1, 20, 3, 5, 2].map { "output/boundary-hidden-\($0).png" }
        #expect(command.folder.names == ["output/"] + files.sorted())
        let rows = outcome.outputLines.map { $0.split(separator: " ", omittingEmptySubsequences: true) }
        #expect(rows[0] == ["hidden", "cost", "accuracy", "iterations", "ended", "time", "image"])
        #expect(rows[1..<6].map { $0[0] } == ["1", "20", "3", "5", "2"])
        #expect(rows[1..<6].map { $0.last.map(String.init) } == files)
        #expect(rows.count == 7 && rows[6][0] == "Baseline:")
    }

    @Test("the columns of the table are aligned and have the numbers of the summary")
    func columns() throws {
        let outcome = try command.run(["--hidden", "3,20", "--json", "summary.json"] + Command.small)
        let lines = outcome.outputLines.dropLast()
        #expect(lines.count == 3 && lines.allSatisfy { $0.last != " " })
        for (line, run) in zip(lines.dropFirst(), try RunSummary(command.folder.text("summary.json")).runs) {
            let cells = line.split(separator: #/ {2,}/#).map { $0.drop { $0 == " " } }
            try #require(cells.count == 7)
            #expect(cells[0] == run.hidden)
            #expect(cells[1].wholeMatch(of: /\d+\.\d{6}/) != nil)
            #expect(abs((Double(cells[1]) ?? .nan) - (run.cost ?? .nan)) <= 0.500_001e-6)
            #expect(cells[2].wholeMatch(of: /\d+\.\d %/) != nil)
            #expect(abs((Double(cells[2].dropLast(2)) ?? .nan) - 100 * run.accuracy) <= 0.050_001)
            #expect(cells[3] == "\(run.iterations)" && run.evaluations > run.iterations)
            #expect(cells[4] == "iteration limit" && run.termination == "iterationLimit")
            #expect(cells[5].wholeMatch(of: /\d+\.\d{3} s/) != nil)
            #expect(cells[6] == run.image.path)
        }
        for heading in ["cost", "accuracy", "iterations", "time"] {
            let column = try #require(lines[0].firstRange(of: heading))
            let width = lines[0].distance(from: lines[0].startIndex, to: column.upperBound)
            #expect(lines.allSatisfy { Array($0)[width - 1] != " " && Array($0)[width] == " " }, "\(heading)")
        }
    }

    @Test("a network that has converged says so, without a warning")
    func converged() throws {
        let outcome = try command.run(["--hidden", "1", "--lambda", "1", "--step", "0.1", "--dpi", "50"])
        outcome.expectSuccess()
        #expect(outcome.output.contains(" converged "))
    }

    @Test("a network that does not converge is a warning that names its size, and no failure, even with --quiet")
    func notConverged() throws {
        let outcome = try command.run(["--hidden", "4", "--quiet"] + Command.small)
        #expect(outcome.status == 0 && outcome.output == "")
        #expect(outcome.errorLines.count == 1)
        #expect(outcome.errors.hasPrefix("Warning: ") && outcome.errors.contains("hidden size 4"))
        #expect(outcome.errors.contains("--max-iterations"))
    }

    @Test("a repeated size is drawn once, with a note that --quiet leaves out")
    func repeatedSize() throws {
        let arguments = ["--hidden", "3,2,3,3", "--max-iterations", "0", "--step", "0.1", "--dpi", "50"]
        let outcome = try command.run(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "Note: --hidden names 3 more than once; it counts once\n")
        #expect(outcome.outputLines.count == 4)
        #expect(command.folder.names == ["output/", "output/boundary-hidden-2.png", "output/boundary-hidden-3.png"])

        let quiet = try command.run(arguments + ["-q"])
        quiet.expectSuccess()
        #expect(quiet.output == "")
    }

    @Test("--max-iterations 0 draws the untrained network, without a warning")
    func untrained() throws {
        let outcome = try command.run(
            ["--max-iterations", "0", "--step", "0.1", "--dpi", "50", "--json", "-"])
        let run = try #require(try RunSummary(outcome.output).runs.first)
        #expect(outcome.status == 0 && !outcome.errors.contains("Warning"))
        #expect(run.iterations == 0 && run.evaluations == 1)
        #expect(abs((run.cost ?? .nan) - 1.4489858565) < 1e-10)
    }

    @Test("the defaults equal those in the help")
    func defaults() throws {
        let limit = ["--max-iterations", "2", "--quiet", "--no-metadata", "-o"]
        _ = try command.run(limit + ["bare"])
        let explicit = try command.run(
            [
                "plot", "--data", "moons", "--samples", "200", "--noise", "0.2", "--seed", "0", "--hidden", "3",
                "--lambda", "0.001", "--init-seed", "0", "--optimizer", "cg", "--tolerance", "1e-5", "--step", "0.01",
                "--margin", "0.5", "--format", "png", "--size", "6.4x4.8", "--dpi", "150", "--title",
                "Decision Boundary for hidden layer size 3",
            ] + limit + ["explicit"])
        #expect(explicit.status == 0)
        #expect(
            try command.folder.bytes("bare/boundary-hidden-3.png")
                == command.folder.bytes("explicit/boundary-hidden-3.png"))
    }

    @Test("a PNG contains title, description, software, record and resolution")
    func chunks() throws {
        let outcome = try command.run(["--hidden", "3"] + Command.small + ["--dpi", "75", "--json", "-"])
        let run = try #require(try RunSummary(outcome.output).runs.first)
        let picture = try DecodedPNG(command.folder.bytes("output/boundary-hidden-3.png"))
        // 75 dpi / 0.0254 m
        #expect(picture.pixelsPerMetre?.x == 2953 && picture.pixelsPerMetre?.y == 2953)
        let texts = Dictionary(uniqueKeysWithValues: picture.texts.map { ($0.keyword, $0.value) })
        #expect(texts.count == 4)
        #expect(texts["boundaryplot"]?.hasPrefix("{\"data\":{") == true)
        #expect(texts["Title"] == "Decision Boundary for hidden layer size 3")
        #expect(texts["Software"] == "boundaryplot")
        let description = try #require(texts["Description"])
        for words in ["moons, 20 samples, noise 0.2, seed 0", "λ 0.001", "cost \(run.cost ?? .nan)", "accuracy "] {
            #expect(description.contains(words), "\(description)")
        }
        #expect(picture.texts.map(\.chunk) == ["tEXt", "iTXt", "tEXt", "iTXt"])
    }

    @Test("--title replaces the title in picture and metadata, in any script")
    func title() throws {
        _ = try command.run(Command.small + ["-q", "-o", "a.png"])
        _ = try command.run(Command.small + ["-q", "-o", "b.png", "--title", "Zwei Monde – λ"])
        let (plain, titled) = (
            try DecodedPNG(command.folder.bytes("a.png")), try DecodedPNG(command.folder.bytes("b.png"))
        )
        #expect(titled.texts.first { $0.keyword == "Title" }?.value == "Zwei Monde – λ")
        #expect(titled.pixels != plain.pixels)
    }

    @Test("--size and --dpi give the pixels", arguments: [("6.4x4.8", "150", 960, 720), ("2x1.5", "100", 200, 150)])
    func pixels(size: String, dpi: String, width: Int, height: Int) throws {
        _ = try command.run(Command.small + ["--size", size, "--dpi", dpi, "-q", "-o", "a.png"])
        let picture = try DecodedPNG(command.folder.bytes("a.png"))
        #expect(picture.width == width && picture.height == height)
    }
}
