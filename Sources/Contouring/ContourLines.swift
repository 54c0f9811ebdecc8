public import Geometry

/// The lines of one level, in data units: greater values lie to the left of each, with y up.
public struct ContourLines: Hashable, Sendable {
    /// The open lines: they end at the border of the grid or at a quad that is left out.
    public var strips: [Polyline]
    /// The closed lines: counter-clockwise about greater values, clockwise about lesser ones.
    public var loops: [Ring]

    /// Lines from their points.
    public init(strips: [Polyline] = [], loops: [Ring] = []) {
        self.strips = strips
        self.loops = loops
    }
}
