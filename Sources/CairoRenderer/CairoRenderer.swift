public import Geometry

/// Draws pictures with Cairo, in pixels, as PNG or as PDF files.
///
/// One renderer may draw on several threads at once; each drawing has its own canvas. The same drawing calls give the
/// same pixels, and the same bytes, whatever the user's font settings; but text that DejaVu Sans alone cannot set depends
/// on them and on the fonts that are installed (see `FontMetrics`).
public struct CairoRenderer: Sendable {
    /// Pixels per inch; a PDF has none.
    public var dpi: Double

    /// - Parameter dpi: pixels per inch; what cannot be drawn is an error of the drawing.
    public init(dpi: Double = 150) {
        self.dpi = dpi
    }

    /// The pixels that a page of `size` points (1/72 inch) takes, and the memory that drawing it needs.
    ///
    /// - Throws: `unusableResolution`, `unusablePageSize` or `tooManyPixels`.
    public func pixelSize(of size: Size) throws(RendererError) -> PixelSize {
        try PixelSize(of: size, dpi: dpi)
    }

    /// The picture that `draw` leaves on a white page, or on a clear one.
    ///
    /// - Parameters:
    ///   - size: the page's size in points (1/72 inch); its pixels are rounded to whole ones.
    ///   - isTransparent: whether the page is clear, and the picture so where nothing is drawn.
    ///   - draw: draws on the canvas, whose coordinates are points, y down from the page's top left.
    /// - Throws: the errors of `pixelSize(of:)`, `outOfMemory`, or the canvas's first error.
    public func bitmap(
        size: Size, isTransparent: Bool = false, draw: (inout CairoCanvas) -> Void
    ) throws(RendererError) -> Bitmap {
        let buffer = try PixelBuffer(pixelSize(of: size), hasAlpha: isTransparent)
        let target = try DrawingTarget(buffer, pixelsPerPoint: dpi / 72)
        var canvas = CairoCanvas(target: target)
        draw(&canvas)
        try target.finish()
        return Bitmap(buffer: buffer)
    }

    /// The picture that `draw` leaves on a white page, or on a clear one, as a PNG file that states the resolution and
    /// carries `texts`.
    ///
    /// - Throws: the errors of `bitmap(size:isTransparent:draw:)` and of `Bitmap.png(dpi:texts:)`.
    public func png(
        size: Size, isTransparent: Bool = false, texts: [PNGText] = [], draw: (inout CairoCanvas) -> Void
    ) throws(RendererError) -> [UInt8] {
        try bitmap(size: size, isTransparent: isTransparent, draw: draw).png(dpi: dpi, texts: texts)
    }
}
