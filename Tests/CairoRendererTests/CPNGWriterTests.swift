import CPNGWriter
import PNGReader
import Testing

@Suite struct CPNGWriterTests {
    @Test("an error of libpng is a status with a message, and leaves no bytes")
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
            return [UInt8](repeating: 0, count: 4).withUnsafeBufferPointer { indices in
                picture.indices = indices.baseAddress
                return cpng_encode(&picture, &encoded)
            }
        }
        #expect(status == cpng_status_failure)
        #expect(encoded.bytes == nil)
    }

    @Test("pixels survive in pictures of every width and height", arguments: sizes)
    func pixels(size: (width: Int, height: Int)) throws {
        // Noise cannot be compressed. Clear pixels have no colour, and opaque ones keep theirs.
        var generator = LinearCongruentialGenerator()
        let words = (0..<size.width * size.height).map { _ in
            let word = generator.next()
            return word % 5 == 0 ? 0 : word | 0xff00_0000
        }
        let colors = words.flatMap { word in [16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
        for hasAlpha in [false, true] {
            let file = try encode(words, width: size.width, height: size.height, hasAlpha: hasAlpha, threads: 1)
            let decoded = try DecodedPNG(file)
            #expect(decoded.pixels == colors)
            #expect(decoded.alphas == words.map { hasAlpha ? UInt8($0 >> 24) : 255 })
            #expect(try encode(words, width: size.width, height: size.height, hasAlpha: hasAlpha, threads: 4) == file)
        }
    }

    @Test(
        "a picture has a strip for every whole 360 rows, at least 1 and at most 8",
        arguments: [(1, 1), (360, 1), (719, 1), (720, 2), (1079, 2), (1080, 3), (2880, 8), (9999, 8)])
    func strips(height: Int, count: Int) throws {
        let file = try encode([UInt32](repeating: 0, count: height), width: 1, height: height, threads: 1)
        #expect(try DecodedPNG(file).chunks.filter { $0 == "IDAT" }.count == count)
    }
}

/// Every width with two rows, and every height with three columns.
private let sizes = [1, 2, 359, 360, 361, 1000, 3000].flatMap { [(width: $0, height: 2), (width: 3, height: $0)] }

private func encode(
    _ words: [UInt32], width: Int, height: Int, hasAlpha: Bool = false, threads: Int
) throws -> [UInt8] {
    var encoded = cpng_encoded()
    defer { cpng_encoded_free(&encoded) }
    let status = words.withUnsafeBufferPointer { words in
        var picture = cpng_picture()
        picture.width = UInt32(width)
        picture.height = UInt32(height)
        picture.pixels = words.baseAddress
        picture.has_alpha = hasAlpha ? 1 : 0
        picture.threads = threads
        picture.perform = { count, work, job in
            // Strips may finish in any order, such as the last one first.
            for worker in (0..<count).reversed() { work?(job, worker) }
        }
        return cpng_encode(&picture, &encoded)
    }
    try #require(status == cpng_status_success)
    return [UInt8](UnsafeBufferPointer(start: encoded.bytes, count: encoded.count))
}

/// Reproducible noise.
private struct LinearCongruentialGenerator {
    private var state: UInt64 = 1

    mutating func next() -> UInt32 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt32(truncatingIfNeeded: state >> 33)
    }
}
