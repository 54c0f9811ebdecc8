import CCairo

/// Cairo's surface and context over a pixel buffer, and the first error of drawing on it.
///
/// Cairo's own coordinates are pixels.
final class DrawingTarget {
    let context: OpaquePointer
    let pixelsPerPoint: Double
    let text = TextLayout()

    private let surface: OpaquePointer
    private let buffer: PixelBuffer
    private(set) var error: RendererError?

    init(_ buffer: PixelBuffer, pixelsPerPoint: Double) throws(RendererError) {
        self.buffer = buffer
        self.pixelsPerPoint = pixelsPerPoint
        surface = buffer.words.withMemoryRebound(to: UInt8.self) { bytes in
            cairo_image_surface_create_for_data(
                bytes.baseAddress, buffer.hasAlpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, Int32(buffer.width),
                Int32(buffer.height),
                Int32(buffer.width * MemoryLayout<UInt32>.stride))
        }
        // Never nil: where Cairo has no memory it returns a static object that is in error.
        context = cairo_create(surface)
        check("prepare the picture")
        if let error { throw error }
        cairo_set_antialias(context, CAIRO_ANTIALIAS_GOOD)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Keeps the first of all errors.
    func fail(_ error: RendererError) {
        if self.error == nil { self.error = error }
    }

    /// Keeps Cairo's error, if it is in one, as that of `operation`, a phrase that follows "could not".
    func check(_ operation: String) {
        let status = cairo_status(context)
        if status != CAIRO_STATUS_SUCCESS { fail(operation, status) }
    }

    /// Ends the drawing: nothing that still holds this target can change the pixels any more.
    ///
    /// - Throws: the first error of the drawing.
    func finish() throws(RendererError) {
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        if status != CAIRO_STATUS_SUCCESS { fail("finish the picture", status) }
        if let error { throw error }
    }

    private func fail(_ operation: String, _ status: cairo_status_t) {
        if status == CAIRO_STATUS_NO_MEMORY {
            fail(.outOfMemory(width: buffer.width, height: buffer.height))
        } else {
            fail(.drawingFailed(operation: operation, message: String(cString: cairo_status_to_string(status))))
        }
    }
}
