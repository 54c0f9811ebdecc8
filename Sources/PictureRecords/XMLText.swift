/// Text as XML holds it, and as it was meant.
enum XMLText {
    /// The text in `range` of a file with its references resolved, in UTF-8.
    ///
    /// - Throws: `malformed` for a reference to anything but a character or one of the five entities that XML declares.
    static func unescaped(_ file: [UInt8], _ range: Range<Int>) throws(PictureMetadataError) -> [UInt8] {
        var text: [UInt8] = []
        var rest = file[range]
        while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
            text += withLineFeeds(rest[..<start])
            // The longest one, with zeros before its number, is of no known length; a sane one is shorter than this.
            guard let end = rest[start...].prefix(32).firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(of: rest[(start + 1)..<end])
            else { throw .malformed(.svg, problem: "there is an unknown reference", offset: start) }
            text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            rest = rest[(end + 1)...]
        }
        return text + withLineFeeds(rest)
    }

    /// Every line end as a single line feed (XML 1.0, 2.11).
    static func withLineFeeds(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(0x0D) else { return Array(text) }
        var unified: [UInt8] = []
        var last: UInt8 = 0
        for byte in text {
            if byte != 0x0A || last != 0x0D { unified.append(byte == 0x0D ? 0x0A : byte) }
            last = byte
        }
        return unified
    }

    /// What `&name;` or `&#number;` stands for; nil where XML does not know it.
    private static func scalar(of reference: ArraySlice<UInt8>) -> Unicode.Scalar? {
        switch String(decoding: reference, as: UTF8.self) {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case let name:
            guard name.hasPrefix("#") else { return nil }
            let isHexadecimal = name.hasPrefix("#x")
            let digits = name.dropFirst(isHexadecimal ? 2 : 1)
            // A sign would be let pass.
            guard digits.first?.isHexDigit == true else { return nil }
            return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
        }
    }
}
