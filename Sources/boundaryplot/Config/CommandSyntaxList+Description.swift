import ArgumentParser
import FoundationEssentials

extension CommandSyntaxList {
    /// Reads what ArgumentParser tells other tools of a command and those under it, so that options are listed in one
    /// place alone.
    init(describedBy json: String) throws {
        let root = try JSONDecoder().decode(Description.self, from: Data(json.utf8)).command
        commands = root.subcommands.filter { $0.option("config") != nil }
        otherNames = Set(root.subcommands.map(\.name)).subtracting(commands.map(\.name)).union(["help"])
        defaultName = root.defaultSubcommand
    }

    /// The commands of this program.
    static func boundaryplot() throws -> CommandSyntaxList {
        try CommandSyntaxList(describedBy: BoundaryPlot._dumpHelp())
    }

    private struct Description: Decodable {
        let command: Root

        struct Root: Decodable {
            let subcommands: [CommandSyntax]
            let defaultSubcommand: String
        }
    }
}
