/// An area bounded by one exterior ring and any number of holes in it.
///
/// The exterior runs counter-clockwise with y up, the holes clockwise.
public struct Polygon: Hashable, Sendable {
    public var exterior: Ring
    public var holes: [Ring]

    public init(exterior: Ring, holes: [Ring] = []) {
        self.exterior = exterior
        self.holes = holes
    }

    /// The area of the exterior less that of the holes; in square units of the polygon's space.
    public var area: Double {
        holes.reduce(exterior.signedArea) { $0 + $1.signedArea }
    }
}
