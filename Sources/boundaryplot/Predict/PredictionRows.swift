import Datasets
import DecisionBoundary
import Geometry
import SavedModels

/// Points of a CSV file, read in blocks.
struct PredictionRows: ~Copyable {
    private var reader: CSVReader
    private let x: CSVColumn
    private let y: CSVColumn
    private let options: CSVOptions
    /// The number of rows that lack a feature and are left out.
    private(set) var missingCount = 0
    /// The columns that lack a value in these rows.
    private(set) var missingColumns: [CSVColumn] = []
    /// The words that were taken for missing values.
    private(set) var missingWords = FoundMissingWords()
    /// The number of skipped rows, which cannot be read.
    private(set) var skippedCount = 0
    /// The error of the first skipped row.
    private(set) var firstSkipped: CSVError?
    private var rowCount = 0

    /// Points in data units with their row numbers, which begin at 1 and include rows that are left out.
    struct Block {
        var points: [Point] = []
        var rowNumbers: [Int] = []
    }

    private static let blockSize = 4096

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: "-" for standard input.
    ///   - x: the column of horizontal coordinates; defaults to the model's first feature.
    ///   - y: the column of vertical coordinates; defaults to the model's second feature.
    ///   - options: the rules for cells and rows.
    /// - Throws: `CSVError` if the file cannot be read or lacks a column.
    static func open(
        _ path: String, model: SavedModel, x: String?, y: String?, options: CSVOptions
    ) throws(CSVError) -> PredictionRows {
        let names = [x ?? model.featureNames[0], y ?? model.featureNames[1]]
        let reader =
            path == "-"
            ? try CSVReader(
                fileDescriptor: 0, name: "standard input", expectedNames: names, options: options)
            : try CSVReader(path: path, expectedNames: names, options: options)
        let columns = (try reader.column(named: names[0]), try reader.column(named: names[1]))
        return PredictionRows(reader: reader, x: columns.0, y: columns.1, options: options)
    }

    // The initialiser of a noncopyable type cannot throw after it has set a field.
    private init(reader: consuming CSVReader, x: CSVColumn, y: CSVColumn, options: CSVOptions) {
        self.reader = reader
        self.x = x
        self.y = y
        self.options = options
    }

    /// The name of the file, for errors.
    var fileName: String { reader.fileName }
    /// The number of rows read so far.
    var readCount: Int { rowCount }
    /// The titles above the table.
    var titles: [String] { reader.titles }
    /// True if the text is Latin-1.
    var isLatin1: Bool { reader.isLatin1 }
    /// Names of the two columns, or "column 1".
    var featureNames: [String] { [x.title, y.title] }

    /// Returns the next rows; an empty block at the end.
    ///
    /// - Throws: `CSVError` if a row cannot be read, unless such rows are skipped.
    mutating func nextBlock() throws(CSVError) -> Block {
        var block = Block()
        block.points.reserveCapacity(Self.blockSize)
        while block.points.count < Self.blockSize {
            do throws(CSVError) {
                rowCount += 1
                guard try reader.next() else {
                    rowCount -= 1
                    break
                }
                let (first, second) = (try reader.number(in: x), try reader.number(in: y))
                guard let first, let second else {
                    try leaveOut((first == nil ? [x] : []) + (second == nil ? [y] : []))
                    continue
                }
                block.points.append(Point(x: first, y: second))
                block.rowNumbers.append(rowCount)
            } catch {
                guard options.skipsBadRows && error.concernsOneRow else { throw error }
                skippedCount += 1
                firstSkipped = firstSkipped ?? error
            }
        }
        return block
    }

    /// Counts a row that lacks a value in `columns`.
    private mutating func leaveOut(_ columns: [CSVColumn]) throws(CSVError) {
        guard options.leavesOutMissing else { throw reader.missingValue(in: columns[0]) }
        missingCount += 1
        for column in columns { missingWords.add(reader.text(in: column)) }
        missingColumns = [x, y].filter { missingColumns.contains($0) || columns.contains($0) }
    }
}
