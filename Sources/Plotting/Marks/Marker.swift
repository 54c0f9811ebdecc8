/// How a point is drawn: a shape, filled or hollow, with a thin edge of another colour around it.
public struct Marker: Hashable, Sendable {
    /// The outline.
    public var shape: MarkerShape
    /// What the outline is filled with.
    public var color: Color
    /// The theme's marker edge colour where nil.
    public var edgeColor: Color?
    /// What the middle is filled with, so that the marker looks hollow: a ring of its colour is left around it. Solid
    /// where nil.
    public var coreColor: Color?

    /// The radius of the core as a share of the marker's.
    static let coreShare = 0.6

    /// A marker from its parts.
    public init(shape: MarkerShape, color: Color, edgeColor: Color? = nil, coreColor: Color? = nil) {
        self.shape = shape
        self.color = color
        self.edgeColor = edgeColor
        self.coreColor = coreColor
    }

    /// The marker as a drawing; its edge is a larger body beneath it, which costs less than a stroke and is as even.
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
