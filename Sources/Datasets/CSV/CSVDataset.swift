import Geometry

/// A data set that was read from a CSV file, as `CSVReader` describes these, and what there is to say of its reading.
///
/// Labels are text or numbers. Classes of text are in the order of their first points, and are called as they are
/// written; where all labels are numbers, those of the same value are one class, classes ascend, and their names are
/// the shortest digits that read back: `1.0` and `1` are both `1`.
public struct CSVDataset: Hashable, Sendable {
    /// The points, their labels, the titles of the two columns, and the names of the classes.
    public let dataset: Dataset
    /// The column of the horizontal coordinates.
    public let xColumn: CSVColumn
    /// The column of the vertical coordinates.
    public let yColumn: CSVColumn
    /// The column of the labels.
    public let labelColumn: CSVColumn
    /// How many rows were bad, and left out.
    public let skippedRowCount: Int
    /// What was wrong with the first of those; up to five.
    public let firstSkipped: [CSVError]
    /// The SHA-256 of the file, of all its bytes, as 64 lower-case hexadecimal digits; nil where it was not asked for.
    public let sha256: String?

    private static let reportedErrorCount = 5

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the file's path; errors name the file by it.
    ///   - columns: which columns are the features and the label.
    ///   - skipBadRows: whether rows with a fault of their own (`CSVError.concernsOneRow`) are left out and counted
    ///     instead of ending the reading.
    ///   - hashes: whether the bytes are hashed as they are read.
    /// - Throws: `CSVError`, at the first fault.
    public init(
        path: String, columns: CSVColumns = CSVColumns(), skipBadRows: Bool = false, hashes: Bool = false
    ) throws(CSVError) {
        try self.init(ByteSource(path: path), columns: columns, skipBadRows: skipBadRows, hashes: hashes)
    }

    /// Reads from a file, a pipe or standard input that is open, and stays open.
    ///
    /// - Parameters:
    ///   - fileDescriptor: the descriptor to read from, 0 for standard input.
    ///   - name: how errors name the file.
    ///   - columns: which columns are the features and the label.
    ///   - skipBadRows: whether rows with a fault of their own (`CSVError.concernsOneRow`) are left out and counted
    ///     instead of ending the reading.
    ///   - hashes: whether the bytes are hashed as they are read.
    /// - Throws: `CSVError`, at the first fault.
    public init(
        fileDescriptor: CInt, name: String, columns: CSVColumns = CSVColumns(), skipBadRows: Bool = false,
        hashes: Bool = false
    ) throws(CSVError) {
        try self.init(
            ByteSource(fileDescriptor: fileDescriptor, name: name), columns: columns, skipBadRows: skipBadRows,
            hashes: hashes)
    }

    init(
        _ source: consuming ByteSource, columns: CSVColumns = CSVColumns(), skipBadRows: Bool = false,
        hashes: Bool = false
    ) throws(CSVError) {
        source.hashes = hashes
        var reader = try CSVReader(source, expectedNames: [columns.x, columns.y, columns.label].compactMap(\.self))
        (xColumn, yColumn, labelColumn) = try columns.resolved(in: reader)

        var rows = Rows(x: xColumn.number - 1, y: yColumn.number - 1, label: labelColumn.number - 1)
        var skippedRowCount = 0
        var firstSkipped: [CSVError] = []
        while true {
            do throws(CSVError) {
                guard try reader.next() else { break }
                try rows.append(reader)
            } catch {
                guard skipBadRows && error.concernsOneRow else { throw error }
                skippedRowCount += 1
                if firstSkipped.count < Self.reportedErrorCount { firstSkipped.append(error) }
            }
        }

        guard !rows.points.isEmpty else { throw reader.error(.noRows(skippedRowCount: skippedRowCount)) }
        let (names, classOfSpelling) = rows.classes.classes()
        guard names.count >= Dataset.classCounts.lowerBound else {
            throw reader.error(.oneClass(CSVError.Cell.shortened(names[0]), column: labelColumn))
        }
        dataset = Dataset(
            points: rows.points, labels: rows.spellings.map { classOfSpelling[Int($0)] },
            featureNames: [xColumn.title, yColumn.title], classNames: names)
        self.skippedRowCount = skippedRowCount
        self.firstSkipped = firstSkipped
        sha256 = reader.sha256
    }
}

/// The rows of a CSV file as far as they are read.
private struct Rows {
    /// The indices of the columns.
    let x: Int
    let y: Int
    let label: Int
    var points: [Point] = []
    /// For each point the index of its label's spelling.
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
