public import Geometry

/// The contour lines of one level, in data units, with greater values to the left (y up).
public struct ContourLines: Hashable, Sendable {
    /// The open lines, which end at the border of the grid or at a quad that is left out.
    public var strips: [Polyline]
    /// The closed lines: counter-clockwise around greater values, clockwise around smaller ones.
    public var loops: [Ring]

    /// Creates contour lines from open and closed lines.
    public init(strips: [Polyline] = [], loops: [Ring] = []) {
        self.strips = strips
        self.loops = loops
    }
}
