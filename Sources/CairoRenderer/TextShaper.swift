import CCairo
import CPango
import Parallelism

/// Sets lines of text by Pango: any script in either direction, in DejaVu Sans and, for characters that it lacks, in other
/// installed fonts.
///
/// One for each picture, since Pango's objects may not be shared between threads. If several fonts have a character,
/// fontconfig chooses by its settings and by the language of the environment.
final class TextShaper {
    /// Pango's functions, opened at the first use in a process; nil if Pango is not installed.
    // SAFETY: filled before it is shared, and never written to nor freed.
    nonisolated(unsafe) static let pango = cpango_open("libpangocairo-1.0.so.0")

    /// Enough threads for the Pango of one picture, and for a progress line at the same time.
    static let threadCount = 4

    private let pango: cpango_functions
    private let context: OpaquePointer

    /// Nil if `pango` is nil, fontconfig has no font at all, or no threads can be started for it.
    init?(_ pango: UnsafePointer<cpango_functions>? = TextShaper.pango) {
        // Pango starts threads that load fonts, and ends the process if it cannot.
        guard let pango, canStartThreads(Self.threadCount) else { return nil }
        self.pango = pango.pointee
        let fonts = self.pango.pango_cairo_font_map_new()
        // The context keeps the fonts.
        context = self.pango.pango_font_map_create_context(fonts)
        self.pango.g_object_unref(UnsafeMutableRawPointer(fonts))

        // Like the outlines of DejaVu Sans: grey, unhinted, placed between pixels.
        let options = cairo_font_options_create()
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        if let options { self.pango.pango_cairo_context_set_font_options(context, options) }
        cairo_font_options_destroy(options)
        self.pango.pango_context_set_round_glyph_positions(context, 0)

        guard line("a", isBold: false).missingGlyphCount == 0 else { return nil }
    }

    deinit {
        pango.g_object_unref(UnsafeMutableRawPointer(context))
    }

    /// Sets one line of text; line breaks and other characters without a picture are left out.
    func line(_ text: String, isBold: Bool) -> ShapedLine {
        ShapedLine(text, isBold: isBold, context: context, pango: pango)
    }
}
