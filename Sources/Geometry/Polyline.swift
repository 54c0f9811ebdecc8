/// An open line through two or more points, in order.
public struct Polyline: Hashable, Sendable {
    /// From one end to the other.
    public var points: [Point]

    /// A line through `points` in their order.
    public init(_ points: [Point]) {
        self.points = points
    }
}
