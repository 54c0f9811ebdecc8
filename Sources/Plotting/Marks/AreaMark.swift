public import Geometry

/// Polygons filled with one colour.
///
/// Between fills that meet at a common edge, the ground shines through as a hairline. So regions are nested: the first
/// class is the background of the axes, and each later area is drawn over the earlier ones and covers all areas after
/// it.
public struct AreaMark: Mark, Hashable {
    /// Polygons in data units, y up; together in one path, filled by the even-odd rule.
    public var polygons: [Polygon]
    /// Colour of the polygons.
    public var color: Color

    /// Creates a mark of polygons in data units.
    public init(_ polygons: [Polygon], color: Color) {
        self.polygons = polygons
        self.color = color
    }

    public func draw(on canvas: inout some Canvas, in space: PlotSpace) {
        var path = Path()
        for polygon in polygons {
            path.append(polygon, at: space.position)
        }
        guard !path.elements.isEmpty else { return }
        canvas.fill(path, color: color)
    }
}
