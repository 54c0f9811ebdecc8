/// The points at which a response is evaluated: every pair of an x and a y coordinate.
public struct RegularGrid: Hashable, Sendable {
    public let x: SampledAxis
    public let y: SampledAxis

    public init(x: SampledAxis, y: SampledAxis) {
        self.x = x
        self.y = y
    }

    public var columnCount: Int { x.count }
    public var rowCount: Int { y.count }
    public var pointCount: Int { x.count * y.count }
}
