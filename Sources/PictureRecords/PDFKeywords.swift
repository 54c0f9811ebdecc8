import Glibc

/// Keywords of a PDF file that Cairo has written, in one of the two forms that it uses.
///
/// Cairo puts them on a line of their own in the document's information, which a PDF of version 1.4 has uncompressed. So
/// a search of the bytes finds them, and none of the file's structure has to be read. Other programs may write keywords
/// in ways that this does not find.
enum PDFKeywords {
    private static let key = Array("\n   /Keywords ".utf8)

    /// Returns the keywords; nil if the file has none.
    ///
    /// - Throws: `cutOff` or `damaged`.
    static func find(in file: [UInt8]) throws(PictureRecordError) -> String? {
        guard let start = endOfKey(in: file) else {
            // PDF readers look for the end of the file in as many bytes.
            let end = String(decoding: file.suffix(1024), as: UTF8.self)
            guard end.contains("%%EOF") else { throw .cutOff(.pdf) }
            return nil
        }
        let value = file[start...]
        let isHexadecimal = value.first == UInt8(ascii: "<")
        guard let end = value.firstIndex(of: UInt8(ascii: isHexadecimal ? ">" : ")")) else { throw .cutOff(.pdf) }
        let content = value[..<end].dropFirst()
        // Cairo writes text that needs escapes as UTF-16.
        let text = isHexadecimal ? utf16Text(content) : String(validating: content, as: UTF8.self)
        guard let text else { throw .damaged(.pdf, problem: "its keywords are not valid text") }
        return text
    }

    /// Returns the offset of what follows the key; nil if there is no key.
    private static func endOfKey(in file: [UInt8]) -> Int? {
        file.withUnsafeBytes { file in
            var offset = 0
            while let start = file.baseAddress, let found = memchr(start + offset, CInt(key[0]), file.count - offset) {
                offset = UnsafeRawPointer(found) - start
                if file.count - offset >= key.count, memcmp(found, key, key.count) == 0 { return offset + key.count }
                offset += 1
            }
            return nil
        }
    }

    /// Returns the text of hexadecimal digits, four to each unit of UTF-16, after a byte order mark; nil if they are wrong.
    private static func utf16Text(_ digits: ArraySlice<UInt8>) -> String? {
        var units: [UInt16] = []
        var rest = digits
        while !rest.isEmpty {
            guard rest.count >= 4 else { return nil }
            var unit: UInt16 = 0
            for digit in rest.prefix(4) {
                guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
                unit = unit << 4 | UInt16(value)
            }
            units.append(unit)
            rest = rest.dropFirst(4)
        }
        return units.first == 0xFEFF ? String(validating: units.dropFirst(), as: UTF16.self) : nil
    }
}
