public import Geometry

/// Number of pixels of a page at a resolution, and the memory that drawing it needs, known before anything is drawn.
public struct PixelSize: Hashable, Sendable {
    /// Greatest number of pixels on a side of a Cairo image.
    public static let greatestSide = 32_767

    /// Pixels from left to right; 1 or more.
    public let width: Int
    /// Pixels from top to bottom; 1 or more.
    public let height: Int

    /// Greatest number of bytes that drawing and encoding a typical figure take: 4 a pixel for the drawing and as many
    /// for the encoder.
    public var memory: Int { 8 * width * height }

    /// Computes the pixels of a page of `size` points (1/72 inch) at `dpi` pixels per inch, each side rounded to the
    /// nearest.
    ///
    /// - Throws: `unusableResolution`, `unusablePageSize` or `tooManyPixels`.
    public init(of size: Size, dpi: Double) throws(RendererError) {
        guard dpi.isFinite, dpi > 0 else { throw .unusableResolution(dpi: dpi) }
        let width = (size.width * dpi / 72).rounded()
        let height = (size.height * dpi / 72).rounded()
        // Written so that a NaN fails.
        guard width >= 1, height >= 1, width.isFinite, height.isFinite else {
            throw .unusablePageSize(size, dpi: dpi)
        }
        guard width <= Double(Self.greatestSide), height <= Double(Self.greatestSide) else {
            throw .tooManyPixels(width: width, height: height)
        }
        self.width = Int(width)
        self.height = Int(height)
    }
}
