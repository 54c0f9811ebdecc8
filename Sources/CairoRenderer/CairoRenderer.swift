public import Geometry

/// Draws pictures with Cairo, as bitmaps, PNG or PDF files.
///
/// A renderer may draw on several threads at once; each drawing has its own canvas. The same drawing calls give the
/// same pixels and bytes, whatever the user's font settings. Only text that DejaVu Sans alone cannot set depends on
/// them and on the installed fonts (see `FontMetrics`).
public struct CairoRenderer: Sendable {
    /// Pixels per inch; ignored for PDF.
    public var dpi: Double

    /// - Parameter dpi: pixels per inch; drawing throws if it cannot be used.
    public init(dpi: Double = 150) {
        self.dpi = dpi
    }

    /// Returns the number of pixels of a page of `size` points (1/72 inch), and the memory that drawing it needs.
    ///
    /// - Throws: `unusableResolution`, `unusablePageSize` or `tooManyPixels`.
    public func pixelSize(of size: Size) throws(RendererError) -> PixelSize {
        try PixelSize(of: size, dpi: dpi)
    }

    /// Returns the picture that `draw` draws on a white page, or on a clear one.
    ///
    /// - Parameters:
    ///   - size: page size in points (1/72 inch); its pixels are rounded to whole ones.
    ///   - isTransparent: whether the page is clear, and so the picture except for the drawing.
    ///   - draw: draws on the canvas, in points, y down from the page's top left.
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

    /// Returns the picture that `draw` draws on a white page, or on a clear one, as a PNG file with its resolution and
    /// `texts`.
    ///
    /// - Throws: the errors of `bitmap(size:isTransparent:draw:)` and of `Bitmap.png(dpi:texts:threads:)`.
    public func png(
        size: Size, isTransparent: Bool = false, texts: [PNGText] = [], draw: (inout CairoCanvas) -> Void
    ) throws(RendererError) -> [UInt8] {
        try bitmap(size: size, isTransparent: isTransparent, draw: draw).png(dpi: dpi, texts: texts)
    }
}
