/// The points at which a response is evaluated: every pair of an x and a y coordinate.
public struct RegularGrid: Hashable, Sendable {
    /// The coordinates of the columns, ascending.
    public let x: SampledAxis
    /// The coordinates of the rows, ascending.
    public let y: SampledAxis

    /// The grid of every pair of two axes' coordinates.
    public init(x: SampledAxis, y: SampledAxis) {
        self.x = x
        self.y = y
    }

    /// The number of x coordinates.
    public var columnCount: Int { x.count }
    /// The number of y coordinates.
    public var rowCount: Int { y.count }
    /// The number of pairs.
    public var pointCount: Int { x.count * y.count }
}
