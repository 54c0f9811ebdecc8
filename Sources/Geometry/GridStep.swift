/// Distances between neighbouring points of a grid, in data units.
public struct GridStep: Hashable, Sendable {
    /// From column to column.
    public var x: Double
    /// From row to row.
    public var y: Double

    /// Creates a step for each direction.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// Creates the same step for both directions.
    public init(_ both: Double) {
        self.init(x: both, y: both)
    }
}
