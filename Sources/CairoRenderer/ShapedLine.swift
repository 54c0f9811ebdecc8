import CCairo
import CPango

/// One line of text set by Pango, to be drawn at any size.
///
/// It belongs to the `TextShaper` that made it, and to its thread.
final class ShapedLine {
    /// Em size that lines are set at; they are scaled when drawn, so that their widths are the same at every size and
    /// resolution.
    private static let unitsPerEm = 100.0

    /// Distance that the pen moves from the line's left to its right end, in em units.
    let advance: Double
    /// Number of glyphs that no font has; each is a box with the digits of its code.
    let missingGlyphCount: Int

    private let pango: cpango_functions
    private let layout: OpaquePointer
    /// True if the line may have emoji, which are pictures instead of outlines in some fonts.
    private let mayHavePictures: Bool

    init(_ text: String, isBold: Bool, context: OpaquePointer, pango: cpango_functions) {
        let scalars = text.unicodeScalars.compactMap { $0.isBreakOrControl ? nil : $0.interchangeable }
        let line = String(String.UnicodeScalarView(scalars))
        self.pango = pango
        layout = pango.pango_layout_new(context)
        mayHavePictures = scalars.contains { $0.value > 0xff && $0.properties.isEmoji }

        let font = pango.pango_font_description_from_string("DejaVu Sans \(isBold ? "Bold " : "")\(Self.unitsPerEm)px")
        pango.pango_layout_set_font_description(layout, font)
        pango.pango_font_description_free(font)
        pango.pango_layout_set_text(layout, line, Int32(clamping: line.utf8.count))

        var (width, height): (Int32, Int32) = (0, 0)
        pango.pango_layout_get_size(layout, &width, &height)
        advance = Double(width) / (Double(CPANGO_SCALE) * Self.unitsPerEm)
        missingGlyphCount = Int(pango.pango_layout_get_unknown_glyphs_count(layout))
    }

    deinit {
        pango.g_object_unref(UnsafeMutableRawPointer(layout))
    }

    /// Draws the line from Cairo's origin to the right, in Cairo's colour and with an em of `size` units.
    ///
    /// - Parameter asText: whether letters stay letters, as in a PDF. Outlines are better in a bitmap, since Cairo
    ///   moves each letter onto whole pixels.
    func draw(size: Double, asText: Bool, on context: OpaquePointer) {
        guard let line = pango.pango_layout_get_line_readonly(layout, 0) else { return }
        cairo_save(context)
        cairo_scale(context, size / Self.unitsPerEm, size / Self.unitsPerEm)
        cairo_new_path(context)
        cairo_move_to(context, 0, 0)
        if asText || mayHavePictures {
            pango.pango_cairo_show_layout_line(context, line)
            cairo_new_path(context)
        } else {
            pango.pango_cairo_layout_line_path(context, line)
            cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
            cairo_fill(context)
        }
        cairo_restore(context)
    }
}
