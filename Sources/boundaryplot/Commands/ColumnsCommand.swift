import ArgumentParser
import Datasets
import DecisionBoundary
import Files

/// `boundaryplot columns`: lists the columns of a file.
struct ColumnsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "columns",
        abstract: "List the columns of a file and the command that draws it.",
        usage: "boundaryplot columns <file> [<options>]",
        discussion: """
            Prints a line for each column: number, name, kind, the number of different values and of missing ones, the \
            range or the first values, and what the column is used for. The last line is the command that draws the file.

            EXAMPLE
              boundaryplot columns flowers.csv
            """)

    @OptionGroup(title: "Data") var data: DataOptions
    @OptionGroup(title: "Run") var config: ConfigOptions

    func run() throws {
        var request = Request()
        try data.apply(to: &request)
        guard case .file(var file) = request.data else {
            throw Failure(
                .badRequest, "columns lists the columns of a file; 'boundaryplot columns flowers.csv' names one")
        }
        if data.noStandardize {
            throw Failure(.badRequest, "--no-standardize does not apply to columns, which trains no network")
        }
        let profile = try file.profile()
        let chosen = profile.chosen
        (file.x, file.y, file.label) = (chosen.x, chosen.y, chosen.label)
        let table = TextTable([
            TextTable.Column("column", cells: profile.columns.map { "\($0.column.number)" }),
            TextTable.Column("name", .left, cells: profile.columns.map { shown($0.column.name ?? "") }),
            TextTable.Column("kind", .left, cells: profile.columns.map(\.kind.rawValue)),
            TextTable.Column("values", cells: profile.columns.map(valueCount)),
            TextTable.Column("missing", cells: profile.columns.map { "\($0.missingCount)" }),
            TextTable.Column("range or first values", .left, cells: profile.columns.map(contents)),
            TextTable.Column("use", .left, cells: profile.columns.map { use($0, in: profile) }),
        ])
        try StandardStream.output.write(table.description)
        let hasBadCell = profile.columns.contains { $0.hasBadCell && profile.chosenColumns.contains($0.column) }
        if profile.badRowCount > 0 || hasBadCell { file.skipsBadRows = true }
        let isComplete = chosen.x != nil && chosen.y != nil && chosen.label != nil
        try StandardStream.output.write(
            isComplete
                ? CommandLineText.text(command: nil, file) + "\n"
                : "No command draws this file: two numeric columns and a label with 2 to 100 classes are needed.\n")
    }

    private func shown(_ text: String) -> String {
        String(text.withoutControlCharacters.map { $0.isNewline ? " " : $0 })
    }

    private func valueCount(_ column: ColumnProfile) -> String {
        column.valueCount < ColumnProfile.greatestValueCount ? "\(column.valueCount)" : "\(column.valueCount) or more"
    }

    /// "1.5 to 7", or "oak, elm, …".
    private func contents(_ column: ColumnProfile) -> String {
        if let range = column.range {
            return [range.lowerBound, range.upperBound].map(DecimalText.shortest).joined(separator: " to ")
        }
        let words = column.firstValues.map { $0.count > 20 ? $0.prefix(19) + "…" : $0[...] }.joined(separator: ", ")
        return shown(words) + (column.valueCount > column.firstValues.count ? ", …" : "")
    }

    private func use(_ column: ColumnProfile, in profile: CSVProfile) -> String {
        if let use = zip(["x", "y", "label"], profile.chosenColumns).first(where: { $0.1 == column.column }) {
            return use.0
        }
        if column.isIdentifier { return "identifies rows" }
        return column.valueCount < 2 ? "does not vary" : ""
    }
}
