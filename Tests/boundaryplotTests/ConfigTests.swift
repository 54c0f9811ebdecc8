import Foundation
import Testing

@Suite("--config")
struct ConfigTests {
    private let command = Command()

    private static let small = """
        samples = 20
        max-iterations = 5
        step = 0.1
        dpi = 50

        """

    @Test(
        "a run with a settings file is the run with its options, byte for byte but for the words that a picture remembers",
        arguments: [
            ("hidden = [1, 2]\nsheet = true\ndata = 'circles'", ["--hidden", "1,2", "--sheet", "--data", "circles"]),
            (
                "lambda = [0.1, 1e-3]\nxlim = [-1, 2]\ntitle = '{hidden}--{lambda}'\nno-legend = true",
                ["--lambda", "0.1,0.001", "--xlim=-1,2", "--title", "{hidden}--{lambda}", "--no-legend"]
            ),
            ("test-fraction = 0.3\n[plot]\nformat = 'svg'", ["--test-fraction", "0.3", "--format", "svg"]),
        ])
    func sameRun(toml: String, options: [String]) throws {
        try command.folder.write(Self.small + toml, to: "f.toml")
        #expect(try command.run(["-q", "--no-metadata", "--config", "f.toml", "-o", "a"]).status == 0)
        #expect(try command.run(["-q", "--no-metadata", "-o", "b"] + Command.small + options).status == 0)
        let files = command.folder.files
        let pictures = files.keys.filter { $0.hasPrefix("a/") }.sorted()
        #expect(!pictures.isEmpty && files.count == 2 * pictures.count + 1)
        for picture in pictures {
            #expect(files[picture] == files["b" + picture.dropFirst()])
        }
    }

    @Test("any text reaches its option unchanged", arguments: ["--sheet", "", "-1", "=", "a=b", "ü \"\\ é", "-q"])
    func texts(text: String) throws {
        let title = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        try command.folder.write("{\"title\": \(title), \"format\": \"svg\"}", to: "f.json")
        #expect(try command.run(Command.small + ["-q", "--no-metadata", "--config", "f.json", "-o", "a"]).status == 0)
        let options = ["-q", "--no-metadata", "--title", text, "--format", "svg", "-o", "b"]
        #expect(try command.run(Command.small + options).status == 0)
        let name = "/boundary-hidden-3.svg"
        #expect(try command.folder.bytes("a" + name) == command.folder.bytes("b" + name))
    }

    @Test("every command takes one, and the same one from its tables")
    func everyCommand() throws {
        try command.folder.write(
            """
            samples = 20
            [plot]
            hidden = [1, 2]
            max-iterations = 5
            output = "plot.d"
            [tune]
            hidden = 1
            lambda = [0.1, 1]
            folds = 2
            max-iterations = 5
            output = "tune.d"
            [diff]
            hidden = [1, 2]
            max-iterations = 5
            output = "diff.png"
            """, to: "f.toml")
        for name in ["plot", "tune", "diff"] {
            let outcome = try command.run([name, "--config", "f.toml", "--step", "0.1", "--dpi", "50"])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let points = try command.run(["data", "--config", "f.toml"])
        points.expectSuccess()
        #expect(points.outputLines.count == 21)
        let names = command.folder.names
        #expect(names.contains("plot.d/boundary-hidden-2.png") && names.contains("tune.d/tune.json"))
        #expect(names.contains("diff.png") && !names.contains("output/"))
    }

    @Test("a file name ending in .json is read as JSON")
    func json() throws {
        try command.folder.write(#"{"samples": 7, "data": "blobs", "centers": 2}"#, to: "f.JSON")
        let outcome = try command.run(["data", "--config", "f.JSON"])
        outcome.expectSuccess()
        #expect(outcome.output == (try command.run(["data", "--samples=7", "--data=blobs", "--centers=2"]).output))
    }

    @Test("a pipe is read, too")
    func pipe() throws {
        let outcome = try command.run(
            bash: "mkfifo f.toml; (echo 'samples = 7' > f.toml) & \"$@\"", ["data", "--config", "f.toml"])
        outcome.expectSuccess()
        #expect(outcome.outputLines.count == 8)
    }

    @Test("a file that is not named is not read")
    func notNamed() throws {
        try command.folder.write("samples = 7", to: "boundaryplot.toml")
        #expect(try command.run(["data"]).outputLines.count == 201)
    }

    @Test("paths in it are relative to the working directory")
    func paths() throws {
        try command.folder.write(Self.small + "output = 'pictures'", to: "sub/f.toml")
        #expect(try command.run(["-q", "--config", "sub/f.toml"]).status == 0)
        #expect(command.folder.names.contains("pictures/boundary-hidden-3.png"))
    }

    /// A settings file that is an error.
    struct BadFile: CustomTestStringConvertible {
        let text: String
        let arguments: [String]
        let status: Int32
        let words: [String]

        init(_ text: String, _ arguments: String..., status: Int32 = 65, says words: String...) {
            self.text = text
            self.arguments = arguments
            self.status = status
            self.words = ["'f.toml'"] + words
        }

        var testDescription: String { "\(text) \(arguments.joined(separator: " "))" }
    }

    static let badFiles = [
        BadFile("hiden = 3", says: ", line 1: 'hiden' is not an option", "'hidden'"),
        BadFile("test_fraction = 0.3", says: "'test_fraction'", "'test-fraction'"),
        BadFile("[plot]\nsheets = true", says: "line 2", "'plot.sheets'", "'sheet'"),
        BadFile("[tune]\nfold = 3", says: "line 2", "'tune.fold'", "'folds'"),
        BadFile("test-size = 0.3", says: "line 1", "'test-size'", "did you mean 'test-fraction'?"),
        BadFile("learning_rate = 0.3", says: "line 1", "'learning_rate'", "there is no learning rate"),
        BadFile("elephant = 3", says: "'elephant' is not an option; 'boundaryplot plot --help'"),
        BadFile("[elephant]\nfolds = 3", says: "line 1", "unknown table [elephant]", "plot, sheet"),
        BadFile("[tne]\nfolds = 3", says: "line 1", "[tne]", "did you mean [tune]?"),
        BadFile("folds = 3", says: "'folds' is not an option of 'boundaryplot plot'", "the table [tune]"),
        BadFile(
            "title = 'a'", "tune", says: "'boundaryplot tune'",
            "[plot], [sheet], [curve], [film], [diff] or [report]"),
        BadFile(
            "[data]\ndpi = 3", says: "'data.dpi'", "'boundaryplot data'",
            "[plot], [sheet], [curve], [film], [tune] or [diff]"),
        BadFile("config = 'g.toml'", says: "'config'", "command line"),
        BadFile("[plot]\nhelp = true", says: "line 2", "'plot.help'", "command line"),
        BadFile("version = true", says: "'version'", "command line"),
        BadFile("sheet = 1", says: "'sheet'", "'1'", "true and false"),
        BadFile("sheet = 'yes'", says: "'sheet'", "'yes'", "true and false"),
        BadFile("hidden = true", says: "'hidden'", "<list>", "true"),
        BadFile("title = 'a'\nno-title = true", says: "line 2", "'title' and 'no-title'", "one of them"),
        BadFile("seed = 2020-01-01", says: "line 1", "'seed' is a date", "a number"),
        BadFile("a = 1\na = 2", says: "line 2, column 1", "'a' is there twice"),
        BadFile("lambda = 0.1\nhidden = [1,", says: "line 2, column 13", "the file ends here"),
        BadFile("[+tune]", says: "line 1, column 2", "a key is wanted"),
        BadFile("data = circles", says: "line 1, column 8", "'circles'", "quotes"),
        BadFile("hidden = -1", says: ", hidden (line 1):", "'-1'", "0 or greater"),
        BadFile("[plot]\nlambda = [0.1, -2]", says: ", plot.lambda (line 2):", "'-2'", "0 or greater"),
        BadFile("data = 'sun'", says: ", data (line 1):", "'sun'", "moons"),
        BadFile("palette = []", says: ", palette (line 1):", "spectral"),
        BadFile("curve = true", says: ", curve (line 1):", "two sizes"),
        BadFile("factor = 0.3", "--data", "blobs", says: ", factor (line 1):", "--data blobs"),
        BadFile("samples = 1000000000000", status: 69, says: ", samples (line 1):", "memory"),
        BadFile("output = '/proc/new'", status: 73, says: ", output (line 1):", "'/proc/new'"),
        BadFile("\"a\\u001b[31m\" = 1", says: "'a\u{fffd}[31m'"),
        BadFile("strict = true\n" + small, status: 1, says: "--strict"),
    ]

    @Test("an error in a file is one line that names file and key", arguments: badFiles)
    func message(_ file: BadFile) throws {
        try command.folder.write(file.text, to: "f.toml")
        let outcome = try command.run(file.arguments + ["--config", "f.toml"])
        // A training that does not converge is no error of the file.
        outcome.expectError(file.status, saying: file.status == 1 ? ["--strict"] : file.words)
        #expect(file.status == 1 || command.folder.names == ["f.toml"])
    }

    @Test("an error on the command line does not name the file")
    func commandLineErrors() throws {
        try command.folder.write("hidden = 3\nlambda = 0.1", to: "f.toml")
        for (arguments, word) in [
            (["--hiden", "3"], "'--hidden'"), (["--lambda", "--hidden"], "'--hidden'"), (["--hidden", "x"], "'x'"),
            (["--no-sheets"], "'--no-sheets'"), (["--lambda"], "'--lambda <list>'"), (["--sheet=3"], "'--sheet'"),
        ] {
            let outcome = try command.run(["--config", "f.toml"] + arguments)
            outcome.expectError(64, saying: [word])
            #expect(!outcome.errors.contains("f.toml"), "\(outcome.errors)")
        }
    }

    @Test(
        "a file that cannot be had is an error that names it",
        arguments: [
            (["missing.toml"], 66, "'missing.toml'", "no such file"), (["d.toml"], 66, "'d.toml'", "is a directory"),
            (["f.yaml"], 64, "'f.yaml'", ".toml or .json"), ([""], 64, "''", ".toml or .json"),
            (["/dev/zero.toml"], 66, "'/dev/zero.toml'", "no such file"), (["long.json"], 65, "'long.json'", "64 KiB"),
        ])
    func unreadable(words: [String], status: Int32, name: String, reason: String) throws {
        try command.folder.write("samples = 20", to: "f.toml")
        try command.folder.write(String(repeating: " ", count: 100_000), to: "long.json")
        try command.folder.makeFolder("d.toml")
        try command.run(["--config"] + words).expectError(status, saying: [name, reason])
    }

    @Test("help does not depend on the file")
    func help() throws {
        try command.folder.write("hidden = -1", to: "f.toml")
        let outcome = try command.run(["tune", "--config", "f.toml", "--help"])
        outcome.expectSuccess()
        #expect(outcome.output == (try command.run(["tune", "--help"]).output))
    }
}
