import Geometry

/// A grid that is continued to a frame by at most one row or column on each side.
///
/// The added points have the values of the outermost grid points.
struct ContinuedGrid: Sendable {
    /// The x coordinates of the columns in data units, ascending.
    let x: [Double]
    /// The y coordinates of the rows in data units, ascending.
    let y: [Double]
    /// The numbers of columns and rows of the grid itself.
    let innerColumnCount: Int
    let innerRowCount: Int
    /// The numbers of columns and rows added before those of the grid: 0 or 1.
    private let columnOffset: Int
    private let rowOffset: Int

    var columnCount: Int { x.count }
    var rowCount: Int { y.count }

    init(_ grid: RegularGrid, frame: Rectangle?) {
        (innerColumnCount, innerRowCount) = (grid.columnCount, grid.rowCount)
        (x, columnOffset) = Self.coordinates(of: grid.x, from: frame?.minX, to: frame?.maxX)
        (y, rowOffset) = Self.coordinates(of: grid.y, from: frame?.minY, to: frame?.maxY)
    }

    private static func coordinates(
        of axis: SampledAxis, from least: Double?, to greatest: Double?
    ) -> (values: [Double], offset: Int) {
        var values = axis.values
        let first = values[0]
        if let greatest, greatest > values[values.count - 1] { values.append(greatest) }
        guard let least, least < first else { return (values, 0) }
        values.insert(least, at: 0)
        return (values, 1)
    }

    /// Returns the continued rows that have the values of row `row` of the grid.
    func rows(of row: Int) -> Range<Int> {
        let first = row == 0 ? 0 : row + rowOffset
        return first..<(row == innerRowCount - 1 ? rowCount : row + rowOffset + 1)
    }

    /// Writes the values of a row of the grid, continued, to the first `columnCount` elements of `values`.
    func copyRow(_ row: UnsafeBufferPointer<Double>, into values: inout [Double]) {
        let columns = columnOffset..<columnOffset + innerColumnCount
        values.withUnsafeMutableBufferPointer { target in
            _ = target[columns].update(fromContentsOf: row)
        }
        for column in 0..<columns.lowerBound { values[column] = values[columns.lowerBound] }
        for column in columns.upperBound..<columnCount { values[column] = values[columns.upperBound - 1] }
    }
}
