/// Rounds lengths to whole numbers of pixels, so that rectangles of one size have equally many.
struct PixelGrid {
    /// Side of a pixel in points; 0 leaves lengths unchanged.
    let pixelSize: Double

    /// Rounding error, in pixels, that neither adds nor removes a pixel.
    private static let tolerance = 1e-6

    func roundedUp(_ length: Double) -> Double {
        pixelSize > 0 ? (length / pixelSize - PixelGrid.tolerance).rounded(.up) * pixelSize : length
    }

    func roundedDown(_ length: Double) -> Double {
        pixelSize > 0 ? (length / pixelSize + PixelGrid.tolerance).rounded(.down) * pixelSize : length
    }

    /// Returns the first place from `position` on for the edge of a rectangle: a quarter of a pixel behind the border
    /// of two pixels, so that a canvas that rounds to borders or middles never meets a tie.
    func edge(from position: Double) -> Double {
        pixelSize > 0 ? roundedUp(position - pixelSize / 4) + pixelSize / 4 : position
    }
}
