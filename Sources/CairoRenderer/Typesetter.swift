import Plotting

/// Sets lines of text in DejaVu Sans, or by Pango if that does not suffice; Pango is opened at the first such line.
///
/// One for each picture, as the objects of FreeType and Pango may not be shared between threads without locks.
final class Typesetter {
    /// A line of text, ready to be drawn.
    enum Line {
        /// Glyphs of DejaVu Sans, from left to right.
        case plain(GlyphLine)
        /// Text set by Pango.
        case shaped(ShapedLine)

        /// Distance that the pen moves from the line's left to its right end, in em units.
        var advance: Double {
            switch self {
            case .plain(let line): line.advance
            case .shaped(let line): line.advance
            }
        }
    }

    private let makeShaper: () -> TextShaper?
    private lazy var shaper = makeShaper()
    private var faces: [Font.Weight: FontFace] = [:]

    /// - Parameter makeShaper: called once, at the first line that needs a shaper; may return nil.
    init(makeShaper: @escaping () -> TextShaper? = { TextShaper() }) {
        self.makeShaper = makeShaper
    }

    /// Returns the face of DejaVu Sans, loaded at its first use, which takes less than drawing one line.
    func face(_ weight: Font.Weight) throws(RendererError) -> FontFace {
        if let face = faces[weight] { return face }
        let face = try FontFace(path: FontFile.path(weight))
        faces[weight] = face
        return face
    }

    /// Sets `text` in DejaVu Sans if that suffices, else by the shaper.
    ///
    /// Without a shaper all text is set in DejaVu Sans: characters that the face lacks are boxes, letters do not join,
    /// and all text runs to the right.
    func line(_ text: String, weight: Font.Weight) throws(RendererError) -> Line {
        let face = try face(weight)
        if !face.isEnough(for: text), let shaper { return .shaped(shaper.line(text, isBold: weight == .bold)) }
        return .plain(face.line(text))
    }

    /// Returns the size of `text` in points. Its height is that of DejaVu Sans, whatever other fonts it needs, so that
    /// the places of lines do not depend on their text.
    func extents(of text: String, font: Font) throws(RendererError) -> TextExtents {
        let face = try face(font.weight)
        return TextExtents(
            advance: try line(text, weight: font.weight).advance * font.size, ascent: face.ascent * font.size,
            descent: face.descent * font.size)
    }

    /// Returns the characters of `text` that are not drawn correctly in both faces, each once, in the order of the
    /// text.
    func missingCharacters(in text: String) throws(RendererError) -> [Character] {
        try charactersForShaper(in: text).filter { character in
            guard let shaper else { return true }
            return shaper.line(String(character), isBold: false).missingGlyphCount > 0
        }
    }

    /// Returns the characters of `text` for which both faces do not suffice, each once, in the order of the text.
    func charactersForShaper(in text: String) throws(RendererError) -> [Character] {
        let faces = [try face(.regular), try face(.bold)]
        var seen: Set<Character> = []
        return text.filter { character in
            let letter = String(character)
            return !faces.allSatisfy({ $0.isEnough(for: letter) }) && seen.insert(character).inserted
        }.map { $0 }
    }
}
