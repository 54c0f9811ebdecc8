public import Plotting

/// The widths of DejaVu Sans, by which `CairoCanvas` lays out text too: with them any other canvas gives the same layout.
///
/// Both faces are loaded at once, so that measuring cannot fail. Not for use by two threads at once.
public struct FontMetrics: TextMeasuring {
    private let regular: FontFace
    private let bold: FontFace

    /// - Throws: `fontNotFound` or `fontUnreadable`.
    public init() throws(RendererError) {
        regular = try FontFace(path: FontFile.path(.regular))
        bold = try FontFace(path: FontFile.path(.bold))
    }

    /// The room that `text` takes: from the font's own unhinted widths and kerning.
    public func extents(of text: String, font: Font) -> TextExtents {
        (font.weight == .regular ? regular : bold).extents(of: text, size: font.size)
    }
}
