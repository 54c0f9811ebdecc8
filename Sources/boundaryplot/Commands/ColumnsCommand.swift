import ArgumentParser
import DataFiles
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
            range or the first values, and what the column is used for. The last line is the command that draws the file; \
            if it has more than two features, the line before draws them all.

            EXAMPLE
              boundaryplot columns flowers.csv
            """)

    @OptionGroup(title: "Data") var data: FileOptions
    @OptionGroup(title: "Run") var config: ConfigOptions

    func run() throws {
        guard let path = data.file else {
            throw Failure(.badRequest, "a file is needed, as in 'boundaryplot columns flowers.csv'")
        }
        if GeneratedSet.Name(rawValue: path) != nil {
            throw Failure(
                .badRequest,
                "'\(path)' is a generated data set; columns are those of a file, which may be called './\(path)'")
        }
        var file = try data.dataFile(path).withFeatures(of: nil)
        let profile = try file.profile()
        if let text = LoadedData.titleText(profile.titles, of: path) { StandardStream.note("Note: \(text)") }
        let chosen = profile.chosen
        (file.x, file.y, file.label, file.features) = (chosen.x, chosen.y, chosen.label, chosen.features)
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
        let isComplete = profile.chosenColumns.count > 2 && !profile.chosenColumns.contains(nil)
        if isComplete && data.features.features == nil && data.features.project == nil && data.x == nil
            && data.y == nil,
            let projected = projected(file, profile)
        {
            try StandardStream.output.write(CommandLineText.text(command: nil, projected) + "\n")
        }
        try StandardStream.output.write(
            isComplete
                ? CommandLineText.text(command: nil, file) + "\n"
                : "No command draws this file: two numeric columns and a label with 2 to 100 classes are needed.\n")
    }

    /// Returns the file with all its features projected; nil unless there are more than two, and half of the rows or more
    /// have all of them.
    private func projected(_ file: DataFile, _ profile: CSVProfile) -> DataFile? {
        let bad = Set(profile.columns.filter(\.hasBadCell).map(\.column))
        guard profile.everyFeature.count(where: { !bad.contains($0) }) > 2 else { return nil }
        let used = profile.columns.filter { profile.everyFeature.contains($0.column) }
        guard used.reduce(0, { $0 + $1.missingCount }) * 2 <= profile.rowCount else { return nil }
        var file = file
        (file.x, file.y, file.features, file.projection) = (nil, nil, CSVColumns.everyFeature, .pca)
        return file
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
        let features = profile.chosenColumns.dropLast()
        let uses = profile.chosen.features == nil ? ["x", "y"] : features.map { _ in "feature" }
        if let use = zip(uses + ["label"], profile.chosenColumns).first(where: { $0.1 == column.column }) {
            return use.0
        }
        if column.isIdentifier { return "identifies rows" }
        return column.valueCount < 2 ? "does not vary" : ""
    }
}

/// The file of `boundaryplot columns`, with columns that are chosen already.
struct FileOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("A CSV file, - for standard input.", valueName: "file"),
        completion: .file(extensions: ["csv", "tsv", "txt", "gz"]))
    var file: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Column of the horizontal coordinates, by name or number. (default: chosen as for pictures)",
            valueName: "column"))
    var x: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Column of the vertical coordinates. (default: chosen)", valueName: "column"))
    var y: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Column of the labels. (default: chosen)", valueName: "column"))
    var label: String?

    @OptionGroup var features: FeatureOptions
    @OptionGroup var cells: CellOptions

    @Flag(help: "Count a column with a minority of words as numeric. Rows that cannot be read are skipped in any case.")
    var skipBadRows = false

    func dataFile(_ path: String) -> DataFile {
        var file = DataFile(path)
        (file.x, file.y, file.label) = (x, y, label)
        features.apply(to: &file)
        cells.apply(to: &file)
        file.skipsBadRows = skipBadRows
        return file
    }
}
