import CPNGWriter
import PNGReader
import Testing

@Suite struct CPNGWriterTests {
    @Test("what libpng refuses is a status with its message, and leaves no bytes")
    func refused() {
        var picture = cpng_picture()
        var encoded = cpng_encoded()
        #expect(cpng_encode(&picture, &encoded) == cpng_status_failure)
        #expect(encoded.bytes == nil && encoded.count == 0)
        let message = withUnsafeBytes(of: encoded.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        #expect(message.contains("IHDR"))
    }

    @Test("a palette of more than 256 colours is refused")
    func largePalette() {
        var encoded = cpng_encoded()
        let palette = [UInt32](repeating: 0, count: 257)
        let status = palette.withUnsafeBufferPointer { palette in
            var picture = cpng_picture()
            picture.width = 2
            picture.height = 2
            picture.palette = palette.baseAddress
            picture.palette_count = 257
            return cpng_encode(&picture, &encoded)
        }
        #expect(status == cpng_status_failure)
        #expect(encoded.bytes == nil)
    }

    @Test("pixels survive wherever the compressed rows end within a chunk")
    func chunks() throws {
        // Noise cannot be compressed: a row takes about 2,100 bytes, and 31 rows a chunk.
        let width = 700
        var generator = LinearCongruentialGenerator()
        let noise = (0..<width * 70).map { _ in generator.next() }
        let bytes = noise.flatMap { word in [16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
        for height in 1...70 {
            var encoded = cpng_encoded()
            defer { cpng_encoded_free(&encoded) }
            let status = noise.withUnsafeBufferPointer { pixels in
                var picture = cpng_picture()
                picture.width = UInt32(width)
                picture.height = UInt32(height)
                picture.pixels = pixels.baseAddress
                return cpng_encode(&picture, &encoded)
            }
            #expect(status == cpng_status_success)
            let decoded = try DecodedPNG([UInt8](UnsafeBufferPointer(start: encoded.bytes, count: encoded.count)))
            #expect(decoded.pixels == Array(bytes.prefix(3 * width * height)))
        }
    }
}

/// The same noise every time.
private struct LinearCongruentialGenerator {
    private var state: UInt64 = 1

    mutating func next() -> UInt32 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt32(truncatingIfNeeded: state >> 33)
    }
}
