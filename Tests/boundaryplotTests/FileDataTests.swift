import Foundation
import Testing

@Suite("Data from a file")
struct FileDataTests {
    private let command = Command()
    private static let quick = ["--tolerance", "0.05", "--dpi", "50"]

    /// Three classes along a slope; x in the thousands, y in the thousandths.
    private static let rows = (0..<60).map { index in
        let species = ["ash", "birch", "cedar"][index / 20]
        let (x, y) = (2000 + 37 * (index * 7 % 60) + 900 * (index / 20), 13 * (index * 11 % 60) - 200 * (index / 20))
        return "\(x),\(Double(y) / 1_000_000),\(species),tree \(index)"
    }
    private static let text = "width,height,species,name\n" + rows.joined(separator: "\n") + "\n"

    private func summary(_ arguments: [String], text: String = text) throws -> RunSummary {
        try command.folder.write(text, to: "trees.csv")
        let outcome = try command.run(arguments + Self.quick + ["--json", "-", "-q"])
        outcome.expectSuccess()
        return try RunSummary(outcome.output)
    }

    @Test("is drawn in its own units, its columns on the axes and its classes in the legend")
    func ownUnits() throws {
        let summary = try summary([
            "trees.csv", "--x", "width", "--y", "height", "--label", "species", "--format", "svg",
        ])
        #expect(summary.data.source == "file")
        #expect(summary.data.path == "trees.csv")
        #expect(summary.data.features == ["width", "height"])
        #expect(summary.data.classes == ["ash", "birch", "cedar"])
        #expect(summary.data.samples == 60)
        #expect(summary.data.seed == nil)
        let picture = try command.folder.text("output/boundary-hidden-3.svg")
        for word in ["width", "height", "ash", "birch", "cedar"] { #expect(picture.contains(">\(word)</text>")) }
    }

    @Test("has a margin of a tenth of each range, and 400 steps along each axis")
    func extent() throws {
        let run = try summary(["trees.csv", "--label", "species"]).runs[0]
        let xs = Self.rows.compactMap { Double($0.split(separator: ",")[0]) }
        let ys = Self.rows.compactMap { Double($0.split(separator: ",")[1]) }
        for (limits, values, axis) in [(run.image.xlim, xs, run.grid.x), (run.image.ylim, ys, run.grid.y)] {
            let (low, high) = try (#require(values.min()), #require(values.max()))
            let range = high - low
            #expect(abs(limits[0] - (low - range / 10)) < 1e-9 * range)
            #expect(abs(limits[1] - (high + range / 10)) < 1e-9 * range)
            #expect(axis.count == 401)
            #expect(abs(axis.step - (limits[1] - limits[0]) / 400) < 1e-9 * range)
        }
        #expect(run.grid.labelCounts.reduce(0, +) == 401 * 401)
    }

    @Test("--step and --margin take two numbers, for x and y")
    func pairs() throws {
        let run = try summary(["trees.csv", "--label", "species", "--step", "100,0.0001", "--margin", "0,0.001"]).runs[
            0]
        #expect(run.grid.x.step == 100 && run.grid.y.step == 0.0001)
        #expect(run.image.xlim[0] == 2000)
    }

    @Test("Without names the first two numeric columns are taken, and the last that is left")
    func defaultColumns() throws {
        let text = "name,width,height,species\n" + "a,1,2,oak\nb,2,1,elm\nc,3,3,oak\nd,4,1,elm\n"
        let summary = try summary(["trees.csv"], text: text)
        #expect(summary.data.features == ["width", "height"])
        #expect(summary.data.classes == ["oak", "elm"])
    }

    @Test("Numbers as labels ascend; no header, semicolons and CRLF are fine")
    func numbersAsLabels() throws {
        let text = "1;2;10\r\n2;1;9\r\n3;3;10\r\n4;1;-1\r\n"
        let summary = try summary(["--data", "trees.csv"], text: text)
        #expect(summary.data.classes == ["-1", "9", "10"])
        #expect(summary.data.features == ["column 1", "column 2"])
    }

    @Test("comes from standard input as well, with the same numbers", arguments: ["-", "--data -"])
    func standardInput(source: String) throws {
        let fromFile = try summary(["trees.csv", "--label", "species"])
        let words = source.split(separator: " ").map(String.init)
        let outcome = try command.run(
            bash: #""$@" < trees.csv"#, words + ["--label", "species", "--json", "-", "-q"] + Self.quick)
        outcome.expectSuccess()
        let piped = try RunSummary(outcome.output)
        #expect(piped.data.source == "standard input" && piped.data.path == nil)
        #expect(piped.runs[0].theta == fromFile.runs[0].theta)
    }

    @Test("Features are standardised for training, with the same result as a standardised file")
    func standardization() throws {
        let raw = try summary(["trees.csv", "--label", "species", "--save-model", "model.json"])
        let moments = try #require(raw.data.standardization)
        let rows = Self.rows.map { row in
            let cells = row.split(separator: ",")
            let numbers = zip(cells, zip(moments.mean, moments.deviation)).map { cell, moment in
                ((Double(cell) ?? .nan) - moment.0) / moment.1
            }
            return "\(numbers[0]),\(numbers[1]),\(cells[2])"
        }
        let means = [0, 1].map { index in
            rows.compactMap { Double($0.split(separator: ",")[index]) }.reduce(0, +) / 60
        }
        #expect(means.allSatisfy { abs($0) < 1e-12 })

        let standardized = try summary(
            ["trees.csv", "--no-standardize"], text: "x,y,label\n" + rows.joined(separator: "\n") + "\n")
        #expect(standardized.data.standardization == nil)
        let thetas = zip(raw.runs[0].theta, standardized.runs[0].theta)
        #expect(thetas.allSatisfy { abs(($0 ?? .nan) - ($1 ?? .nan)) < 1e-6 })
        let counts = zip(raw.runs[0].grid.labelCounts, standardized.runs[0].grid.labelCounts)
        #expect(counts.allSatisfy { abs($0 - $1) <= 20 }, "the regions are the same in either units")
    }

    @Test("Standardisation depends on the training part only")
    func heldOut() throws {
        let all = try summary(["trees.csv", "--label", "species"])
        let part = try summary(["trees.csv", "--label", "species", "--test-fraction", "0.5"])
        #expect(all.data.standardization != part.data.standardization)
        #expect(part.data.split?.trainCount == 30)
    }

    @Test("The table names the columns and counts the points of each class")
    func overview() throws {
        try command.folder.write(Self.text, to: "trees.csv")
        let outcome = try command.run(["trees.csv", "--label", "species"] + ["--max-iterations", "0", "--dpi", "50"])
        outcome.expectSuccess()
        let line = "trees.csv (width, height, species), 60 points: ash 20, birch 20, cedar 20"
        #expect(outcome.outputLines.first == "\(line); --x, --y and --label choose other columns")
        let named = try command.run(
            ["trees.csv", "--x", "width", "--y", "2", "--label", "species", "--max-iterations", "0", "--dpi", "50"])
        #expect(named.outputLines.first ?? "" == line)
    }

    @Test("--skip-bad-rows counts skipped rows and names the first")
    func badRows() throws {
        try command.folder.write(Self.text + "x,1,ash,n\n1,2,ash\n", to: "trees.csv")
        let outcome = try command.run(
            ["trees.csv", "--label", "species", "--skip-bad-rows", "--max-iterations", "0", "--dpi", "50"])
        #expect(outcome.status == 0)
        #expect(
            outcome.errors == """
                Note: 2 rows of 'trees.csv' were skipped; the first: 'trees.csv', line 62, column 1 (width): 'x' is not \
                a number; use one such as 1.5 or -2e-3

                """)
    }

    @Test(
        "A name that no font has is warned of, but for SVG, which its viewer draws", arguments: ["png", "pdf", "svg"])
    func missingCharacters(format: String) throws {
        // A private-use character, which no font contains.
        let text = Self.text.replacing("birch", with: "b\u{10fffd}rch")
        try command.folder.write(text, to: "trees.csv")
        let outcome = try command.run(["trees.csv", "--label", "species", "--format", format, "-q"] + Self.quick)
        #expect(outcome.status == 0)
        #expect(outcome.errors.hasPrefix("Warning: ") == (format != "svg"))
        #expect(outcome.errors.contains("\u{10fffd}") == (format != "svg"))
    }

    @Test("goes through tune, diff and data as well")
    func otherCommands() throws {
        try command.folder.write(Self.text, to: "trees.csv")
        let small = ["trees.csv", "--label", "species"]
        let tune = try command.run(
            ["tune"] + small + Self.quick + ["--hidden", "1,2", "--lambda", "0.1", "--save-model", "m-{hidden}.json"])
        #expect(tune.status == 0, "\(tune.errors)")
        #expect(tune.output.hasPrefix("trees.csv (width, height, species), 60 points"))
        #expect(command.folder.names.contains { $0 == "m-1.json" || $0 == "m-2.json" })

        let diff = try command.run(["diff"] + small + Self.quick + ["--hidden", "1,2"])
        #expect(diff.status == 0, "\(diff.errors)")

        let data = try command.run(["data"] + small)
        data.expectSuccess()
        #expect(data.outputLines.count == 61)
        #expect(data.outputLines.first == "width,height,species")
        #expect(data.outputLines[1].hasSuffix(",ash"))
    }

    private static let badFiles: [(String, [String], Int32)] = [
        ("", ["a.csv", "no rows"], 65), ("x,y,label\n1,2,a\n2,b\n", ["a.csv", "line 3", "2 cells", "has 3"], 65),
        ("x,y,label\n1,2,a\n2,,b\n", ["only one numeric column", "'x'"], 65),
        ("x,y,label\n1,2,a\n2,inf,b\n", ["line 3", "column 2 (y)", "'inf'", "infinite"], 65),
        ("x,y,label\n1,2,a\n2,3,a\n", ["only one numeric column", "'x'"], 65),
        ("x,y,label\n1,2,a\n1,3,b\n", ["a.csv", "only one numeric column", "'y'"], 65),
        ("x,y,label\n1e300,2,a\n-1e300,3,b\n", ["x has a range", "1e140", "scale the data"], 65),
        ("x,y,label\n1,2e-322,a\n2,3e-322,b\n", ["y has a range", "1e-140"], 65),
        ("x,y,label\n1e15,2,a\n1000000000000001,3,b\n", ["x runs from", "subtract a constant"], 65),
        ("a\u{0}b", ["zero byte"], 65),
    ]

    @Test(
        "An error in a file is one line, and nothing is written",
        arguments: badFiles)
    func wrongContents(text: String, words: [String], status: Int32) throws {
        try command.folder.write(text, to: "a.csv")
        let outcome = try command.run(["a.csv", "-q"] + Self.quick)
        guard status != 0 else { return outcome.expectSuccess() }
        outcome.expectError(status, saying: words)
        #expect(command.folder.names == ["a.csv"])
    }

    private static let badRequests: [([String], [String], Int32)] = [
        (["b.csv"], ["cannot read 'b.csv'", "no such file"], 66), (["./"], ["'./'", "directory"], 66),
        (["a.csv", "--x", "widht"], ["'widht'", "did you mean 'width'?", "'height'", "'species'"], 64),
        (["a.csv", "--x", "width", "--y", "width"], ["(width)", "used twice"], 64),
        (["a.csv", "--samples", "3"], ["--samples", "'a.csv'", "--x"], 64),
        (["a.csv", "--data", "moons"], ["'a.csv'", "--data 'moons'", "one of them"], 64),
        (["--x", "width"], ["--x", "--data moons"], 64), (["circles", "--no-standardize"], ["--no-standardize"], 64),
        (["a.csv", "-o", "a.csv.png", "--json", "a.csv"], ["--json 'a.csv'", "is an input file"], 64),
        (["a.csv", "--config", "c.toml", "--json", "c.toml"], ["--json 'c.toml'", "is an input file"], 64),
        (["link.csv", "--label", "species", "--json", "a.csv"], ["--json 'a.csv'", "is an input file"], 64),
        (["a.csv", "--xlim=0,5e-324", "--ylim=0,5e-324"], ["x has a range", "--xlim"], 65),
        (["a.csv", "--step", "1,2,3"], ["--step", "'1,2,3'", "0.5,20"], 64),
    ]

    @Test(
        "An error in the request is one line",
        arguments: badRequests)
    func wrongRequests(arguments: [String], words: [String], status: Int32) throws {
        try command.folder.write(Self.text, to: "a.csv")
        try command.folder.write("", to: "c.toml")
        try FileManager.default.createSymbolicLink(
            atPath: command.folder.url.appending(path: "link.csv").path, withDestinationPath: "a.csv")
        let files = command.folder.files
        try command.run(arguments + ["-q"] + Self.quick).expectError(status, saying: words)
        #expect(command.folder.files == files)
    }
}
