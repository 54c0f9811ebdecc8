public import Geometry

/// The density of very many points, as nested translucent areas and their outlines.
///
/// The work and the size of a file depend on the areas, not on the number of points.
public struct DensityMark: Mark, Hashable {
    /// The areas of one shade.
    public struct Shade: Hashable, Sendable {
        /// Polygons in data units, y up.
        public var polygons: [Polygon]
        /// Colour of the polygons, mostly a translucent one.
        public var color: Color
        /// Colour of the outline.
        public var outlineColor: Color

        /// Creates a shade from its parts.
        public init(_ polygons: [Polygon], color: Color, outlineColor: Color) {
            self.polygons = polygons
            self.color = color
            self.outlineColor = outlineColor
        }
    }

    /// Shades in drawing order.
    public var shades: [Shade]
    /// Number of points near each point of a grid, in data units, y up.
    public var counts: ScalarField

    /// Width of outlines as a multiple of the theme's `boundaryWidth`.
    private static let outlineWidth = 0.35

    /// Creates a mark of shades in data units.
    public init(_ shades: [Shade], counts: ScalarField) {
        self.shades = shades
        self.counts = counts
    }

    public var pointCount: Int { Int(counts.values.reduce(0, +)) }

    public func hiddenPointCount(under box: Rectangle, in space: PlotSpace) -> Int {
        var count = 0.0
        for row in 0..<counts.grid.rowCount {
            for column in 0..<counts.grid.columnCount where counts[row, column] > 0 {
                let position = space.position(of: Point(x: counts.grid.x[column], y: counts.grid.y[row]))
                if box.contains(position) { count += counts[row, column] }
            }
        }
        return Int(count)
    }

    public func draw(on canvas: inout some Canvas, in space: PlotSpace) {
        for shade in shades {
            AreaMark(shade.polygons, color: shade.color).draw(on: &canvas, in: space)
            let loops = shade.polygons.flatMap { [$0.exterior] + $0.holes }
            LineMark(loops: loops, color: shade.outlineColor, widthFactor: DensityMark.outlineWidth)
                .draw(on: &canvas, in: space)
        }
    }
}
