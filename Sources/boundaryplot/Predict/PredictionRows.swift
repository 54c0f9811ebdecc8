import Datasets
import DecisionBoundary
import Geometry
import SavedModels

/// The points of a CSV file, in blocks.
struct PredictionRows: ~Copyable {
    private var reader: CSVReader
    private let x: CSVColumn
    private let y: CSVColumn
    private let skipsBadRows: Bool
    /// How many rows were bad, and left out.
    private(set) var skippedCount = 0
    /// What was wrong with the first of these.
    private(set) var firstSkipped: CSVError?
    private var rowCount = 0

    /// Points in data units, with the numbers of their rows, which begin at 1; rows that are left out count.
    struct Block {
        var points: [Point] = []
        var rowNumbers: [Int] = []
    }

    private static let blockSize = 4096

    /// - Parameters:
    ///   - path: "-" for standard input.
    ///   - x: the column of horizontal coordinates; the one that the model knows where nil.
    ///   - y: that of the vertical ones.
    /// - Throws: `Failure` of status 66 where the file cannot be read, of status 64 where it lacks the columns.
    static func open(
        _ path: String, model: SavedModel, x: String?, y: String?, skipsBadRows: Bool
    ) throws(Failure) -> PredictionRows {
        let names = [x ?? model.featureNames[0], y ?? model.featureNames[1]]
        let reader = try reader(of: path, names: names)
        let columns = (try column(named: names[0], in: reader), try column(named: names[1], in: reader))
        return PredictionRows(reader: reader, x: columns.0, y: columns.1, skipsBadRows: skipsBadRows)
    }

    // An initialiser of a type that cannot be copied has to do all of its throwing before it sets a field.
    private init(reader: consuming CSVReader, x: CSVColumn, y: CSVColumn, skipsBadRows: Bool) {
        self.reader = reader
        self.x = x
        self.y = y
        self.skipsBadRows = skipsBadRows
    }

    private static func reader(of path: String, names: [String]) throws(Failure) -> CSVReader {
        do throws(CSVError) {
            if path == "-" {
                return try CSVReader(fileDescriptor: 0, name: "standard input", expectedNames: names)
            }
            return try CSVReader(path: path, expectedNames: names)
        } catch {
            throw Failure(error)
        }
    }

    private static func column(named name: String, in reader: borrowing CSVReader) throws(Failure) -> CSVColumn {
        do throws(CSVError) {
            return try reader.column(named: name)
        } catch {
            throw Failure(error)
        }
    }

    /// How errors name the file.
    var fileName: String { reader.fileName }
    /// Those of the file's columns, or "column 1".
    var featureNames: [String] { [x.title, y.title] }

    /// The next rows; none at the end.
    ///
    /// - Throws: `Failure` of status 65 where a row cannot be read, unless such rows are skipped.
    mutating func nextBlock() throws(Failure) -> Block {
        var block = Block()
        block.points.reserveCapacity(Self.blockSize)
        while block.points.count < Self.blockSize {
            do throws(CSVError) {
                rowCount += 1
                guard try reader.next() else { break }
                block.points.append(Point(x: try reader.number(in: x), y: try reader.number(in: y)))
                block.rowNumbers.append(rowCount)
            } catch {
                guard skipsBadRows && error.concernsOneRow else { throw Failure(error) }
                skippedCount += 1
                firstSkipped = firstSkipped ?? error
            }
        }
        return block
    }
}
