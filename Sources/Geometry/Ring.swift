/// A closed line through three or more points, in order; the last joins the first and does not repeat it.
public struct Ring: Hashable, Sendable {
    /// In order; which one is first says nothing.
    public var points: [Point]

    /// A ring through `points` in their order and back to the first.
    public init(_ points: [Point]) {
        self.points = points
    }

    /// The enclosed area: positive if the ring runs counter-clockwise with y up, negative if clockwise.
    ///
    ///     A = ½ Σ (xᵢ·yᵢ₊₁ − xᵢ₊₁·yᵢ)
    ///
    /// Taken about the first point, so that a ring far from the origin loses no digits.
    public var signedArea: Double {
        guard let origin = points.first else { return 0 }
        var twice = 0.0
        for index in points.indices.dropLast() {
            let a = points[index]
            let b = points[index + 1]
            twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
        }
        return twice / 2
    }
}
