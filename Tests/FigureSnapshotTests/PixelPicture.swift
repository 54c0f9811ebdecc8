import CPNGWriter
import CairoRenderer
import PNGReader
import Testing

/// The pixels of a picture.
struct PixelPicture {
    let width: Int
    let height: Int
    /// Row-major, top row first, `0x__RRGGBB`.
    var pixels: [UInt32]

    init(width: Int, height: Int, pixels: [UInt32]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    init(_ bitmap: Bitmap) {
        var pixels: [UInt32] = []
        pixels.reserveCapacity(bitmap.width * bitmap.height)
        for row in 0..<bitmap.height {
            for column in 0..<bitmap.width {
                let pixel = bitmap[column, row]
                pixels.append(UInt32(pixel.red) << 16 | UInt32(pixel.green) << 8 | UInt32(pixel.blue))
            }
        }
        self.init(width: bitmap.width, height: bitmap.height, pixels: pixels)
    }

    init(_ file: DecodedPNG) {
        let bytes = file.pixels
        self.init(
            width: file.width, height: file.height,
            pixels: stride(from: 0, to: bytes.count, by: 3).map {
                UInt32(bytes[$0]) << 16 | UInt32(bytes[$0 + 1]) << 8 | UInt32(bytes[$0 + 2])
            })
    }

    /// The pixel at a column and a row; grey outside of the picture.
    subscript(column: Int, row: Int) -> UInt32 {
        column < width && row < height ? pixels[row * width + column] : 0x80_8080
    }

    /// The picture as a PNG file.
    func png() throws -> [UInt8] {
        var encoded = cpng_encoded()
        defer { cpng_encoded_free(&encoded) }
        let status = pixels.withUnsafeBufferPointer { pixels in
            var picture = cpng_picture()
            picture.width = UInt32(width)
            picture.height = UInt32(height)
            picture.pixels = pixels.baseAddress
            return cpng_encode(&picture, &encoded)
        }
        try #require(status == cpng_status_success, "libpng cannot encode the picture")
        return [UInt8](UnsafeBufferPointer(start: encoded.bytes, count: encoded.count))
    }
}
