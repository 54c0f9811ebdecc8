public import Geometry
public import Plotting

/// Canvas of an `SVGRenderer` for one picture.
///
/// Points of a path that are not finite are left out, and the line is broken there. Lines without a width, and text at
/// a place or size that is not finite, are not drawn. Text stays text, in DejaVu Sans if it is installed or in another
/// font; it is stretched to the width of the layout, so that it keeps its place in any font.
public struct SVGCanvas: Canvas {
    private let measure: any TextMeasuring
    private(set) var document = SVGDocument()

    init(measuring measure: any TextMeasuring) {
        self.measure = measure
    }

    public func extents(of text: String, font: Font) -> TextExtents {
        measure.extents(of: text, font: font)
    }

    public mutating func fill(_ path: Path, color: Color) {
        document.write(SVGElement(filling: PathData(thinned(path)), color: color))
    }

    public mutating func stamp(_ stamp: Stamp, at points: [Point]) {
        document.write(stamp, at: points)
    }

    public mutating func stroke(_ path: Path, style: StrokeStyle) {
        guard style.width > 0, style.width.isFinite else { return }
        document.write(SVGElement(stroking: PathData(thinned(path)), style: style))
    }

    public mutating func draw(_ text: String, at origin: Point, font: Font, color: Color, angle: Double) {
        guard origin.x.isFinite, origin.y.isFinite, font.size > 0, font.size.isFinite, angle.isFinite else { return }
        let width = measure.extents(of: text, font: font).advance
        document.write(SVGElement(text, width: width, at: origin, font: font, color: color, angle: angle))
    }

    public mutating func clip(to rectangle: Rectangle, _ body: (inout Self) -> Void) {
        document.beginClip(to: PathData(Path(rectangle)))
        body(&self)
        document.endClip()
    }

    /// Boundaries have a point for every row and column of their grid, far more than their course needs.
    private func thinned(_ path: Path) -> Path { path.thinned(tolerance: 0.01) }
}
