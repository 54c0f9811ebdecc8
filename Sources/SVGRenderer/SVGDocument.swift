import Geometry
import Plotting

/// The text of a drawing, and the definitions that it refers to.
struct SVGDocument {
    /// A part of the body.
    private enum Piece {
        case text(String)
        /// A stamp by its index.
        case stamp(Int, at: Point)
    }

    private var definitions = ""
    private var pieces: [Piece] = []
    /// Stamps in the order of their first use, each with its number of uses.
    private var stamps: [(stamp: Stamp, useCount: Int)] = []
    private var stampIndices: [Stamp: Int] = [:]
    /// Identifiers by the text of the definition.
    private var identifiers: [String: String] = [:]

    mutating func write(_ element: SVGElement?) {
        guard let element else { return }
        pieces.append(.text(element.text + "\n"))
    }

    /// Uses `stamp` at each of `points` that is finite.
    mutating func write(_ stamp: Stamp, at points: [Point]) {
        let index = stampIndices[stamp] ?? stamps.count
        if index == stamps.count {
            stampIndices[stamp] = index
            stamps.append((stamp, 0))
        }
        for point in points where point.x.isFinite && point.y.isFinite {
            pieces.append(.stamp(index, at: point))
            stamps[index].useCount += 1
        }
    }

    /// The body; defines the stamps that are used more than once.
    private mutating func body() -> String {
        let identifiers = stamps.map { stamp, useCount in
            // A shape that many places share is rounded more finely than a place.
            useCount > 1 ? define("g", fills(of: stamp, fractionDigits: 3)) : nil
        }
        return pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .stamp(let index, let point):
                if let identifier = identifiers[index] {
                    SVGElement(using: identifier, at: point).text + "\n"
                } else {
                    fills(of: stamps[index].stamp, at: point, fractionDigits: 2) + "\n"
                }
            }
        }.joined()
    }

    private func fills(of stamp: Stamp, at point: Point = Point(x: 0, y: 0), fractionDigits: Int) -> String {
        stamp.layers.compactMap { layer in
            let data = PathData(layer.path.moved(to: point), fractionDigits: fractionDigits)
            return SVGElement(filling: data, color: layer.color)?.text
        }.joined()
    }

    mutating func beginClip(to data: PathData) {
        let identifier = define("clipPath", #"<path d="\#(data.text)"/>"#)
        pieces.append(.text(##"<g clip-path="url(#\##(identifier))">"## + "\n"))
    }

    mutating func endClip() {
        pieces.append(.text("</g>\n"))
    }

    /// Returns the identifier of an element with this content, which is defined at its first use.
    ///
    /// The identifier is a hash of the content. So several pictures can share one HTML page: the same name means the
    /// same thing.
    private mutating func define(_ name: String, _ content: String) -> String {
        let key = "<\(name)>\(content)"
        if let identifier = identifiers[key] { return identifier }
        // FNV-1a, 32 bits (Fowler, Noll & Vo).
        var hash: UInt32 = 2_166_136_261
        for byte in key.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        var identifier = "\(name.prefix(1))\(String(hash, radix: 36))"
        while identifiers.values.contains(identifier) { identifier += "_" }
        identifiers[key] = identifier
        definitions += "<\(name) id=\"\(identifier)\">\(content)</\(name)>\n"
        return identifier
    }

    /// Returns the whole file in UTF-8.
    consuming func file(size: Size, title: String, description: String, metadata: String) -> [UInt8] {
        let width = Decimal(size.width, fractionDigits: 6).text
        let height = Decimal(size.height, fractionDigits: 6).text
        // Text attributes are set here, so that a page around the picture does not change its text.
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" \
            width="\(width)pt" height="\(height)pt" viewBox="0 0 \(width) \(height)" \
            font-family="DejaVu Sans, Verdana, sans-serif" text-anchor="start" direction="ltr">

            """
        let texts = [("title", title), ("desc", description), ("metadata", metadata)]
        for (name, content) in texts where !content.isEmpty {
            text += "<\(name)>\(XMLText.escaped(content))</\(name)>\n"
        }
        let body = body()
        if !definitions.isEmpty { text += "<defs>\n\(definitions)</defs>\n" }
        text += body
        text += "</svg>\n"
        return [UInt8](text.utf8)
    }
}
