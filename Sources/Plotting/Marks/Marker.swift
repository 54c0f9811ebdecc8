/// Symbol of a point: a shape, filled or hollow, with a thin edge of another colour.
public struct Marker: Hashable, Sendable {
    /// Shape of the outline.
    public var shape: MarkerShape
    /// Colour of the inside.
    public var color: Color
    /// Colour of the edge; defaults to the theme's.
    public var edgeColor: Color?
    /// Colour of the middle, which makes the marker hollow: a ring of its colour is left around it. Nil for a solid
    /// marker.
    public var coreColor: Color?

    /// Radius of the core as a share of the marker's.
    static let coreShare = 0.6

    /// Creates a marker from its parts.
    public init(shape: MarkerShape, color: Color, edgeColor: Color? = nil, coreColor: Color? = nil) {
        self.shape = shape
        self.color = color
        self.edgeColor = edgeColor
        self.coreColor = coreColor
    }

    /// Returns the marker as a drawing. Its edge is a larger body beneath it, which costs less than a stroke and is as
    /// even.
    ///
    /// - Parameters:
    ///   - radius: radius of the circle with the same area, in points.
    ///   - theme: theme of the page, already scaled to it.
    ///   - hasEdge: whether the edge is drawn.
    func stamp(radius: Double, theme: Theme, hasEdge: Bool = true) -> Stamp {
        var layers = [Stamp.Layer(shape.outline(radius: radius), color: color)]
        if hasEdge {
            let edge = shape.outline(radius: radius, margin: theme.markerEdgeWidth)
            layers.insert(Stamp.Layer(edge, color: edgeColor ?? theme.markerEdgeColor), at: 0)
        }
        if let coreColor {
            layers.append(Stamp.Layer(shape.outline(radius: Marker.coreShare * radius), color: coreColor))
        }
        return Stamp(layers)
    }
}
