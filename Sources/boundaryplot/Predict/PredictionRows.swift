import Datasets
import DecisionBoundary
import Geometry
import SavedModels

/// Points of a CSV file, read in blocks.
struct PredictionRows: ~Copyable {
    private var reader: CSVReader
    private let x: CSVColumn
    private let y: CSVColumn
    private let skipsBadRows: Bool
    /// The number of skipped rows, which cannot be read.
    private(set) var skippedCount = 0
    /// The error of the first skipped row.
    private(set) var firstSkipped: CSVError?
    private var rowCount = 0

    /// Points in data units with their row numbers, which begin at 1 and include skipped rows.
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
    /// - Throws: `CSVError` if the file cannot be read or lacks a column.
    static func open(
        _ path: String, model: SavedModel, x: String?, y: String?, skipsBadRows: Bool
    ) throws(CSVError) -> PredictionRows {
        let names = [x ?? model.featureNames[0], y ?? model.featureNames[1]]
        let reader =
            path == "-"
            ? try CSVReader(fileDescriptor: 0, name: "standard input", expectedNames: names)
            : try CSVReader(path: path, expectedNames: names)
        let columns = (try reader.column(named: names[0]), try reader.column(named: names[1]))
        return PredictionRows(reader: reader, x: columns.0, y: columns.1, skipsBadRows: skipsBadRows)
    }

    // The initialiser of a noncopyable type cannot throw after it has set a field.
    private init(reader: consuming CSVReader, x: CSVColumn, y: CSVColumn, skipsBadRows: Bool) {
        self.reader = reader
        self.x = x
        self.y = y
        self.skipsBadRows = skipsBadRows
    }

    /// The name of the file, for errors.
    var fileName: String { reader.fileName }
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
                guard try reader.next() else { break }
                block.points.append(Point(x: try reader.number(in: x), y: try reader.number(in: y)))
                block.rowNumbers.append(rowCount)
            } catch {
                guard skipsBadRows && error.concernsOneRow else { throw error }
                skippedCount += 1
                firstSkipped = firstSkipped ?? error
            }
        }
        return block
    }
}
