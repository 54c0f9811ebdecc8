public import Geometry

/// How many pixels a page takes at a resolution, and what memory drawing it needs: known before anything is drawn.
public struct PixelSize: Hashable, Sendable {
    /// The most pixels that a Cairo image may have on a side.
    public static let greatestSide = 32_767

    /// Pixels from left to right; 1 or more.
    public let width: Int
    /// Pixels from top to bottom; 1 or more.
    public let height: Int

    /// The bytes that drawing and encoding take at most, for pictures as figures are: 4 a pixel for the drawing
    /// and as many again for what the encoder holds.
    public var memory: Int { 8 * width * height }

    /// The pixels of a page of `size` points (1/72 inch) at `dpi` pixels per inch, each side rounded to the nearest.
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
