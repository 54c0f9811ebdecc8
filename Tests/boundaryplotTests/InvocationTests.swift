import DecisionBoundary
import SettingsSyntax
import Testing

@testable import boundaryplot

@Suite("A command line with a settings file")
struct InvocationTests {
    /// Returns the words to parse for `words` and a settings file.
    private func merged(_ words: [String], with toml: String) throws -> [String] {
        try invocation(words, with: toml).words
    }

    private func invocation(
        _ words: [String], with toml: String, of commands: CommandSyntaxList? = nil
    ) throws -> Invocation {
        try Invocation(words, of: commands ?? .boundaryplot()) { path throws(Failure) in
            #expect(path == "f.toml")
            do throws(ConfigFileError) {
                return try ConfigFile(parsing: Array(toml.utf8), as: .toml)
            } catch {
                throw Failure(.badData, "\(error)")
            }
        }
    }

    @Test("the short names are those of the options")
    func shortNames() throws {
        let arguments = try CommandSyntaxList.boundaryplot().all.flatMap(\.arguments)
        let names = arguments.flatMap { argument in
            (argument.names ?? []).filter { $0.kind == "short" }.map { (Character($0.name), argument.longName ?? "") }
        }
        #expect(Dictionary(names) { first, _ in first } == Invocation.shortNames)
    }

    @Test("a value that looks like an option does not repeat it")
    func values() throws {
        let words = ["--title", "--sheet", "--sheet", "--x-label", "-q", "-q", "--", "--sheet"]
        #expect(try Invocation(commandLine: words).words == words)
    }

    @Test("settings become options between the command and the other words")
    func order() throws {
        let toml = "hidden = [3, 20]\nsheet = true"
        #expect(
            try merged(["--config", "f.toml", "-q"], with: toml)
                == ["--hidden=3,20", "--sheet", "--config", "f.toml", "-q"])
        #expect(
            try merged(["plot", "-q", "--config=f.toml"], with: toml)
                == ["plot", "--hidden=3,20", "--sheet", "-q", "--config=f.toml"])
        #expect(try merged(["plot", "--config", "f.toml"], with: "") == ["plot", "--config", "f.toml"])
    }

    @Test(
        "an option of the command line overrides the file in every spelling",
        arguments: [
            (["--output", "b"], "output = 'a'"), (["--output=b"], "output = 'a'"), (["-o", "b"], "output = 'a'"),
            (["-ob"], "output = 'a'"), (["-o=b"], "output = 'a'"), (["-j4"], "threads = 2"),
            (["-qj", "4"], "threads = 2\nquiet = true"), (["-q"], "quiet = true"), (["--quiet"], "quiet = true"),
            (["--title", "a"], "no-title = true"), (["--no-title"], "title = 'a'"),
            (["--title", "--sheet"], "title = 'a'"), (["--xlim=-1,2"], "xlim = [0, 1]"),
            (["--hidden", "-3"], "hidden = 4"), (["--hidden"], "hidden = 4"),
        ])
    func precedence(words: [String], toml: String) throws {
        for start in [[], ["plot"]] {
            let line = start + ["--config", "f.toml"] + words
            #expect(try merged(line, with: toml) == line)
        }
    }

    @Test("every option of every command is taken from the file unless the command line has it")
    func everyOption() throws {
        let commands = try CommandSyntaxList.boundaryplot()
        for command in commands.commands {
            for key in command.keys {
                let option = try #require(command.option(key))
                let word = option.kind == .flag ? "--\(key)" : "--\(key)=1"
                let line = [command.name, "--config", "f.toml"]
                for toml in [
                    "\(key) = \(option.kind == .flag ? "true" : "1")",
                    "[\(command.name)]\n\(key) = \(option.kind == .flag ? "true" : "1")",
                ] {
                    let merged = try invocation(line, with: toml, of: commands).words
                    #expect(merged == [command.name, word] + line.dropFirst())
                    #expect(try invocation(line + [word], with: toml, of: commands).words == line + [word])
                }
            }
        }
    }

    @Test(
        "'no-' before a flag turns it off, even if the file does not set it",
        arguments: ["sheet = true", "sheet = false", "[plot]\nsheet = true", ""])
    func takingBack(toml: String) throws {
        let line = ["--config", "f.toml"]
        #expect(try merged(line + ["--no-sheet", "-q"], with: toml) == line + ["-q"])
        #expect(try merged(line + ["--points"], with: toml.replacing("sheet", with: "no-points")) == line)
    }

    @Test("without a file, or together with its flag, 'no-sheet' is an unknown option")
    func leftToParser() throws {
        #expect(try merged(["--no-sheet"], with: "") == ["--no-sheet"])
        let both = ["--config", "f.toml", "--sheet", "--no-sheet"]
        #expect(try merged(both, with: "") == both)
        let valued = ["--config", "f.toml", "--no-sheet=1"]
        #expect(try merged(valued, with: "sheet = true") == valued)
        let hidden = ["--config", "f.toml", "--no-hidden"]
        #expect(try merged(hidden, with: "") == hidden)
    }

    @Test("a flag that is false becomes its opposite if there is one, and is left out otherwise")
    func falseFlags() throws {
        let line = ["tune", "--config", "f.toml"]
        #expect(try merged(line, with: "fresh = false") == line)
        #expect(try merged(line, with: "stratify = false") == ["tune", "--no-stratify"] + line.dropFirst())
        #expect(try merged(line, with: "no-stratify = false") == ["tune", "--stratify"] + line.dropFirst())
        #expect(try merged(line + ["--stratify"], with: "stratify = false") == line + ["--stratify"])
        #expect(try merged(line + ["--no-stratify"], with: "stratify = true") == line + ["--no-stratify"])
    }

    @Test(
        "a command's table overrides the common settings",
        arguments: [
            ("hidden = 1\n[plot]\nhidden = 2", ["--hidden=2"]), ("sheet = true\n[plot]\nsheet = false", []),
            ("title = 'a'\n[plot]\nno-title = true", ["--no-title"]),
            ("no-title = true\n[plot]\ntitle = 'a'", ["--title=a"]),
            ("title = 'a'\n[plot]\nno-title = false", ["--title=a"]), ("[tune]\nhidden = 2", []),
            ("hidden = 1\n[tune]\nhidden = 2\n[diff]\nhidden = 3", ["--hidden=1"]),
        ])
    func tables(toml: String, words: [String]) throws {
        #expect(try merged(["plot", "--config", "f.toml"], with: toml) == ["plot"] + words + ["--config", "f.toml"])
        #expect(try merged(["--config", "f.toml"], with: toml) == words + ["--config", "f.toml"])
    }

    @Test(
        "the file is not read for help or invalid words",
        arguments: [
            ["--config", "f.toml", "--help"], ["-h", "--config", "f.toml"], ["tune", "--config=f.toml", "--version"],
            ["help", "--config", "f.toml"], ["predict", "--config", "f.toml"],
            ["--title", "--config", "-q"], ["--config"], ["--config", "-q"], ["--", "--config", "f.toml"],
        ])
    func notRead(words: [String]) throws {
        let invocation = try Invocation(words, of: .boundaryplot()) { path throws(Failure) in
            throw Failure(.internalError, "\(path) was read")
        }
        #expect(invocation.words == words && invocation.settings == nil)
    }

    @Test("words after -- are operands")
    func terminator() throws {
        let commands = try Self.commands(operand: "file")
        let words = ["--config", "f.toml", "--", "--hidden"]
        #expect(try invocation(words, with: "hidden = 1", of: commands).words == ["--hidden=1"] + words)
    }

    @Test("a data file on the command line overrides the data set of the settings")
    func operands() throws {
        let commands = try Self.commands(operand: "file")
        let words = ["--config", "f.toml", "points.csv"]
        #expect(try invocation(words, with: "data = 'moons'\nhidden = 1", of: commands).words == ["--hidden=1"] + words)
        #expect(
            try invocation(["--config", "f.toml"], with: "data = 'moons'", of: commands).words
                == ["--data=moons", "--config", "f.toml"])
        let other = try Self.commands(operand: "model")
        #expect(try invocation(words, with: "data = 'moons'", of: other).words == ["--data=moons"] + words)
    }

    @Test("a list for a repeatable option becomes one word per item")
    func repeatingOptions() throws {
        let words = try invocation(["--config", "f.toml"], with: "mark = [1, 2]", of: Self.commands(operand: "x")).words
        #expect(words == ["--mark=1", "--mark=2", "--config", "f.toml"])
    }

    /// A command of another program, described as ArgumentParser does.
    private static func commands(operand: String) throws -> CommandSyntaxList {
        func option(_ name: String, isRepeating: Bool = false) -> String {
            """
            {"kind": "option", "names": [{"kind": "long", "name": "\(name)"}], "valueName": "text",
             "isRepeating": \(isRepeating), "parsingStrategy": "default"}
            """
        }
        return try CommandSyntaxList(
            describedBy: """
                {"command": {"defaultSubcommand": "show", "subcommands": [{"commandName": "show", "arguments": [
                {"kind": "positional", "valueName": "\(operand)", "isRepeating": false, "parsingStrategy": "default"},
                \(option("data")), \(option("hidden")), \(option("config")), \(option("mark", isRepeating: true))]}]}}
                """)
    }
}
