public import Geometry

/// A tag at its place on the page.
public struct PlacedTag: Hashable, Sendable {
    /// The text of the tag.
    public let text: PlacedText
    /// Colour of the ground.
    public let color: Color
    /// Ground beneath the text, in points of the page, y down.
    public let box: Rectangle

    /// Room on each side of the text, in ems.
    private static let padding = 0.35

    /// Returns the width of a tag with this text, in points.
    static func width(of line: TextLine) -> Double { line.width + 2 * padding * line.font.size }

    /// - Parameters:
    ///   - right: right edge of the ground, in points.
    ///   - baseline: height of the baseline on the page, in points.
    init(_ line: TextLine, color: Color, right: Double, baseline: Double) {
        let width = PlacedTag.width(of: line)
        self.color = color
        box = Rectangle(
            minX: right - width, minY: baseline - line.extents.ascent, maxX: right,
            maxY: baseline + line.extents.descent)
        text = PlacedText(
            line, color: TileMark.ink(on: color),
            origin: Point(x: right - width + PlacedTag.padding * line.font.size, y: baseline))
    }

    func draw(on canvas: inout some Canvas) {
        canvas.fill(Path(box, cornerRadius: 0.25 * text.font.size), color: color)
        text.draw(on: &canvas)
    }
}
