public import Geometry

/// One line of text at its place on the page.
public struct PlacedText: Hashable, Sendable {
    /// Direction in which a line of text runs.
    public enum Direction: Hashable, Sendable { case rightwards, upwards }

    /// The text as drawn: already cut if it did not fit.
    public let text: String
    /// Face and size in points.
    public let font: Font
    /// Colour of the letters.
    public let color: Color
    /// Start of the baseline, in points, y down.
    public let origin: Point
    /// Direction of the line.
    public let direction: Direction
    /// Rectangle from ascent to descent, and from the start to the end of the line.
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

    /// Places a line that runs upwards.
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
