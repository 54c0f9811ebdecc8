/// An open line through two or more points, in order.
public struct Polyline: Hashable, Sendable {
    public var points: [Point]

    public init(_ points: [Point]) {
        self.points = points
    }
}
