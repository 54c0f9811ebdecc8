/// How far apart neighbouring points of a grid are, in data units.
public struct GridStep: Hashable, Sendable {
    /// From column to column.
    public var x: Double
    /// From row to row.
    public var y: Double

    /// A step of its own in each direction.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// The same step in both directions.
    public init(_ both: Double) {
        self.init(x: both, y: both)
    }
}
