import Geometry

/// A scalar field that is continued to a frame by at most one row or column on each side.
///
/// The added points have the values of the outermost grid points. Values are not copied: they are read from the field
/// with clamped indices.
struct ContinuedGrid: Sendable {
    /// The x coordinates of the columns in data units, ascending.
    let x: [Double]
    /// The y coordinates of the rows in data units, ascending.
    let y: [Double]
    private let field: ScalarField
    /// The numbers of columns and rows added before those of the field: 0 or 1.
    private let columnOffset: Int
    private let rowOffset: Int

    var columnCount: Int { x.count }
    var rowCount: Int { y.count }

    init(_ field: ScalarField, frame: Rectangle?) {
        self.field = field
        (x, columnOffset) = Self.coordinates(of: field.grid.x, from: frame?.minX, to: frame?.maxX)
        (y, rowOffset) = Self.coordinates(of: field.grid.y, from: frame?.minY, to: frame?.maxY)
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

    /// Writes the values of `row` to the first `columnCount` elements of `values`.
    func copyRow(_ row: Int, into values: inout [Double]) {
        let fieldColumnCount = field.grid.columnCount
        let fieldRow = min(max(row - rowOffset, 0), field.grid.rowCount - 1)
        let start = fieldRow * fieldColumnCount
        let columns = columnOffset..<columnOffset + fieldColumnCount
        field.values.withUnsafeBufferPointer { source in
            values.withUnsafeMutableBufferPointer { target in
                _ = target[columns].update(fromContentsOf: source[start..<start + fieldColumnCount])
            }
        }
        for column in 0..<columns.lowerBound { values[column] = values[columns.lowerBound] }
        for column in columns.upperBound..<columnCount { values[column] = values[columns.upperBound - 1] }
    }
}
