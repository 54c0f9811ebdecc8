/// The text of a PDF's string (ISO 32000-2, 7.9.2.2).
enum PDFTextString {
    /// The text in UTF-16 or UTF-8 where the bytes begin with such a mark, else in PDFDocEncoding.
    ///
    /// - Returns: nil where it is not valid.
    static func text(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFE, 0xFF]) {
            guard bytes.count.isMultiple(of: 2) else { return nil }
            let units = stride(from: 2, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
            return String(validating: units, as: UTF16.self)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(validating: bytes.dropFirst(3), as: UTF8.self) }
        // Most often all is ASCII.
        if bytes.allSatisfy({ 0x20..<0x7F ~= $0 || 0x09...0x0D ~= $0 }) {
            return String(decoding: bytes, as: UTF8.self)
        }
        return String(String.UnicodeScalarView(bytes.map { special[$0] ?? Unicode.Scalar($0) }))
    }

    /// The bytes that PDFDocEncoding (Annex D.2) does not share with Latin-1; those that it leaves undefined are U+FFFD.
    private static let special: [UInt8: Unicode.Scalar] = [
        0x18: "\u{02D8}", 0x19: "\u{02C7}", 0x1A: "\u{02C6}", 0x1B: "\u{02D9}", 0x1C: "\u{02DD}", 0x1D: "\u{02DB}",
        0x1E: "\u{02DA}", 0x1F: "\u{02DC}", 0x7F: "\u{FFFD}", 0x80: "\u{2022}", 0x81: "\u{2020}", 0x82: "\u{2021}",
        0x83: "\u{2026}", 0x84: "\u{2014}", 0x85: "\u{2013}", 0x86: "\u{0192}", 0x87: "\u{2044}", 0x88: "\u{2039}",
        0x89: "\u{203A}", 0x8A: "\u{2212}", 0x8B: "\u{2030}", 0x8C: "\u{201E}", 0x8D: "\u{201C}", 0x8E: "\u{201D}",
        0x8F: "\u{2018}", 0x90: "\u{2019}", 0x91: "\u{201A}", 0x92: "\u{2122}", 0x93: "\u{FB01}", 0x94: "\u{FB02}",
        0x95: "\u{0141}", 0x96: "\u{0152}", 0x97: "\u{0160}", 0x98: "\u{0178}", 0x99: "\u{017D}", 0x9A: "\u{0131}",
        0x9B: "\u{0142}", 0x9C: "\u{0153}", 0x9D: "\u{0161}", 0x9E: "\u{017E}", 0x9F: "\u{FFFD}", 0xA0: "\u{20AC}",
        0xAD: "\u{FFFD}",
    ]
}
