import ArgumentParser
import FoundationEssentials

/// All commands of a program.
struct CommandSyntaxList: Decodable, Sendable {
    /// All commands.
    let all: [CommandSyntax]
    private let defaultSubcommand: String

    private enum CodingKeys: String, CodingKey {
        case all = "subcommands"
        case defaultSubcommand
    }

    private struct Description: Decodable {
        let command: CommandSyntaxList
    }

    /// Decodes the description that ArgumentParser provides for other tools, so that options are listed only once.
    init(describedBy json: String) throws {
        self = try JSONDecoder().decode(Description.self, from: Data(json.utf8)).command
    }

    /// Returns the commands of this program.
    static func boundaryplot() throws -> CommandSyntaxList {
        try CommandSyntaxList(describedBy: BoundaryPlot._dumpHelp())
    }

    /// The commands that take settings.
    var commands: [CommandSyntax] { all.filter { $0.option("config") != nil } }

    subscript(name: String) -> CommandSyntax? { commands.first { $0.name == name } }

    /// Returns the names of commands that have an option.
    func names(withOption name: String) -> [String] {
        commands.filter { $0.keys.contains(name) }.map(\.name)
    }

    /// Splits a command line into its command, or the default command, and the remaining words.
    ///
    /// - Returns: nil if there is no such command.
    func split(_ words: [String]) -> (command: CommandSyntax, rest: [String])? {
        if let command = all.first(where: { $0.name == words.first }) { return (command, Array(words.dropFirst())) }
        return all.first { $0.name == defaultSubcommand }.map { ($0, words) }
    }
}
