/// One line of text with its font and the room it takes, not yet placed.
struct TextLine: Hashable {
    let text: String
    let font: Font
    let extents: TextExtents

    init(_ text: String, font: Font, measuring: some TextMeasuring) {
        self.text = text
        self.font = font
        self.extents = measuring.extents(of: text, font: font)
    }

    var width: Double { extents.advance }
    var height: Double { extents.ascent + extents.descent }
}
