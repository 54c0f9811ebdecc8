import DataFiles
import Datasets
import Geometry

/// The points of a query as CSV: a header with the names of the features, and a line for each point.
///
/// The points of the data come first, in the order of the data; then the grid row by row with y ascending. Numbers have
/// the fewest digits that read back exactly, in data units.
struct QueryText {
    private let query: ClassifierQuery
    private let header: String
    /// The texts of the grid's columns: "0.5,".
    private let columns: [[UInt8]]
    private var nextRow = 0
    private var isBegun = false

    private static let chunkSize = 65_536

    /// - Parameter features: the names of the two features, x first.
    init(_ query: ClassifierQuery, features: [String]) {
        self.query = query
        header = features.map(CSVText.field).joined(separator: ",") + "\n"
        columns =
            query.grid.map { grid in
                (0..<grid.columnCount).map { Array("\(grid.x[$0].description),".utf8) }
            } ?? []
    }

    /// Returns the next lines, about 64 KB; empty at the end.
    mutating func nextChunk() -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(Self.chunkSize + 4096)
        if !isBegun { text += header.utf8 }
        isBegun = true
        while nextRow < query.points.count, text.count < Self.chunkSize {
            let point = query.point(ofRow: nextRow)
            text += "\(point.x.description),\(point.y.description)\n".utf8
            nextRow += 1
        }
        guard let grid = query.grid else { return text }
        while nextRow < query.pointCount, text.count < Self.chunkSize {
            let (row, first) = (nextRow - query.points.count).quotientAndRemainder(dividingBy: columns.count)
            let ending = Array("\(grid.y[row].description)\n".utf8)
            var column = first
            while column < columns.count, text.count < Self.chunkSize {
                text += columns[column]
                text += ending
                column += 1
            }
            nextRow += column - first
        }
        return text
    }
}
