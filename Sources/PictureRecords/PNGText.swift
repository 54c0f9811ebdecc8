import CPNGTexts

/// Text chunk of a PNG file (ISO/IEC 15948), in any of its three forms.
enum PNGText {
    /// Returns the first text with a keyword before the pixels; nil if there is none.
    ///
    /// No other text is unpacked, nor is what comes after it read.
    ///
    /// - Throws: `cutOff`, or `damaged` for any damage to a chunk up to there, which may hide such a text.
    static func first(in file: [UInt8], keyword: String) throws(PictureRecordError) -> String? {
        var found = cpng_found_text()
        defer { cpng_found_text_free(&found) }
        switch cpng_find_text(file, file.count, keyword, EmbeddedRecord.greatestLength, &found) {
        case cpng_text_found: break
        case cpng_text_none: return nil
        case cpng_text_cut_off: throw .cutOff(.png)
        default:
            let message = withUnsafeBytes(of: found.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            throw .damaged(.png, problem: message)
        }
        let bytes = UnsafeRawBufferPointer(start: found.text, count: found.length)
        // The characters of Latin-1 have the numbers of Unicode's; a record that this program writes is ASCII in it.
        guard found.is_utf8 != 0 || bytes.allSatisfy({ $0 < 0x80 }) else {
            return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .damaged(.png, problem: "its record is not UTF-8")
        }
        return text
    }
}
