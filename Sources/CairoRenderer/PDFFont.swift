import CCairo
import CFreeType
import Plotting

/// A face as Cairo needs it for text that stays text; Cairo embeds the letters that were drawn.
final class PDFFont {
    private let cairoFace: OpaquePointer

    /// Key of the data that Cairo keeps for us; its address identifies it.
    // SAFETY: the memory is never written to nor freed.
    private nonisolated(unsafe) static let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)

    init(_ face: FontFace) throws(RendererError) {
        guard let cairoFace = cairo_ft_font_face_create_for_ft_face(face.face, Int32(FT_LOAD_NO_HINTING)) else {
            throw .drawingFailed(operation: "use the font", message: "out of memory")
        }
        // Cairo keeps faces beyond the drawing, and FreeType's must live as long.
        let retained = Unmanaged.passRetained(face).toOpaque()
        let status = cairo_font_face_set_user_data(cairoFace, Self.key, retained) { face in
            if let face { Unmanaged<FontFace>.fromOpaque(face).release() }
        }
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_font_face_destroy(cairoFace)
            Unmanaged<FontFace>.fromOpaque(retained).release()
            throw .drawingFailed(operation: "use the font", message: String(cString: cairo_status_to_string(status)))
        }
        self.cairoFace = cairoFace
    }

    deinit {
        cairo_font_face_destroy(cairoFace)
    }

    /// Draws one line of text from Cairo's origin to the right.
    ///
    /// Each letter is placed separately, as in a bitmap, so that both have the same layout.
    func draw(_ line: GlyphLine, size: Double, on context: OpaquePointer) {
        guard !line.glyphs.isEmpty else { return }
        var letters = ""
        var glyphs: [cairo_glyph_t] = []
        var clusters: [cairo_text_cluster_t] = []
        for (glyph, x) in line.glyphs {
            letters.unicodeScalars.append(glyph.scalar)
            glyphs.append(cairo_glyph_t(index: UInt(glyph.index), x: x * size, y: 0))
            clusters.append(cairo_text_cluster_t(num_bytes: Int32(UTF8.width(glyph.scalar)), num_glyphs: 1))
        }
        cairo_set_font_face(context, cairoFace)
        cairo_set_font_size(context, size)
        cairo_show_text_glyphs(
            context, letters, -1, glyphs, Int32(glyphs.count), clusters, Int32(clusters.count),
            cairo_text_cluster_flags_t(rawValue: 0))
    }
}
