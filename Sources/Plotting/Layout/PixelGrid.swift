/// Lengths that are whole numbers of pixels, so that rectangles of one size have equally many of them.
struct PixelGrid {
    /// The side of a pixel in points; 0 where any length will do.
    let pixelSize: Double

    /// Rounding errors of this many pixels are no reason to add or take away one.
    private static let tolerance = 1e-6

    func roundedUp(_ length: Double) -> Double {
        pixelSize > 0 ? (length / pixelSize - PixelGrid.tolerance).rounded(.up) * pixelSize : length
    }

    func roundedDown(_ length: Double) -> Double {
        pixelSize > 0 ? (length / pixelSize + PixelGrid.tolerance).rounded(.down) * pixelSize : length
    }

    /// The first place from `position` on for the edge of a rectangle: a quarter of a pixel behind the border of two,
    /// where a canvas that rounds to borders or to middles never has to settle a tie.
    func edge(from position: Double) -> Double {
        pixelSize > 0 ? roundedUp(position - pixelSize / 4) + pixelSize / 4 : position
    }
}
