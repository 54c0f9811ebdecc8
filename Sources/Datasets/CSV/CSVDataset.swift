import Geometry

/// A data set read from a CSV file, with facts about the file.
///
/// If all labels are numbers, labels of the same value are one class, and the classes are in ascending order. Their
/// names are the shortest digits that read back: `1.0` and `1` are both class `1`. Otherwise labels are text, and the
/// classes are in the order of their first points.
///
/// `CSVReader` describes the format of the file.
public struct CSVDataset: Hashable, Sendable {
    /// The data set; its features are named after the columns.
    public let dataset: Dataset
    /// The column of the horizontal coordinates.
    public let xColumn: CSVColumn
    /// The column of the vertical coordinates.
    public let yColumn: CSVColumn
    /// The column of the labels.
    public let labelColumn: CSVColumn
    /// The number of bad rows that were skipped.
    public let skippedRowCount: Int
    /// The errors of the first skipped rows, five at most.
    public let firstSkipped: [CSVError]
    /// The SHA-256 of all bytes of the file, as 64 lower-case hexadecimal digits; nil unless requested.
    public let sha256: String?

    /// Names that several columns have, so that none of them can be chosen by it.
    package let repeatedNames: Set<String>

    private static let reportedErrorCount = 5

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the path of the file, which is also its name in errors.
    ///   - columns: the columns of the features and the label.
    ///   - skipBadRows: if true, rows that are faulty by themselves (`CSVError.concernsOneRow`) are skipped and counted;
    ///     otherwise they are errors.
    ///   - hashes: if true, `sha256` is set.
    ///   - rowLimit: the maximum number of rows, for as many as memory holds.
    /// - Throws: `CSVError` for the first error.
    public init(
        path: String, columns: CSVColumns = CSVColumns(), skipBadRows: Bool = false, hashes: Bool = false,
        rowLimit: Int = .max
    ) throws(CSVError) {
        try self.init(
            ByteSource(path: path), columns: columns, skipBadRows: skipBadRows, hashes: hashes, rowLimit: rowLimit)
    }

    /// Reads an open file or pipe to its end, and leaves it open.
    ///
    /// - Parameters:
    ///   - fileDescriptor: the descriptor to read from, 0 for standard input.
    ///   - name: the name of the file in errors.
    ///   - columns: the columns of the features and the label.
    ///   - skipBadRows: if true, rows that are faulty by themselves (`CSVError.concernsOneRow`) are skipped and counted;
    ///     otherwise they are errors.
    ///   - hashes: if true, `sha256` is set.
    ///   - rowLimit: the maximum number of rows, for as many as memory holds.
    /// - Throws: `CSVError` for the first error.
    public init(
        fileDescriptor: CInt, name: String, columns: CSVColumns = CSVColumns(), skipBadRows: Bool = false,
        hashes: Bool = false,
        rowLimit: Int = .max
    ) throws(CSVError) {
        try self.init(
            ByteSource(fileDescriptor: fileDescriptor, name: name), columns: columns, skipBadRows: skipBadRows,
            hashes: hashes, rowLimit: rowLimit)
    }

    init(
        _ source: consuming ByteSource, columns: CSVColumns = CSVColumns(), skipBadRows: Bool = false,
        hashes: Bool = false,
        rowLimit: Int = .max
    ) throws(CSVError) {
        source.hashes = hashes
        var reader = try CSVReader(source, expectedNames: [columns.x, columns.y, columns.label].compactMap(\.self))
        (xColumn, yColumn, labelColumn) = try columns.resolved(in: reader)
        let columnsByName = Dictionary(grouping: reader.columns.compactMap(\.name)) { $0 }
        repeatedNames = Set(columnsByName.filter { $1.count > 1 }.keys)

        var rows = Rows(x: xColumn.number - 1, y: yColumn.number - 1, label: labelColumn.number - 1)
        var skippedRowCount = 0
        var firstSkipped: [CSVError] = []
        while true {
            do throws(CSVError) {
                guard try reader.next() else { break }
                guard rows.points.count < rowLimit else { throw reader.error(.tooManyRows(limit: rowLimit)) }
                try rows.append(reader)
            } catch {
                guard skipBadRows && error.concernsOneRow else { throw error }
                skippedRowCount += 1
                if firstSkipped.count < Self.reportedErrorCount { firstSkipped.append(error) }
            }
        }

        guard !rows.points.isEmpty else { throw reader.error(.noRows(skippedRowCount: skippedRowCount)) }
        let (classNames, classOfSpelling) = rows.classes.classes()
        guard classNames.count >= Dataset.classCounts.lowerBound else {
            throw reader.error(.oneClass(CSVError.Cell.shortened(classNames[0]), column: labelColumn))
        }
        dataset = Dataset(
            points: rows.points, labels: rows.spellings.map { classOfSpelling[Int($0)] },
            featureNames: [xColumn.title, yColumn.title], classNames: classNames)
        self.skippedRowCount = skippedRowCount
        self.firstSkipped = firstSkipped
        sha256 = reader.sha256
    }
}

/// The rows of a CSV file read so far.
private struct Rows {
    /// The indices of the columns, counted from 0.
    let x: Int
    let y: Int
    let label: Int
    var points: [Point] = []
    /// For each point, the index of the spelling of its label.
    var spellings: [UInt8] = []
    var classes = ClassTable()

    mutating func append(_ row: borrowing CSVReader) throws(CSVError) {
        let point = Point(x: try row.number(at: x), y: try row.number(at: y))
        guard !row.isEmptyCell(at: label) else { throw row.error(.emptyCell(row.cell(at: label))) }
        guard let spelling = row.withBytes(at: label, { classes.index(of: $0) }) else {
            throw row.error(.tooManyClasses(row.cell(at: label)))
        }
        points.append(point)
        spellings.append(spelling)
    }
}
