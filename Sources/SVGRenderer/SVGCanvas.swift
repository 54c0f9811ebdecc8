public import Geometry
public import Plotting

/// The canvas that an `SVGRenderer` hands out for one picture.
///
/// Points of a path that are not finite are left out, and the line is broken there. A line without a width, and text at a
/// place or size that is not finite, draw nothing.
///
/// Text stays text, in DejaVu Sans where the viewer has it, else in Verdana, from which that has its widths, or in any
/// other font; it is then stretched to the width that the layout has for it, so that it leaves its place in none.
public struct SVGCanvas: Canvas {
    private let measure: any TextMeasuring
    private var document = SVGDocument()
    /// What is drawn next, unless more belongs to it.
    private var stamp: Stamp?

    init(measuring measure: any TextMeasuring) {
        self.measure = measure
    }

    /// What is drawn so far.
    consuming func finished() -> SVGDocument {
        writeStamp()
        return document
    }

    public func extents(of text: String, font: Font) -> TextExtents {
        measure.extents(of: text, font: font)
    }

    public mutating func fill(_ path: Path, color: Color) {
        if stamp?.append(path, color: color) == true { return }
        writeStamp()
        stamp = Stamp(path, color: color)
        if stamp == nil { document.write(SVGElement(filling: PathData(thinned(path)), color: color)) }
    }

    public mutating func stroke(_ path: Path, style: StrokeStyle) {
        guard style.width > 0, style.width.isFinite else { return }
        writeStamp()
        document.write(SVGElement(stroking: PathData(thinned(path)), style: style))
    }

    public mutating func draw(_ text: String, at origin: Point, font: Font, color: Color, angle: Double) {
        guard origin.x.isFinite, origin.y.isFinite, font.size > 0, font.size.isFinite, angle.isFinite else { return }
        writeStamp()
        let width = measure.extents(of: text, font: font).advance
        document.write(SVGElement(text, width: width, at: origin, font: font, color: color, angle: angle))
    }

    public mutating func clip(to rectangle: Rectangle, _ body: (inout Self) -> Void) {
        writeStamp()
        document.beginClip(to: PathData(Path(rectangle)))
        body(&self)
        writeStamp()
        document.endClip()
    }

    /// Boundaries have a point for every row and column of their grid: more than their course needs by far.
    private func thinned(_ path: Path) -> Path { path.thinned(tolerance: 0.01) }

    private mutating func writeStamp() {
        guard let stamp else { return }
        self.stamp = nil
        document.write(stamp)
    }
}
