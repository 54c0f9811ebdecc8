import Geometry

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

    /// A marker ready to be drawn many times: the outlines are made once and only moved.
    struct Stamp {
        let edge: Path
        let body: Path
        let core: (path: Path, color: Color)?
        let edgeColor: Color
        let color: Color

        init(_ marker: Marker, radius: Double, theme: Theme) {
            edge = marker.shape.outline(radius: radius, margin: theme.markerEdgeWidth)
            body = marker.shape.outline(radius: radius)
            core = marker.coreColor.map { (marker.shape.outline(radius: Marker.coreShare * radius), $0) }
            edgeColor = marker.edgeColor ?? theme.markerEdgeColor
            color = marker.color
        }

        /// Draws the marker; the edge is a larger body beneath it, which costs less than a stroke and is as even.
        func draw(on canvas: inout some Canvas, at position: Point, withEdge: Bool = true) {
            if withEdge {
                canvas.fill(edge.moved(to: position), color: edgeColor)
            }
            canvas.fill(body.moved(to: position), color: color)
            if let core {
                canvas.fill(core.path.moved(to: position), color: core.color)
            }
        }
    }
}

extension Path {
    /// The path with its origin at `position`.
    func moved(to position: Point) -> Path {
        func moved(_ point: Point) -> Point { Point(x: point.x + position.x, y: point.y + position.y) }
        return Path(
            elements.map { element in
                switch element {
                case .move(let point): .move(to: moved(point))
                case .line(let point): .line(to: moved(point))
                case .curve(let point, let control1, let control2):
                    .curve(to: moved(point), control1: moved(control1), control2: moved(control2))
                case .close: .close
                }
            })
    }
}
