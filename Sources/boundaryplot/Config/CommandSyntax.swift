/// A command and its options, as ArgumentParser describes them.
struct CommandSyntax: Decodable, Sendable {
    let name: String
    let arguments: [Argument]

    /// An option with a value, a flag without a value, or an operand.
    struct Argument: Decodable, Sendable {
        enum Kind: String, Decodable, Sendable {
            case option
            case flag
            case operand = "positional"
        }

        struct Name: Decodable, Hashable, Sendable {
            /// `long` for two dashes, `short` for one dash.
            let kind: String
            /// The name without dashes.
            let name: String
        }

        let kind: Kind
        let names: [Name]?
        let valueName: String?
        /// True if the option may be given several times.
        let isRepeating: Bool
        let parsingStrategy: String

        var longName: String? { names?.first { $0.kind == "long" }?.name }

        /// True if a value may look like an option.
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

    /// Options that are not accepted in a settings file.
    static let commandLineNames: Set = ["config", "help", "request", "version"]

    /// The names of options that are accepted in a settings file.
    var keys: [String] {
        arguments.compactMap(\.longName).filter { !Self.commandLineNames.contains($0) }
    }
}
