/// One line of text with its font and extents, not yet placed.
struct TextLine: Hashable {
    let text: String
    let font: Font
    let extents: TextExtents

    init(_ text: String, font: Font, measuring: some TextMeasuring) {
        self.text = text
        self.font = font
        self.extents = measuring.extents(of: text, font: font)
    }

    /// An empty line in the same font, of no width.
    var emptied: TextLine {
        TextLine(
            text: "", font: font, extents: TextExtents(advance: 0, ascent: extents.ascent, descent: extents.descent))
    }

    private init(text: String, font: Font, extents: TextExtents) {
        self.text = text
        self.font = font
        self.extents = extents
    }

    var width: Double { extents.advance }
    var height: Double { extents.ascent + extents.descent }
}
