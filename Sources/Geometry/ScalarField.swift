/// One value for every point of a grid.
public struct ScalarField: Hashable, Sendable {
    /// The points that the values belong to.
    public let grid: RegularGrid
    /// Row-major, `rowCount × columnCount`, y ascending from row to row, x ascending within a row.
    public let values: [Double]

    /// - Precondition: one value per grid point.
    public init(grid: RegularGrid, values: [Double]) {
        precondition(values.count == grid.pointCount, "a scalar field has one value per grid point")
        self.grid = grid
        self.values = values
    }

    /// The value at the grid point of a row and a column, both counted from 0.
    public subscript(row: Int, column: Int) -> Double {
        values[row * grid.columnCount + column]
    }
}
