import DecisionBoundary
import SettingsSyntax

/// A command line merged with its settings file. Options override the file, and the file overrides defaults.
struct Invocation {
    /// The words to parse: settings first, then the options of the command line.
    let words: [String]
    /// The applied settings; nil without a settings file.
    let settings: AppliedSettings?

    private init(_ words: [String], applying settings: AppliedSettings? = nil) {
        self.words = words
        self.settings = settings
    }

    /// Merges a command line with its settings file. The parser reports any wrong words.
    ///
    /// - Parameters:
    ///   - words: the words after the program's name.
    ///   - commands: the commands that the words may name.
    ///   - read: returns the settings of a file.
    /// - Throws: `Failure` if an option is repeated or the file is wrong, and the errors of `read`.
    init(
        _ words: [String], of commands: CommandSyntaxList, reading read: (_ path: String) throws -> ConfigFile
    ) throws {
        self.init(words)
        guard let (command, rest) = commands.split(words) else { return }
        let given = GivenOptions(rest, of: command)
        let operands = command.arguments.filter { $0.kind == .operand }
        let paths = given.occurrences.filter { $0.name == "config" }.compactMap(\.value)
        // Help depends on nothing else.
        guard !given.contains("help"), !given.contains("version") else { return }
        if let option = given.repeated(of: command) {
            throw Failure(.badRequest, Self.repetitionMessage(option, values: given.values(of: option.longName)))
        }
        guard let path = paths.first, command.option("config") != nil, !(given.hasOperands && operands.isEmpty)
        else { return }
        let settings: ConfigFile
        do {
            settings = try read(path)
            try settings.check(for: command, of: commands)
        } catch let error as ConfigFileError {
            throw Failure(.badData, "'\(path)'\(error)")
        }
        // A file operand overrides the data of the settings.
        let replaced = given.hasOperands && operands.contains { $0.valueName == "file" } ? ["data", "data-json"] : []
        let applied = AppliedSettings(
            path: path, settings: settings, for: command,
            without: Set(given.occurrences.map { OptionName.subject(of: $0.name) } + replaced))
        let takenBack = Self.takenBack(by: given, in: rest, of: command)
        let kept = rest.indices.filter { !takenBack.contains($0) }.map { rest[$0] }
        self.init(words.dropLast(rest.count) + applied.settings.flatMap(\.words) + kept, applying: applied)
    }

    private static func repetitionMessage(_ option: CommandSyntax.Argument, values: [String]) -> String {
        let name = "--\(option.longName ?? "")"
        if option.kind == .flag { return "\(name) is given more than once; once is enough" }
        let isList = option.valueName == "list" && !values.isEmpty
        let once =
            isList ? "with commas: \(name) \(values.joined(separator: ","))" : "the last would replace the others"
        return "\(name) is given more than once; use it once, \(once)"
    }

    /// Returns the indices of words such as `--no-sheet`, which are not options but turn off a flag of the file.
    private static func takenBack(by given: GivenOptions, in words: [String], of command: CommandSyntax) -> Set<Int> {
        let occurrences = given.occurrences.filter { occurrence in
            let opposite = OptionName.opposite(of: occurrence.name)
            return command.option(occurrence.name) == nil && command.keys.contains(opposite)
                && command.hasFlag(opposite) && !given.contains(opposite)
                && words[occurrence.index] == "--\(occurrence.name)"
        }
        return Set(occurrences.map(\.index))
    }
}

extension Invocation {
    /// Reads the settings file if `words` name one.
    init(commandLine words: [String]) throws {
        // Describing all options takes 10 ms, and few runs have a settings file.
        guard words.contains(where: { $0 == "--config" || $0.hasPrefix("--config=") }) || Self.mayRepeatOptions(words)
        else {
            self.init(words)
            return
        }
        try self.init(words, of: .boundaryplot(), reading: ConfigFile.init(path:))
    }

    /// The options with a name of one letter.
    static let shortNames: [Character: String] = ["h": "help", "j": "threads", "o": "output", "q": "quiet"]

    /// Returns false if no option can be there twice; true may be due to a value that looks like an option.
    private static func mayRepeatOptions(_ words: [String]) -> Bool {
        var names: Set<String> = []
        for word in words where word.hasPrefix("-") {
            let found =
                word.hasPrefix("--")
                ? [String(word.dropFirst(2).prefix { $0 != "=" })] : word.compactMap { shortNames[$0] }
            for name in found where !names.insert(name).inserted { return true }
        }
        return false
    }

    /// Returns the options of a command line; nil if its command is unknown.
    ///
    /// - Parameter words: the words after the program's name.
    static func given(in words: [String]) throws -> GivenOptions? {
        try CommandSyntaxList.boundaryplot().split(words).map { GivenOptions($1, of: $0) }
    }
}
