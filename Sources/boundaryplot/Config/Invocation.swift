import SettingsSyntax

/// A command line and the settings file that it names, as one: an option goes over the file, the file over a default.
struct Invocation {
    /// What is to be parsed: the words of the command line, before its options those that stand for settings.
    let words: [String]
    /// What the file sets; nil where none is named.
    let settings: AppliedSettings?

    /// The keys that operands stand for, by the operand's name in the help.
    private static let keysOfOperands = ["file": "data"]

    private init(_ words: [String], applying settings: AppliedSettings? = nil) {
        self.words = words
        self.settings = settings
    }

    /// - Parameters:
    ///   - words: what follows the program's name.
    ///   - commands: what the words mean.
    ///   - read: gives the settings of a file.
    /// - Throws: `Failure` where the file cannot be read or is wrong; not where the words are, which the parser says.
    init(
        _ words: [String], of commands: CommandSyntaxList,
        reading read: (_ path: String) throws(Failure) -> ConfigFile
    ) throws(Failure) {
        let named = words.first.flatMap { commands[$0] }
        let takesNone = words.first.map(commands.otherNames.contains) ?? false
        guard !takesNone, let command = named ?? commands[commands.defaultName] else {
            self.init(words)
            return
        }
        let rest = Array(words.dropFirst(named == nil ? 0 : 1))
        let given = GivenOptions(rest, of: command)
        let operands = command.arguments.filter { $0.kind == .operand }
        // Help is given whatever the file is like, and words that the parser refuses are left to it.
        guard let path = given.configPaths.first, !given.contains("help"), !given.contains("version"),
            !(given.hasOperands && operands.isEmpty)
        else {
            self.init(words)
            return
        }
        guard given.configPaths.count == 1 else {
            throw Failure(.usage, "--config is there \(given.configPaths.count) times; one settings file is accepted")
        }
        let settings = try read(path)
        do throws(ConfigFileError) {
            try settings.check(for: command, of: commands)
        } catch {
            throw Failure(.badData, "'\(path)'\(error)")
        }
        let replaced = given.hasOperands ? operands.compactMap(\.valueName).compactMap { Self.keysOfOperands[$0] } : []
        let applied = AppliedSettings(
            path: path, settings: settings, for: command,
            without: Set(given.occurrences.map { OptionName.subject(of: $0.name) } + replaced))
        let takenBack = Self.takenBack(by: given, in: rest, of: command)
        let kept = rest.indices.filter { !takenBack.contains($0) }.map { rest[$0] }
        self.init(words.dropLast(rest.count) + applied.settings.flatMap(\.words) + kept, applying: applied)
    }

    /// The indices of words such as `--no-sheet`, which are no options, and only take back a flag of the file.
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
    /// Reads the settings file where `words` name one.
    init(commandLine words: [String]) throws {
        // The description of all options costs time, and hardly any run has a file.
        guard words.contains(where: { $0 == "--config" || $0.hasPrefix("--config=") }) else {
            self.init(words)
            return
        }
        try self.init(words, of: .boundaryplot()) { path throws(Failure) in try SettingsFile(path: path).settings() }
    }
}
