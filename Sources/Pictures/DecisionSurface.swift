public import Contouring
public import Geometry

/// The regions and boundaries of a classifier, as traced by `SurfaceTracer` from its response over a grid.
public struct DecisionSurface: Hashable, Sendable {
    /// The limits of the picture, in data units; the outermost grid values are continued to the limits.
    public let limits: Rectangle
    /// The grid over which the response was evaluated.
    public let grid: RegularGrid
    /// The number of grid points of each class, in the order of the classes.
    public let labelCounts: [Int]
    /// Approximate 95th percentile of the absolute responses of two classes; nil unless a style has bands of the score.
    public let scoreLimit: Double?
    let regions: [[Polygon]]
    let boundaries: [ContourLines]
    let margins: [Double]
    /// The areas of all margins for one class after the other.
    let areas: [[Polygon]]

    /// K, the number of classes.
    public var classCount: Int { labelCounts.count }

    /// True unless one class covers the picture.
    public var hasBoundary: Bool { boundaries.contains { !$0.strips.isEmpty || !$0.loops.isEmpty } }

    /// Returns the area of class `index` and later classes, to be painted over earlier classes in order.
    ///
    /// - Parameter index: 1 or greater; class 0 is the background.
    public func region(ofClass index: Int) -> [Polygon] { regions[index - 1] }

    /// Returns the outline of `region(ofClass:)` without the parts along the limits.
    public func boundary(ofClass index: Int) -> ContourLines { boundaries[index - 1] }

    /// Returns the area on which a class's output exceeds every other output by more than a margin.
    ///
    /// - Parameters:
    ///   - index: the index of the class.
    ///   - margin: one of the margins of the tracer; margin 0 gives the class's own region.
    /// - Returns: disjoint polygons in data units.
    public func area(ofClass index: Int, marginAbove margin: Double) -> [Polygon] {
        guard let position = margins.firstIndex(of: margin) else {
            preconditionFailure("margin \(margin) was not traced")
        }
        return areas[index * margins.count + position]
    }
}
