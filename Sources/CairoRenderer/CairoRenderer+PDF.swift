import CCairo
public import Geometry

extension CairoRenderer {
    /// Returns the picture that `draw` draws on a page of exactly `size` points (1/72 inch), as a PDF file.
    ///
    /// Lines and letters stay lines and letters: the resolution is ignored, and nothing is moved onto pixels. Text can
    /// be searched and copied; the letters that occur are embedded. The file has no date: the same drawing calls give
    /// the same bytes with the same version of Cairo.
    ///
    /// - Parameters:
    ///   - title: title in the file's metadata; omitted if empty, as are the next three. A zero character, which Cairo
    ///     cannot pass on, ends each of them; a noncharacter of Unicode, such as U+FFFF, becomes U+FFFD.
    ///   - description: subject in the file's metadata.
    /// - Throws: `unusablePageSize` for less than half a point, `tooManyPixels` for more than Cairo can draw on, or the
    ///   canvas's first error.
    public func pdf(
        size: Size, title: String = "", description: String = "", keywords: String = "",
        creator: String = "boundaryplot", draw: (inout CairoCanvas) -> Void
    ) throws(RendererError) -> [UInt8] {
        _ = try PixelSize(of: size, dpi: 72)
        let file = PDFFile()
        let target = try DrawingTarget(file, size: size)
        // Later versions may have compressed information, in which `EmbeddedRecord` would not find the keywords.
        cairo_pdf_surface_restrict_to_version(target.surface, CAIRO_PDF_VERSION_1_4)
        let texts = [
            (CAIRO_PDF_METADATA_TITLE, title), (CAIRO_PDF_METADATA_SUBJECT, description),
            (CAIRO_PDF_METADATA_KEYWORDS, keywords), (CAIRO_PDF_METADATA_CREATOR, creator),
        ]
        for (key, text) in texts where !text.isEmpty {
            cairo_pdf_surface_set_metadata(target.surface, key, Self.acceptable(text))
        }
        // If the date is empty Cairo writes none; if it is not set, Cairo writes today's.
        cairo_pdf_surface_set_metadata(target.surface, CAIRO_PDF_METADATA_CREATE_DATE, "")
        var canvas = CairoCanvas(target: target)
        draw(&canvas)
        try target.finish()
        return file.bytes
    }

    /// Returns `text` with noncharacters replaced, such as U+FFFF: Cairo reports them as errors in UTF-8.
    private static func acceptable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.interchangeable != $0 }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map(\.interchangeable)))
    }
}
