import Testing

@testable import Files

@Suite("Bytes of paths")
struct PathBytesTests {
    @Test(
        "are kept in texts",
        arguments: [
            [], Array("plain.png".utf8), Array("é/月/🌙".utf8), [0xFF], [0x61, 0xE2, 0x82, 0x2E], [0xC0, 0xAF],
            [0xED, 0xA0, 0x80], [0xF4, 0x8F, 0xBA, 0x80], [0xF4, 0x8F, 0xBB, 0xBF, 0xC3, 0xA9],
            [0xF5, 0x80, 0x80, 0x80],
            Array(UInt8(1)...255),
        ] as [[UInt8]])
    func roundTrip(bytes: [UInt8]) {
        let text = PathBytes.text(bytes)
        #expect(text.pathBytes == bytes)
        #expect(text.systemPath == bytes.map(CChar.init(bitPattern:)) + [0])
        #expect(Array(text.utf8) == bytes || text.withoutControlCharacters.contains("\u{fffd}"))
    }

    @Test("that are UTF-8 are their own text")
    func valid() {
        #expect(PathBytes.text(Array("é\u{10FE7F}\u{10FF00}".utf8)) == "é\u{10FE7F}\u{10FF00}")
        #expect(PathBytes.text([0x61, 0xFF, 0xC3, 0xA9]).unicodeScalars.map(\.value) == [0x61, 0x10FEFF, 0xE9])
    }
}
