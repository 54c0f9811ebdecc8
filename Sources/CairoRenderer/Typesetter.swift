import Plotting

/// Sets lines of text in DejaVu Sans, or by Pango where that is not enough, which is opened at the first such line.
///
/// One for each picture, as the objects of FreeType and Pango may not be shared between threads without locks.
final class Typesetter {
    /// A line of text, ready to be drawn.
    enum Line {
        /// Glyphs of DejaVu Sans, from left to right.
        case plain(GlyphLine)
        /// What takes more than that.
        case shaped(ShapedLine)

        /// How far the pen moves from the line's left to its right end, in em units.
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

    /// - Parameter makeShaper: called once, at the first line that needs a shaper; its result may be nil, for none.
    init(makeShaper: @escaping () -> TextShaper? = { TextShaper() }) {
        self.makeShaper = makeShaper
    }

    /// The face of DejaVu Sans; loaded at its first use, which takes less than drawing one line.
    func face(_ weight: Font.Weight) throws(RendererError) -> FontFace {
        if let face = faces[weight] { return face }
        let face = try FontFace(path: FontFile.path(weight))
        faces[weight] = face
        return face
    }

    /// `text` in DejaVu Sans, where it needs nothing else.
    ///
    /// Without a shaper every text is set so: characters that the face lacks are boxes then, letters that should join
    /// do not, and all run to the right.
    func line(_ text: String, weight: Font.Weight) throws(RendererError) -> Line {
        let face = try face(weight)
        if !face.isEnough(for: text), let shaper { return .shaped(shaper.line(text, isBold: weight == .bold)) }
        return .plain(face.line(text))
    }

    /// The room that `text` takes, in points; its height is that of DejaVu Sans whatever other fonts it needs, so that
    /// lines have their places whatever their text.
    func extents(of text: String, font: Font) throws(RendererError) -> TextExtents {
        let face = try face(font.weight)
        return TextExtents(
            advance: try line(text, weight: font.weight).advance * font.size, ascent: face.ascent * font.size,
            descent: face.descent * font.size)
    }

    /// The characters of `text` that are not drawn as they should be, each once, in the order of the text.
    func missingCharacters(in text: String) throws(RendererError) -> [Character] {
        let faces = [try face(.regular), try face(.bold)]
        var seen: Set<Character> = []
        return text.filter { character in
            let letter = String(character)
            guard !faces.allSatisfy({ $0.isEnough(for: letter) }), seen.insert(character).inserted else { return false }
            guard let shaper else { return true }
            return shaper.line(letter, isBold: false).missingGlyphCount > 0
        }.map { $0 }
    }
}
