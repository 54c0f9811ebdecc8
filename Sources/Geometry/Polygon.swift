/// An area bounded by one exterior ring and any number of holes in it.
///
/// The exterior runs counter-clockwise with y up, the holes clockwise.
public struct Polygon: Hashable, Sendable {
    /// The outer boundary.
    public var exterior: Ring
    /// The boundaries of what is left out.
    public var holes: [Ring]

    /// A polygon from rings that run as stated above, which is not checked.
    public init(exterior: Ring, holes: [Ring] = []) {
        self.exterior = exterior
        self.holes = holes
    }

    /// The area of the exterior less that of the holes; in square units of the polygon's space.
    public var area: Double {
        holes.reduce(exterior.signedArea) { $0 + $1.signedArea }
    }
}
