import CPNGWriter
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
}
