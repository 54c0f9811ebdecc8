import Testing

@Suite("Help and version")
struct HelpTests {
    private let command = Command()

    private static let dataOptions = ["--data", "--samples", "--noise", "--seed"]
    private static let plotOptions =
        dataOptions + [
            "--hidden", "--lambda", "--init-seed", "--optimizer", "--tolerance", "--max-iterations", "--step",
            "--margin", "--output", "--format", "--size", "--dpi", "--title", "--json", "--threads", "--quiet",
        ]

    @Test(
        "names every option, and every default",
        arguments: [
            (["plot", "--help"], plotOptions + ["-o,", "-j,", "-q,"]), (["help", "plot"], plotOptions),
            (["data", "--help"], dataOptions), (["--help"], ["plot", "data"]), (["-h"], ["plot", "data"]),
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

    @Test("every option of plot and data says what it is without it, but for those that are off")
    func defaults() throws {
        let help = try command.run(["plot", "--help"]).output
        let entries = help.split(separator: #/\n {2}(?=-)/#).dropFirst()
        for entry in entries
        where !["--json", "--quiet", "--version", "--help"].contains(where: entry.prefix(24).contains) {
            #expect(entry.contains("default: ") || entry.contains("default:\n"), "\(entry)")
        }
    }

    @Test("has examples, none of them broken over two lines")
    func examples() throws {
        for arguments in [["--help"], ["plot", "--help"], ["data", "--help"]] {
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
