import CPNG

/// A decoded PNG file, for tests: pixels as 8-bit RGB, header, and other chunks.
public struct DecodedPNG {
    public enum ColorType: UInt8, Sendable {
        case gray = 0
        case rgb = 2
        case palette = 3
        case grayAlpha = 4
        case rgbAlpha = 6
    }

    public let width: Int
    public let height: Int
    /// Bits per component, or per palette index.
    public let bitDepth: Int
    public let colorType: ColorType
    /// Row-major, top row first, three bytes each: red, green, blue.
    public let pixels: [UInt8]
    /// Row-major, top row first: from 0 for clear to 255 for opaque.
    public let alphas: [UInt8]
    /// The resolution of `pHYs` if it is in metres.
    public let pixelsPerMetre: (x: Int, y: Int)?
    /// The texts of `tEXt` and uncompressed `iTXt`, in the order of the file.
    public let texts: [(chunk: String, keyword: String, value: String)]
    /// The types of all chunks, in the order of the file.
    public let chunks: [String]

    /// Red, green and blue at a column and a row, both counted from 0 at the top left.
    public subscript(column: Int, row: Int) -> [UInt8] {
        let start = 3 * (row * width + column)
        return Array(pixels[start..<start + 3])
    }
}

/// Reason that a file is not a readable PNG.
public struct PNGReadingError: Error, CustomStringConvertible {
    public let description: String
}

extension DecodedPNG {
    /// Decodes `file`, and checks the checksums of all its chunks.
    ///
    /// - Throws: `PNGReadingError` if the file is not a complete and correct PNG.
    public init(_ file: [UInt8]) throws {
        let chunks = try Chunk.all(in: file)
        guard let header = chunks.first, header.type == "IHDR", header.data.count == 13,
            let colorType = ColorType(rawValue: header.byte(9)), chunks.last?.type == "IEND"
        else { throw PNGReadingError(description: "no header, or no end") }
        width = header.number(at: 0)
        height = header.number(at: 4)
        bitDepth = Int(header.byte(8))
        self.colorType = colorType
        let pixels = try Self.decodePixels(file, width: width, height: height)
        self.pixels = pixels.indices.filter { $0 % 4 != 3 }.map { pixels[$0] }
        alphas = stride(from: 3, to: pixels.count, by: 4).map { pixels[$0] }
        self.chunks = chunks.map(\.type)
        pixelsPerMetre = chunks.first { $0.type == "pHYs" && $0.data.count == 9 && $0.byte(8) == 1 }
            .map { ($0.number(at: 0), $0.number(at: 4)) }
        texts = chunks.compactMap(\.text)
    }

    /// Returns RGBA by the simplified interface of libpng, which hides longjmp.
    private static func decodePixels(_ file: [UInt8], width: Int, height: Int) throws -> [UInt8] {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        guard png_image_begin_read_from_memory(&image, file, file.count) != 0 else { throw Self.error(image) }
        guard image.width == width, image.height == height, width * height <= 1 << 28 else {
            throw PNGReadingError(description: "an unlikely size")
        }
        image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
        var pixels = [UInt8](repeating: 0, count: 4 * width * height)
        guard png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else { throw Self.error(image) }
        // libpng completes damaged files with a warning only.
        guard image.warning_or_error == 0 else { throw Self.error(image) }
        return pixels
    }

    private static func error(_ image: png_image) -> PNGReadingError {
        withUnsafeBytes(of: image.message) { bytes in
            PNGReadingError(description: String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
        }
    }
}
