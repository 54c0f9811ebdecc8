public import Geometry

/// One line of text at its place on the page.
public struct PlacedText: Hashable, Sendable {
    /// Which way a line of text runs.
    public enum Direction: Hashable, Sendable { case rightwards, upwards }

    /// As it is drawn: already cut where it did not fit.
    public let text: String
    /// The face and its size in points.
    public let font: Font
    /// The colour of the letters.
    public let color: Color
    /// The baseline's start, in points, y down.
    public let origin: Point
    /// Which way the line runs.
    public let direction: Direction
    /// The room that the font asks for: from ascent to descent, from start to end of the line.
    public let box: Rectangle

    init(_ line: TextLine, color: Color, origin: Point, direction: Direction = .rightwards) {
        self.text = line.text
        self.font = line.font
        self.color = color
        self.origin = origin
        self.direction = direction
        let extents = line.extents
        switch direction {
        case .rightwards:
            box = Rectangle(
                minX: origin.x, minY: origin.y - extents.ascent, maxX: origin.x + max(0, extents.advance),
                maxY: origin.y + extents.descent)
        case .upwards:
            box = Rectangle(
                minX: origin.x - extents.ascent, minY: origin.y - max(0, extents.advance),
                maxX: origin.x + extents.descent, maxY: origin.y)
        }
    }

    /// A line that runs upwards.
    ///
    /// - Parameters:
    ///   - left: left edge of the line, in points.
    ///   - middle: height of its middle, in points.
    init(upwards line: TextLine, color: Color, left: Double, middle: Double) {
        let origin = Point(x: left + line.extents.ascent, y: middle + line.width / 2)
        self.init(line, color: color, origin: origin, direction: .upwards)
    }

    func draw(on canvas: inout some Canvas) {
        canvas.draw(text, at: origin, font: font, color: color, angle: direction == .upwards ? -90 : 0)
    }
}
