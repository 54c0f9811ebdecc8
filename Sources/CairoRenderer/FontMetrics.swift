public import Plotting

/// The widths of text as `CairoCanvas` lays it out: with them any other canvas gives the same layout.
///
/// They are those of DejaVu Sans; text with characters that it lacks, with letters that join or with a script that runs
/// to the left is set by Pango, which is opened at the first such text. Both faces are loaded at once, so that measuring
/// cannot fail. Not for use by two threads at once.
public struct FontMetrics: TextMeasuring {
    /// Whether Pango is installed and knows fonts. Asking opens it, which takes some milliseconds.
    ///
    /// Where it cannot be had, all text is set by DejaVu Sans alone: characters that it lacks are boxes, letters do not
    /// join, and all run to the right. Then `missingCharacters(in:)` has them all.
    public static var hasPango: Bool { TextShaper() != nil }

    /// Its faces are loaded, so that it throws no more.
    private let typesetter: Typesetter

    /// - Throws: `fontNotFound` or `fontUnreadable`.
    public init() throws(RendererError) {
        try self.init(typesetter: Typesetter())
    }

    init(typesetter: Typesetter) throws(RendererError) {
        _ = (try typesetter.face(.regular), try typesetter.face(.bold))
        self.typesetter = typesetter
    }

    /// The room that `text` takes: from the fonts' own unhinted widths and kerning.
    public func extents(of text: String, font: Font) -> TextExtents {
        (try? typesetter.extents(of: text, font: font)) ?? TextExtents(advance: 0, ascent: 0, descent: 0)
    }

    /// The characters of `text` that a bitmap or a PDF cannot show as they should be: each once, in their order.
    ///
    /// They are those that no installed font has, and are drawn as boxes; without Pango (see `hasPango`) also all that
    /// need it. Pango is not opened for text that does not.
    public func missingCharacters(in text: String) -> [Character] {
        (try? typesetter.missingCharacters(in: text)) ?? []
    }
}
