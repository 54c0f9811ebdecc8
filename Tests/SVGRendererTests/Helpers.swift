import Foundation
import FoundationXML
import Geometry
import Plotting
import SVGRenderer
import Testing

extension Color {
    static let red = Color(bytes: 255, 0, 0)
    static let halfBlue = Color(bytes: 0, 0, 255).opacity(0.5)
}

extension Path {
    /// Creates a closed polygon through `points`.
    static func closed(_ points: (Double, Double)...) -> Path {
        Path(lines(points) + [.close])
    }

    static func open(_ points: (Double, Double)...) -> Path {
        Path(lines(points))
    }

    private static func lines(_ points: [(Double, Double)]) -> [Element] {
        points.enumerated().map { index, point in
            let point = Point(x: point.0, y: point.1)
            return index == 0 ? .move(to: point) : .line(to: point)
        }
    }
}

/// Every character is half as wide as it is high.
struct HalfWidths: TextMeasuring {
    func extents(of text: String, font: Font) -> TextExtents {
        TextExtents(advance: 0.5 * font.size * Double(text.count), ascent: font.size, descent: 0)
    }
}

/// A file of 100 × 50 points.
func svg(
    title: String = "", description: String = "", metadata: String = "", draw: (inout SVGCanvas) -> Void
) -> String {
    let bytes = SVGRenderer(measuring: HalfWidths()).svg(
        size: Size(width: 100, height: 50), title: title, description: description, metadata: metadata, draw: draw)
    return String(decoding: bytes, as: UTF8.self)
}

/// The lines of the file between its first tag and its last.
func content(draw: (inout SVGCanvas) -> Void) -> [String] {
    svg(draw: draw).split(separator: "\n").dropFirst(2).dropLast().map(String.init)
}

/// An element of a parsed file.
struct ParsedElement {
    let name: String
    let attributes: [String: String]
    /// All text in the element.
    var text = ""
}

/// The elements of a well-formed file, in the order of their end tags.
func elements(of svg: String) throws -> [ParsedElement] {
    final class Reader: NSObject, XMLParserDelegate {
        var open: [ParsedElement] = []
        var elements: [ParsedElement] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            open.append(ParsedElement(name: name, attributes: attributes))
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            open[open.count - 1].text += text
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            elements.append(open.removeLast())
        }
    }
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "not well-formed: \(String(describing: parser.parserError))")
    return reader.elements
}
