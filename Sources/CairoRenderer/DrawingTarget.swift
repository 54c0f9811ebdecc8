import CCairo
import Geometry
import Plotting

/// Cairo's surface and context over a pixel buffer or a PDF file, and the first error of drawing on it.
///
/// Cairo's own coordinates are pixels in a bitmap and points in a PDF.
final class DrawingTarget {
    let context: OpaquePointer
    let pixelsPerPoint: Double
    let text = Typesetter()

    /// Pixels of a bitmap while it is drawn; nil for a PDF.
    private(set) var buffer: PixelBuffer?
    let surface: OpaquePointer

    /// File that Cairo writes the PDF to while the surface lives.
    private let file: PDFFile?
    private var pdfFonts: [Font.Weight: PDFFont] = [:]
    private var stampMasks: [Path: StampMasks] = [:]
    private(set) var error: RendererError?

    convenience init(_ buffer: PixelBuffer, pixelsPerPoint: Double) throws(RendererError) {
        let surface = buffer.words.withMemoryRebound(to: UInt8.self) { bytes in
            cairo_image_surface_create_for_data(
                bytes.baseAddress, buffer.hasAlpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, Int32(buffer.width),
                Int32(buffer.height),
                Int32(buffer.width * MemoryLayout<UInt32>.stride))
        }
        try self.init(surface, buffer: buffer, file: nil, pixelsPerPoint: pixelsPerPoint)
        cairo_set_antialias(context, CAIRO_ANTIALIAS_GOOD)
    }

    /// Creates a PDF of one page of `size` points.
    convenience init(_ file: PDFFile, size: Size) throws(RendererError) {
        try self.init(file.surface(of: size), buffer: nil, file: file, pixelsPerPoint: 1)
    }

    private init(
        _ surface: OpaquePointer?, buffer: PixelBuffer?, file: PDFFile?, pixelsPerPoint: Double
    ) throws(RendererError) {
        // Never nil: without memory Cairo returns a static object with an error.
        guard let surface, let context = cairo_create(surface) else {
            throw .drawingFailed(operation: "prepare the picture", message: "out of memory")
        }
        self.surface = surface
        self.context = context
        self.buffer = buffer
        self.file = file
        self.pixelsPerPoint = pixelsPerPoint
        check("prepare the picture")
        if let error { throw error }
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Keeps `error` if it is the first.
    func fail(_ error: RendererError) {
        if self.error == nil { self.error = error }
    }

    /// Keeps Cairo's error, if any.
    ///
    /// - Parameter operation: a phrase that follows "could not".
    func check(_ operation: String) {
        let status = cairo_status(context)
        if status != CAIRO_STATUS_SUCCESS { fail(operation, status) }
    }

    /// Ends the drawing; nothing that still holds this target can change the pixels any more.
    ///
    /// - Throws: the first error of the drawing.
    func finish() throws(RendererError) {
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        if status != CAIRO_STATUS_SUCCESS { fail("finish the picture", status) }
        buffer = nil
        if let error { throw error }
    }

    /// Returns the face for text in a PDF, created at its first use.
    func pdfFont(_ weight: Font.Weight) throws(RendererError) -> PDFFont {
        if let font = pdfFonts[weight] { return font }
        let font = try PDFFont(FontFace(path: FontFile.path(weight)))
        pdfFonts[weight] = font
        return font
    }

    /// Returns the masks of a stamp's layer, kept for all markers of the picture.
    func masks(for path: Path) -> StampMasks {
        if let masks = stampMasks[path] { return masks }
        let masks = StampMasks(path, on: self)
        stampMasks[path] = masks
        return masks
    }

    private func fail(_ operation: String, _ status: cairo_status_t) {
        if status == CAIRO_STATUS_NO_MEMORY, let buffer {
            fail(.outOfMemory(width: buffer.width, height: buffer.height))
        } else {
            fail(.drawingFailed(operation: operation, message: String(cString: cairo_status_to_string(status))))
        }
    }
}
