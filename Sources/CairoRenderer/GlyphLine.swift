/// One line of text, set with DejaVu Sans's own widths and kerning, from left to right.
struct GlyphLine {
    /// Glyphs with the place of their origin on the baseline, in em units.
    var glyphs: [(glyph: FontFace.Glyph, x: Double)] = []
    /// Distance that the pen moves from start to end, in em units.
    var advance = 0.0
}

extension FontFace {
    /// Returns true if this face's glyphs side by side suffice for `text`.
    func isEnough(for text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            !scalar.needsShaping && (!scalar.isVisible || has(scalar.interchangeable))
        }
    }

    /// Sets one line of text, with a box for each character that the face lacks.
    func line(_ text: String) -> GlyphLine {
        var line = GlyphLine()
        var pen = 0
        var previous: Glyph?
        for scalar in text.unicodeScalars where scalar.isVisible {
            let glyph = glyph(for: scalar.interchangeable)
            if let previous { pen += kerning(previous, glyph) }
            line.glyphs.append((glyph, Double(pen) / unitsPerEm))
            pen += glyph.advance
            previous = glyph
        }
        line.advance = Double(pen) / unitsPerEm
        return line
    }
}
