import Geometry
import Plotting

/// A canvas that keeps the list of drawing calls and knows one font: every character is 0.6 em wide.
struct RecordingCanvas: Canvas {
    enum Call: Hashable {
        case fill(Path, Color)
        case stroke(Path, StrokeStyle)
        case text(String, at: Point, Font, Color, angle: Double)
        case beginClip(Rectangle)
        case endClip
    }

    private(set) var calls: [Call] = []

    func extents(of text: String, font: Font) -> TextExtents {
        TextExtents(advance: 0.6 * font.size * Double(text.count), ascent: 0.93 * font.size, descent: 0.24 * font.size)
    }

    mutating func fill(_ path: Path, color: Color) {
        calls.append(.fill(path, color))
    }

    mutating func stroke(_ path: Path, style: StrokeStyle) {
        calls.append(.stroke(path, style))
    }

    mutating func draw(_ text: String, at origin: Point, font: Font, color: Color, angle: Double) {
        calls.append(.text(text, at: origin, font, color, angle: angle))
    }

    mutating func clip(to rectangle: Rectangle, _ body: (inout RecordingCanvas) -> Void) {
        calls.append(.beginClip(rectangle))
        body(&self)
        calls.append(.endClip)
    }
}

extension RecordingCanvas {
    init(drawing figure: Figure) {
        figure.draw(on: &self)
    }

    /// All texts, in drawing order.
    var texts: [String] {
        calls.compactMap { call in
            if case .text(let text, _, _, _, _) = call { text } else { nil }
        }
    }

    /// The measured boxes of all texts on the page, in drawing order.
    var textBoxes: [(text: String, box: Rectangle)] {
        calls.compactMap { call in
            guard case .text(let text, let origin, let font, _, let angle) = call else { return nil }
            let extents = extents(of: text, font: font)
            let box =
                angle == 0
                ? Rectangle(
                    minX: origin.x, minY: origin.y - extents.ascent, maxX: origin.x + extents.advance,
                    maxY: origin.y + extents.descent)
                : Rectangle(
                    minX: origin.x - extents.ascent, minY: origin.y - extents.advance,
                    maxX: origin.x + extents.descent, maxY: origin.y)
            return (text, box)
        }
    }

    /// The paths filled with `color`, in drawing order.
    func fills(of color: Color) -> [Path] {
        calls.compactMap { call in
            if case .fill(let path, color) = call { path } else { nil }
        }
    }
}
