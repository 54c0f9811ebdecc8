import Plotting

/// Places the glyphs of one line of text and measures it; loads a face at its first use.
///
/// One for each picture: FreeType's objects may not be shared between threads without locks, and loading a face takes
/// less than drawing one line of text.
final class TextLayout {
    /// Glyphs with the place of their origin on the baseline; all in em units.
    struct Line {
        var glyphs: [(glyph: FontFace.Glyph, x: Double)] = []
        var advance = 0.0
    }

    private var faces: [Font.Weight: FontFace] = [:]

    func line(_ text: String, weight: Font.Weight) throws(RendererError) -> Line {
        try face(weight).line(text)
    }

    func extents(of text: String, font: Font) throws(RendererError) -> TextExtents {
        try face(font.weight).extents(of: text, size: font.size)
    }

    private func face(_ weight: Font.Weight) throws(RendererError) -> FontFace {
        if let face = faces[weight] { return face }
        let face = try FontFace(path: FontFile.path(weight))
        faces[weight] = face
        return face
    }
}

extension FontFace {
    /// One line of text, set with the font's own widths and kerning.
    func line(_ text: String) -> TextLayout.Line {
        var line = TextLayout.Line()
        var pen = 0
        var previous: FontFace.Glyph?
        for scalar in text.unicodeScalars where scalar.isVisible {
            let glyph = glyph(for: scalar)
            if let previous { pen += kerning(previous, glyph) }
            line.glyphs.append((glyph, Double(pen) / unitsPerEm))
            pen += glyph.advance
            previous = glyph
        }
        line.advance = Double(pen) / unitsPerEm
        return line
    }

    /// The room that `text` takes, in points where `size`, that of an em, is.
    func extents(of text: String, size: Double) -> TextExtents {
        TextExtents(advance: line(text).advance * size, ascent: ascent * size, descent: descent * size)
    }
}

extension Unicode.Scalar {
    /// Joiners, variation selectors and control characters have no picture, not even that of a missing glyph.
    fileprivate var isVisible: Bool {
        !properties.isDefaultIgnorableCodePoint && properties.generalCategory != .control
    }
}
