/// A finished picture: `width × height` pixels in 8-bit sRGB, opaque unless it was drawn on a clear page.
public struct Bitmap {
    /// A pixel's colour, each component 0…255.
    public struct Pixel: Hashable, Sendable {
        /// The red component, 0…255.
        public var red: UInt8
        /// The green component, 0…255.
        public var green: UInt8
        /// The blue component, 0…255.
        public var blue: UInt8

        /// A colour from its components, 0…255.
        public init(red: UInt8, green: UInt8, blue: UInt8) {
            self.red = red
            self.green = green
            self.blue = blue
        }
    }

    let buffer: PixelBuffer

    /// The number of columns.
    public var width: Int { buffer.width }
    /// The number of rows.
    public var height: Int { buffer.height }

    /// The alpha of the pixel in a column and a row, from 0 for clear to 255 for opaque.
    ///
    /// - Precondition: it lies in the picture.
    public func alpha(_ column: Int, _ row: Int) -> UInt8 {
        precondition(0..<width ~= column && 0..<height ~= row, "a pixel outside of the picture")
        return buffer.hasAlpha ? UInt8(truncatingIfNeeded: buffer.words[row * width + column] >> 24) : 255
    }

    /// The pixel in a column and a row, both counted from 0 at the top left; over black where it is not opaque.
    ///
    /// - Precondition: it lies in the picture.
    public subscript(column: Int, row: Int) -> Pixel {
        precondition(0..<width ~= column && 0..<height ~= row, "a pixel outside of the picture")
        let word = buffer.words[row * width + column]
        return Pixel(
            red: UInt8(truncatingIfNeeded: word >> 16), green: UInt8(truncatingIfNeeded: word >> 8),
            blue: UInt8(truncatingIfNeeded: word))
    }
}

// SAFETY: a bitmap is made when its drawing is over and Cairo's surface over the buffer is finished; nothing writes to
// the buffer from then on, and its memory is freed once, with the last reference.
extension Bitmap: @unchecked Sendable {}
