/// A command with its options, as ArgumentParser knows it.
struct CommandSyntax: Decodable, Sendable {
    let name: String
    let arguments: [Argument]

    /// An option with a value, a flag without, or an operand: a word without dashes.
    struct Argument: Decodable, Sendable {
        enum Kind: String, Decodable, Sendable {
            case option
            case flag
            case operand = "positional"
        }

        struct Name: Decodable, Hashable, Sendable {
            /// `long` with two dashes, `short` with one.
            let kind: String
            /// Without the dashes.
            let name: String
        }

        let kind: Kind
        let names: [Name]?
        let valueName: String?
        /// Whether every value takes the option's name anew.
        let isRepeating: Bool
        let parsingStrategy: String

        var longName: String? { names?.first { $0.kind == "long" }?.name }

        /// Whether a value may look like an option.
        var takesAnyWord: Bool { parsingStrategy == "unconditional" }
    }

    private enum CodingKeys: String, CodingKey {
        case name = "commandName"
        case arguments
    }

    func option(_ name: String) -> Argument? {
        arguments.first { $0.longName == name }
    }

    func option(short letter: Character) -> Argument? {
        arguments.first { $0.names?.contains(Argument.Name(kind: "short", name: String(letter))) == true }
    }

    func hasFlag(_ name: String) -> Bool { option(name)?.kind == .flag }

    /// Options that a settings file cannot have.
    static let commandLineNames: Set = ["config", "help", "version", "read-data-from"]

    /// The names of the options that a settings file can have.
    var keys: [String] {
        arguments.compactMap(\.longName).filter { !Self.commandLineNames.contains($0) }
    }
}

/// Every command that takes settings.
struct CommandSyntaxList: Sendable {
    let commands: [CommandSyntax]
    /// The names of commands that take none.
    let otherNames: Set<String>
    /// The command that is meant where none is named.
    let defaultName: String

    subscript(name: String) -> CommandSyntax? { commands.first { $0.name == name } }

    /// The names of the commands that have an option of that name.
    func names(withOption name: String) -> [String] {
        commands.filter { $0.keys.contains(name) }.map(\.name)
    }
}
