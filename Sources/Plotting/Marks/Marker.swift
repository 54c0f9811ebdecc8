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
    /// Ring around the marker and its edge, which flags a point without hiding its marker; optional.
    public var ring: Flag?

    /// Ring around a marker.
    public struct Flag: Hashable, Sendable {
        /// Colour of the ring.
        public var color: Color
        /// Width of the ring as a multiple of the theme's `markerRingWidth`.
        public var widthFactor: Double

        /// Creates a ring.
        public init(color: Color, widthFactor: Double = 1) {
            self.color = color
            self.widthFactor = widthFactor
        }
    }

    /// Radius of the core as a share of the marker's.
    static let coreShare = 0.6

    /// Creates a marker from its parts.
    public init(shape: MarkerShape, color: Color, edgeColor: Color? = nil, coreColor: Color? = nil, ring: Flag? = nil) {
        self.shape = shape
        self.color = color
        self.edgeColor = edgeColor
        self.coreColor = coreColor
        self.ring = ring
    }

    /// Returns the marker as a drawing. Its edge is a larger body beneath it, which costs less than a stroke and is as
    /// even.
    ///
    /// - Parameters:
    ///   - radius: radius of the circle with the same area, in points.
    ///   - theme: theme of the page, already scaled to it.
    ///   - hasEdge: whether the edge is drawn; without it, a ring is narrow and lies close around the body.
    ///   - opacity: opacity of the body, 0…1; a marker with a ring is opaque.
    func stamp(radius: Double, theme: Theme, hasEdge: Bool = true, opacity: Double = 1) -> Stamp {
        func layer(_ margin: Double, _ color: Color) -> Stamp.Layer {
            Stamp.Layer(shape.outline(radius: radius, margin: margin), color: color)
        }
        let edge = hasEdge ? theme.markerEdgeWidth : 0
        var layers: [Stamp.Layer] = []
        if let ring {
            let width = ring.widthFactor * theme.markerRingWidth * (hasEdge ? 1 : 0.4)
            if hasEdge { layers.append(layer(2 * edge + width, edgeColor ?? theme.markerEdgeColor)) }
            layers.append(layer(edge + width, ring.color))
        }
        if hasEdge { layers.append(layer(edge, edgeColor ?? theme.markerEdgeColor)) }
        layers.append(layer(0, color.opacity(color.alpha * (ring == nil ? opacity : 1))))
        if let coreColor {
            layers.append(Stamp.Layer(shape.outline(radius: Marker.coreShare * radius), color: coreColor))
        }
        return Stamp(layers)
    }
}
