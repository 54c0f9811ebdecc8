import DataFiles
import Datasets
import DecisionBoundary
import Geometry
import SavedModels

/// Rows of a CSV file with the features of a model, read in blocks.
struct PredictionRows: ~Copyable {
    private var reader: CSVReader
    private let model: SavedModel
    private let columns: [CSVColumn]
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

    /// Rows with their numbers, which begin at 1 and include rows that are left out.
    struct Block {
        /// The rows as points in data units, projected if the model has a projection.
        var points: [Point] = []
        /// The features, row-major.
        var values: [Double] = []
        var rowNumbers: [Int] = []
    }

    /// The most rows of a block: 2 MiB of values at most.
    private var blockSize: Int { min(4096, max(1, 262_144 / columns.count)) }

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: "-" for standard input.
    ///   - columns: the columns of the model's features, by name or number.
    ///   - options: the rules for cells and rows.
    /// - Throws: `CSVError` if the file cannot be read or lacks a column.
    static func open(
        _ path: String, model: SavedModel, columns names: [String], options: CSVOptions
    ) throws(CSVError) -> PredictionRows {
        let reader =
            path == "-"
            ? try CSVReader(
                fileDescriptor: 0, name: "standard input", expectedNames: names, options: options)
            : try CSVReader(path: path, expectedNames: names, options: options)
        var columns: [CSVColumn] = []
        for name in names { columns.append(try reader.column(named: name)) }
        return PredictionRows(reader: reader, model: model, columns: columns, options: options)
    }

    // The initialiser of a noncopyable type cannot throw after it has set a field.
    private init(reader: consuming CSVReader, model: SavedModel, columns: [CSVColumn], options: CSVOptions) {
        self.reader = reader
        self.model = model
        self.columns = columns
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
    /// Names of the columns, or "column 1".
    var featureNames: [String] { columns.map(\.title) }

    /// Returns the next rows; an empty block at the end.
    ///
    /// - Throws: `CSVError` if a row cannot be read, unless such rows are skipped.
    mutating func nextBlock() throws(CSVError) -> Block {
        var block = Block()
        let blockSize = blockSize
        block.points.reserveCapacity(blockSize)
        while block.points.count < blockSize {
            do throws(CSVError) {
                rowCount += 1
                guard try reader.next() else {
                    rowCount -= 1
                    break
                }
                let start = block.values.count
                var missing: [CSVColumn] = []
                do throws(CSVError) {
                    for column in columns {
                        if let number = try reader.number(in: column) {
                            block.values.append(number)
                        } else {
                            missing.append(column)
                        }
                    }
                } catch {
                    block.values.removeSubrange(start...)
                    throw error
                }
                guard missing.isEmpty else {
                    block.values.removeSubrange(start...)
                    try leaveOut(missing)
                    continue
                }
                block.points.append(model.point(of: block.values[start...]))
                block.rowNumbers.append(rowCount)
            } catch {
                guard options.skipsBadRows && error.concernsOneRow else { throw error }
                skippedCount += 1
                firstSkipped = firstSkipped ?? error
            }
        }
        return block
    }

    /// Counts a row that lacks a value in the columns `lacking`.
    private mutating func leaveOut(_ lacking: [CSVColumn]) throws(CSVError) {
        guard options.leavesOutMissing else { throw reader.missingValue(in: lacking[0]) }
        missingCount += 1
        for column in lacking { missingWords.add(reader.text(in: column)) }
        missingColumns = columns.filter { missingColumns.contains($0) || lacking.contains($0) }
    }
}
