public import Datasets
import Geometry

/// A data set read from a CSV file, with facts about the file.
///
/// If all labels are numbers, labels of the same value are one class, and the classes are in ascending order. Their
/// names are the shortest digits that read back: `1.0` and `1` are both class `1`. Otherwise labels are text, and the
/// classes are in the order of their first points.
///
/// If all columns are named, the file is read once. Otherwise it is read twice, since the choice of columns depends on all
/// rows; a pipe is kept in memory for that. `CSVReader` describes the format of the file, `CSVColumns` the choice.
public struct CSVDataset: Hashable, Sendable {
    /// The rows: points, unless several features are asked for.
    package let rows: LabelledRows
    /// The columns of the features.
    package let featureColumns: [CSVColumn]
    /// The column of the labels.
    public let labelColumn: CSVColumn
    /// The texts by which `CSVReader.column(named:)` finds the columns again: names, or numbers.
    public let columns: CSVColumns
    /// The number of bad rows that were skipped.
    public let skippedRowCount: Int
    /// The errors of the first skipped rows, five at most.
    public let firstSkipped: [CSVError]
    /// The number of rows that lack a feature or a label and were left out.
    public let missingRowCount: Int
    /// The columns that lack a value in these rows.
    public let missingColumns: [CSVColumn]
    /// The first words that were taken for missing values.
    package let missingWords: FoundMissingWords
    /// The titles above the table, which were skipped.
    public let titles: [String]
    /// True if the text is Latin-1 instead of UTF-8.
    public let isLatin1: Bool
    /// True if the first row has names; nil if it might have names as well as data.
    package let hasClearHeader: Bool?
    /// True if the first row was read as names.
    public let hasHeader: Bool
    /// The SHA-256 of all bytes of the file, as 64 lower-case hexadecimal digits; nil unless requested.
    public let sha256: String?

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the path of the file, which is also its name in errors.
    ///   - columns: the columns of the features and the label.
    ///   - options: the rules for cells and rows.
    /// - Throws: `CSVError` for the first error.
    public init(
        path: String, columns: CSVColumns = CSVColumns(), options: CSVOptions = CSVOptions()
    ) throws(CSVError) {
        try self.init(ByteSource(path: path), columns: columns, options: options)
    }

    /// Reads an open file or pipe to its end, and leaves it open.
    ///
    /// - Parameters:
    ///   - fileDescriptor: the descriptor to read from, 0 for standard input.
    ///   - name: the name of the file in errors.
    ///   - columns: the columns of the features and the label.
    ///   - options: the rules for cells and rows.
    /// - Throws: `CSVError` for the first error.
    public init(
        fileDescriptor: CInt, name: String, columns: CSVColumns = CSVColumns(), options: CSVOptions = CSVOptions()
    ) throws(CSVError) {
        try self.init(ByteSource(fileDescriptor: fileDescriptor, name: name), columns: columns, options: options)
    }

    init(
        _ source: consuming ByteSource, columns: CSVColumns = CSVColumns(), options: CSVOptions = CSVOptions()
    ) throws(CSVError) {
        var source = source
        source.hashes = options.hashes
        if !columns.isComplete { source.keepForRewinding(greatestByteCount: options.greatestByteCount) }
        var reader = try CSVReader(source, expectedNames: columns.names, options: options)
        let named = try columns.named(in: reader)
        var (features, label): ([CSVColumn], CSVColumn)
        var table: CSVTable
        if let namedLabel = named.label, columns.isComplete {
            (features, label) = (named.features.compactMap(\.self), namedLabel)
            table = try CSVTable(&reader, features: features, label: label, options: options)
        } else {
            let rows = try ColumnRows(&reader, options: options)
            guard rows.rowCount > 0 else { throw reader.error(.noRows(skippedRowCount: rows.badRowCount)) }
            guard rows.rowCount > 1 else { throw reader.error(.oneRow) }
            var choice = ColumnChoice(rows.profiles, columns, in: reader)
            repeat {
                (features, label) = try choice.columns(in: reader)
                reader = try CSVReader(reader.rewound(), expectedNames: columns.names, options: options)
                do throws(CSVError) {
                    table = try CSVTable(&reader, features: features, label: label, options: options)
                    // One constant feature of several does no harm.
                    guard columns.features == nil, let constant = table.constantFeature, choice.exclude(constant)
                    else { break }
                } catch {
                    guard case .oneClass = error.problem, choice.exclude(label) else { throw error }
                }
            } while true
        }
        rows = table.rows(isProjected: columns.features != nil)
        (featureColumns, labelColumn) = (features, label)
        let labelName = reader.reference(to: label)
        if columns.features == nil {
            self.columns = CSVColumns(
                x: reader.reference(to: features[0]), y: reader.reference(to: features[1]), label: labelName)
        } else {
            var names: [String] = []
            for feature in features { names.append(reader.reference(to: feature, isListed: true)) }
            self.columns = CSVColumns(features: names, label: labelName)
        }
        (skippedRowCount, firstSkipped) = (table.skippedRowCount, table.firstSkipped)
        (missingRowCount, missingColumns) = (table.missingRowCount, table.missingColumns)
        missingWords = table.missingWords
        titles = reader.titles
        isLatin1 = reader.isLatin1
        hasHeader = reader.hasHeader
        hasClearHeader = reader.isHeaderDoubtful ? nil : reader.hasHeader
        sha256 = reader.sha256
    }
}

extension CSVDataset {
    /// The data set; its features are named after the columns.
    public var dataset: Dataset {
        guard case .points(let dataset) = rows else {
            preconditionFailure("rows of several features have no points before they are projected")
        }
        return dataset
    }

    /// The column of the horizontal coordinates.
    public var xColumn: CSVColumn { featureColumns[0] }
    /// The column of the vertical coordinates.
    public var yColumn: CSVColumn { featureColumns[1] }
}

extension Dataset {
    /// Creates a data set from two features of a table.
    init(_ table: CSVTable, x: Int, y: Int) {
        let count = table.features.count
        self.init(
            points: table.labels.indices.map {
                Point(x: table.values[$0 * count + x], y: table.values[$0 * count + y])
            },
            labels: table.labels, featureNames: [table.features[x].title, table.features[y].title],
            classNames: table.classNames)
    }
}
