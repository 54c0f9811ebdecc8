/// What a picture file says for programs of how it was made: a JSON object, as text.
///
/// It stands where programs that know nothing of it keep it, or let it go unharmed:
///
/// | file | place |
/// |---|---|
/// | PNG | a text chunk with the keyword `pngKeyword` |
/// | SVG | the text of the `metadata` element right under the root |
/// | PDF | `Keywords` of the document's information |
public enum EmbeddedRecord {
    /// The keyword of the text in a PNG file that is the record.
    public static let pngKeyword = "boundaryplot"

    /// The longest record that is unpacked, in bytes: far more than any that is written.
    static let greatestLength = 64 << 20

    /// The record in the bytes of a PNG, SVG or PDF file; nil where the file is a whole one without a record.
    ///
    /// White space around the record is no part of it. Text in its place that does not begin as a JSON object does, such
    /// as keywords that somebody typed, is no record; what follows the brace is for the caller to judge.
    ///
    /// - Parameter file: all of the file. What kind of picture it is, its content says.
    /// - Throws: `PictureMetadataError`: the file is something else, or damaged where the record is or before it.
    public static func find(in file: [UInt8]) throws(PictureMetadataError) -> String? {
        let text =
            switch PictureKind(of: file) {
            case .png: try PNGTexts.first(in: file, keyword: pngKeyword, where: isRecord)
            case .svg: try SVGMetadata.first(in: file, where: isRecord)
            case .pdf: try PDFDocument(file).keywords()
            case nil: throw .unknownFormat
            }
        guard let text, isRecord(text) else { return nil }
        return trimmed(text)
    }

    private static func isRecord(_ text: String) -> Bool {
        text.utf8.first { !isSpace($0) } == UInt8(ascii: "{")
    }

    /// The same JSON without the characters that one of the three kinds of file cannot hold.
    ///
    /// These are the 66 that Unicode has for no character, such as U+FFFF: XML forbids some of them, Cairo all. They may
    /// stand in the strings of JSON, where they become escapes.
    ///
    /// - Parameter json: a JSON text. Its control characters are escaped already, since JSON demands that.
    public static func portable(_ json: String) -> String {
        guard json.unicodeScalars.contains(where: isNoncharacter) else { return json }
        var portable = ""
        for scalar in json.unicodeScalars {
            if isNoncharacter(scalar) {
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                    portable += "\\u" + String(unit, radix: 16)
                }
            } else {
                portable.unicodeScalars.append(scalar)
            }
        }
        return portable
    }

    /// The Unicode Standard, 23.7. Each is at least U+FDD0, and so takes four hexadecimal digits or a pair of surrogates.
    private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= scalar.value
    }

    /// Without white space at both ends.
    private static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isSpace($0) }.map(bytes.index(after:)) ?? start
        return String(text[start..<end])
    }

    /// White space in JSON (RFC 8259, section 2).
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
