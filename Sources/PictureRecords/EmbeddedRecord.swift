/// The record of how a picture was made, in the picture's file: a JSON object, as text.
///
/// It stands where programs that do not know it leave it alone:
///
/// | file | place |
/// |---|---|
/// | PNG | the first text chunk with the keyword `pngKeyword`, before the pixels |
/// | SVG | the text of the `metadata` element right under the root |
/// | PDF | `Keywords` of the document's information, as Cairo writes it |
/// | GIF | the first comment that begins as a JSON object |
public enum EmbeddedRecord {
    /// Keyword of the text in a PNG file that is the record.
    public static let pngKeyword = "boundaryplot"

    /// The longest record that is unpacked, in bytes. Reading it takes four times as much memory, which is the most that
    /// a record may need.
    static let greatestLength = 12 << 20

    /// Returns the record in the bytes of a PNG, SVG, PDF or GIF file; nil if the file is a whole one without a record.
    ///
    /// White space around the record is not part of it. Text in its place that does not begin as a JSON object does, such
    /// as keywords that somebody typed, is not a record; what follows the brace is for the caller to judge.
    ///
    /// - Parameter file: all of the file. Its content decides which kind of picture it is.
    /// - Throws: `PictureRecordError` if the file is something else, or damaged where the record is or before it.
    public static func find(in file: [UInt8]) throws(PictureRecordError) -> String? {
        let text =
            switch PictureKind(of: file) {
            case .png: try PNGText.first(in: file, keyword: pngKeyword)
            case .svg: try SVGReader.first(in: file, where: isRecord)
            case .pdf: try PDFKeywords.find(in: file)
            case .gif: try GIFComments.first(in: file, where: isRecord)
            case nil: throw file.starts(with: Array("<!DOCTYPE html>".utf8)) ? .page : .unknownFormat
            }
        guard let text, isRecord(text), let end = text.utf8.lastIndex(where: { !isSpace($0) }) else { return nil }
        return String(text.utf8.prefix(through: end).drop(while: isSpace))
    }

    private static func isRecord(_ text: String) -> Bool {
        text.utf8.first { !isSpace($0) } == UInt8(ascii: "{")
    }

    /// True if a byte is white space in JSON (RFC 8259, section 2).
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Returns the same JSON without the 66 noncharacters of Unicode (23.7 of its standard), such as U+FFFF.
    ///
    /// XML forbids some of them, Cairo all. In the strings of JSON they become escapes.
    ///
    /// - Parameter json: a JSON text, in which control characters are escaped, as JSON demands.
    public static func portable(_ json: String) -> String {
        escaping(json) { $0.value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= $0.value }
    }

    /// Returns the same JSON with some scalars, which stand only in its strings, as escapes.
    private static func escaping(_ json: String, where isEscaped: (Unicode.Scalar) -> Bool) -> String {
        var escaped = ""
        for scalar in json.unicodeScalars {
            if isEscaped(scalar) {
                // Four hexadecimal digits, or a pair of surrogates with four each.
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
