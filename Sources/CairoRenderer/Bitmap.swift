/// A finished picture: `width × height` pixels in 8-bit sRGB, opaque unless it was drawn on a clear page.
public struct Bitmap {
    /// Colour of a pixel, each component 0…255.
    public struct Pixel: Hashable, Sendable {
        /// Red component, 0…255.
        public var red: UInt8
        /// Green component, 0…255.
        public var green: UInt8
        /// Blue component, 0…255.
        public var blue: UInt8

        /// Creates a colour from its components, 0…255.
        public init(red: UInt8, green: UInt8, blue: UInt8) {
            self.red = red
            self.green = green
            self.blue = blue
        }
    }

    let buffer: PixelBuffer

    /// Number of columns.
    public var width: Int { buffer.width }
    /// Number of rows.
    public var height: Int { buffer.height }

    /// Returns the alpha of the pixel in a column and a row, from 0 for clear to 255 for opaque.
    ///
    /// - Precondition: the pixel lies in the picture.
    public func alpha(_ column: Int, _ row: Int) -> UInt8 {
        precondition(0..<width ~= column && 0..<height ~= row, "the pixel must lie in the picture")
        return buffer.hasAlpha ? UInt8(truncatingIfNeeded: buffer.words[row * width + column] >> 24) : 255
    }

    /// The pixel in a column and a row, both counted from 0 at the top left; over black if it is not opaque.
    ///
    /// - Precondition: the pixel lies in the picture.
    public subscript(column: Int, row: Int) -> Pixel {
        precondition(0..<width ~= column && 0..<height ~= row, "the pixel must lie in the picture")
        let word = buffer.words[row * width + column]
        return Pixel(
            red: UInt8(truncatingIfNeeded: word >> 16), green: UInt8(truncatingIfNeeded: word >> 8),
            blue: UInt8(truncatingIfNeeded: word))
    }
}

// SAFETY: a bitmap is created after its drawing, when Cairo's surface over the buffer is finished. Nothing writes to
// the buffer from then on, and its memory is freed once, with the last reference.
extension Bitmap: @unchecked Sendable {}
