import Testing

@Suite("Help and version")
struct HelpTests {
    private let command = Command()

    private static let commands = [
        "plot", "film", "tune", "diff", "report", "grid", "predict", "inspect", "rerun", "data",
    ]

    private static let dataOptions = [
        "<file>", "--data", "--x", "--y", "--label", "--skip-bad-rows", "--no-standardize", "--samples", "--noise",
        "--factor", "--centers", "--spread", "--seed", "--config",
    ]
    private static let trainingOptions =
        dataOptions + [
            "--hidden", "--lambda", "--init-seed", "--activation", "--optimizer", "--tolerance", "--max-iterations",
            "--strict",
            "--test-fraction", "--split-seed", "--stratify", "--step", "--margin", "--xlim", "--ylim", "--output",
            "--format", "--size", "--no-metadata",
            "--dpi", "--threads", "--quiet", "--per-class",
        ]
    private static let diffOptions =
        trainingOptions + colorOptions + [
            "--title", "--no-title", "--x-label", "--y-label", "--no-legend", "--no-points", "--json", "--emit",
            "--legend", "--point-size", "--point-opacity", "--restarts", "--model", "--classifier", "--predictions",
            "--scores", "--timeout",
        ]
    private static let colorOptions = ["--palette", "--theme", "--background"]
    private static let plotOptions =
        diffOptions + [
            "--fill", "--levels", "--sheet", "--overlay", "--curve", "--curve-of", "--restarts", "--save-model",
            "--show-restarts",
        ]
    private static let tuneOptions =
        trainingOptions + colorOptions + [
            "--save-model", "--emit", "--restarts", "--repeats", "--folds", "--no-stratify", "--one-standard-error",
            "--fresh", "--shard", "--merge",
            "--fill",
            "--levels",
        ]

    @Test(
        "names every option, and every default",
        arguments: [
            (["plot", "--help"], plotOptions + ["-o,", "-j,", "-q,"]), (["help", "plot"], plotOptions),
            (["film", "--help"], ["--frames", "--seconds", "--no-loop", "--unit-lines", "--hidden", "--restarts"]),
            (["sheet", "--help"], ["--pairs", "--overlay", "--classifier"]), (["tune", "--help"], tuneOptions),
            (["diff", "--help"], diffOptions),
            (
                ["report", "--help"],
                ["<file>", "--hidden", "--classifier", "--restarts", "--output", "--title", "--palette", "--json"]
            ),
            (["data", "--help"], dataOptions + ["--test-fraction", "--split-seed", "--stratify", "--part"]),
            (["inspect", "--help"], ["<picture>", "--json"]),
            (["rerun", "--help"], ["<picture>", "--data", "--output", "--classifier", "--timeout"]),
            (["grid", "--help"], dataOptions + ["--test-fraction", "--step", "--xlim"]),
            (["predict", "--help"], ["--model", "--x", "--y", "--skip-bad-rows", "--output", "<file>"]),
            (["--help"], commands),
            (["-h"], commands),
        ])
    func help(arguments: [String], words: [String]) throws {
        let outcome = try command.run(arguments)
        outcome.expectSuccess()
        for word in words + ["--version", "--help"] {
            #expect(outcome.output.contains(word), "\(word)")
        }
        #expect(outcome.outputLines.allSatisfy { $0.count <= 80 })
        #expect(command.folder.names == [])
    }

    /// Options that are off or empty by default.
    private static let withoutDefault = [
        "--json", "--quiet", "--version", "--help", "--strict", "--sheet", "--overlay", "--curve ", "--show-restarts",
        "--per-class",
        "--no-title", "--no-legend", "--no-points", "--model", "--no-metadata", "--no-loop", "--unit-lines",
    ]

    @Test(
        "every option has its default in the help, except flags that are off",
        arguments: commands)
    func defaults(command name: String) throws {
        let help = try command.run([name, "--help"]).output
        let entries = help.split(separator: #/\n {2}(?=-)/#).dropFirst()
        for entry in entries where !Self.withoutDefault.contains(where: entry.prefix(24).contains) {
            #expect(entry.contains("default: ") || entry.contains("default:\n"), "\(entry)")
        }
    }

    @Test(
        "says a default once, and indents every line of a list of statuses", arguments: commands + ["sheet", "curve"])
    func layout(command name: String) throws {
        let help = try command.run([name, "--help"]).output
        for entry in help.split(separator: #/\n {2}(?=-)/#).dropFirst() {
            #expect(entry.matches(of: #/\(default:/#).count <= 1, "\(entry)")
        }
        let statuses = help.split(separator: "\n").drop { $0 != "EXIT STATUS" }.dropFirst().prefix {
            !$0.hasPrefix("USAGE")
        }
        #expect(statuses.allSatisfy { $0.hasPrefix("  ") })
    }

    @Test("has examples, none of them broken over two lines")
    func examples() throws {
        for arguments in [["--help"]] + Self.commands.map({ [$0, "--help"] }) {
            let lines = try command.run(arguments).outputLines
            let heading = try #require(lines.firstIndex { $0.hasPrefix("EXAMPLE") })
            let examples = lines[(heading + 1)...].prefix { $0 != "" }
            #expect(!examples.isEmpty && examples.allSatisfy { $0.hasPrefix("  boundaryplot") })
        }
    }

    @Test("--version prints the version alone", arguments: [["--version"], ["plot", "--version"]])
    func version(arguments: [String]) throws {
        let outcome = try command.run(arguments)
        outcome.expectSuccess()
        #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }
}
