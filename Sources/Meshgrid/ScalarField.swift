/// One value for every point of a grid.
public struct ScalarField: Hashable, Sendable {
    public let grid: RegularGrid
    /// Row-major, `rowCount × columnCount`, y ascending from row to row, x ascending within a row.
    public let values: [Double]

    /// - Precondition: one value per grid point.
    public init(grid: RegularGrid, values: [Double]) {
        precondition(values.count == grid.pointCount, "a scalar field has one value per grid point")
        self.grid = grid
        self.values = values
    }

    public subscript(row: Int, column: Int) -> Double {
        values[row * grid.columnCount + column]
    }
}
