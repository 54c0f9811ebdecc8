import Geometry
import Plotting

/// An element of SVG as text.
struct SVGElement {
    let text: String

    /// Creates the inside of a path; nil if it is empty.
    init?(filling data: PathData, color: Color) {
        guard !data.text.isEmpty else { return nil }
        text = #"<path d="\#(data.text)" fill-rule="evenodd"\#(SVGElement.paint("fill", color))/>"#
    }

    /// Creates a line along a path; nil if it is empty.
    init?(stroking data: PathData, style: StrokeStyle) {
        guard !data.text.isEmpty else { return nil }
        let width = Decimal(style.width, fractionDigits: 3).text
        let cap =
            switch style.cap {
            case .butt: ""
            case .round: #" stroke-linecap="round""#
            case .square: #" stroke-linecap="square""#
            }
        let join =
            switch style.join {
            // Pointed corners are as long as Cairo's.
            case .miter: #" stroke-miterlimit="10""#
            case .round: #" stroke-linejoin="round""#
            case .bevel: #" stroke-linejoin="bevel""#
            }
        let lengths = style.usableDash.map { Decimal($0, fractionDigits: 3).text }.joined(separator: " ")
        let dash = lengths.isEmpty ? "" : #" stroke-dasharray="\#(lengths)""#
        text =
            #"<path d="\#(data.text)" fill="none"\#(SVGElement.paint("stroke", style.color))"#
            + #" stroke-width="\#(width)"\#(cap)\#(join)\#(dash)/>"#
    }

    /// Creates one line of text with its baseline's left end at `origin`; nil if it has no visible character.
    ///
    /// - Parameter width: width of the text in the layout, in points.
    init?(_ line: String, width: Double, at origin: Point, font: Font, color: Color, angle: Double) {
        // Control characters have no picture; a line break would be a space in SVG.
        let visible = line.unicodeScalars.filter { $0.properties.generalCategory != .control }
        let line = String(String.UnicodeScalarView(visible))
        guard !line.isEmpty else { return nil }
        let place = [origin.x, origin.y].map { Decimal($0, fractionDigits: 2).text }
        var attributes = #" x="\#(place[0])" y="\#(place[1])""#
        let length = Decimal(width, fractionDigits: 2)
        if length.units > 0 {
            // Letters are stretched as well as gaps, so that a single letter keeps its place, too.
            attributes += #" textLength="\#(length.text)" lengthAdjust="spacingAndGlyphs""#
        }
        attributes += #" font-size="\#(Decimal(font.size, fractionDigits: 3).text)""#
        if font.weight == .bold { attributes += #" font-weight="bold""# }
        attributes += SVGElement.paint("fill", color)
        if angle != 0 {
            let angle = Decimal(angle.truncatingRemainder(dividingBy: 360), fractionDigits: 3).text
            attributes += #" transform="rotate(\#(angle) \#(place[0]) \#(place[1]))""#
        }
        if line.first == " " || line.last == " " || line.contains("  ") { attributes += #" xml:space="preserve""# }
        text = "<text\(attributes)>\(XMLText.escaped(line))</text>"
    }

    /// Creates a use of a definition, moved to `place`.
    init(using identifier: String, at place: Point) {
        let (x, y) = (Decimal(place.x, fractionDigits: 2).text, Decimal(place.y, fractionDigits: 2).text)
        text = ##"<use xlink:href="#\##(identifier)" x="\##(x)" y="\##(y)"/>"##
    }

    /// Returns ` fill="#rrggbb"`, with an opacity unless it is opaque.
    private static func paint(_ name: String, _ color: Color) -> String {
        func hex(_ component: Double) -> String {
            let byte = Int((255 * share(component)).rounded())
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        let paint = ##" \##(name)="#\##(hex(color.red))\##(hex(color.green))\##(hex(color.blue))""##
        let opacity = Decimal(share(color.alpha), fractionDigits: 3)
        return opacity.units == 1000 ? paint : paint + #" \#(name)-opacity="\#(opacity.text)""#
    }

    /// Clamps a component to 0…1; NaN counts as 0.
    private static func share(_ component: Double) -> Double {
        component.isNaN ? 0 : min(max(component, 0), 1)
    }
}
