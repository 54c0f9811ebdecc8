/// Reads values one after the other from the bytes of a PDF file (ISO 32000-1, 7.2 and 7.3).
struct PDFScanner {
    let bytes: [UInt8]
    private(set) var position: Int

    /// Deeper than any file that is meant well; each level is a call of a function.
    private static let greatestDepth = 100

    init(_ bytes: [UInt8], at position: Int) {
        self.bytes = bytes
        self.position = min(max(position, 0), bytes.count)
    }

    /// The next value.
    ///
    /// - Throws: `cutOff` at the end of the file, or `malformed`.
    mutating func next() throws(PictureMetadataError) -> PDFObject {
        try next(depth: 0)
    }

    /// Goes over `word`, if it is what comes next.
    mutating func skip(word: String) -> Bool {
        passSpace()
        guard bytes[position...].starts(with: word.utf8) else { return false }
        let end = position + word.utf8.count
        guard end == bytes.count || !Self.isRegular(bytes[end]) else { return false }
        position = end
        return true
    }

    /// Goes to where the data of a stream begins, after the word `stream` and its line end.
    mutating func skipToStream() -> Bool {
        guard skip(word: "stream") else { return false }
        if position < bytes.count, bytes[position] == 0x0D { position += 1 }
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        return true
    }

    /// Goes over spaces, line ends and comments.
    mutating func passSpace() {
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "%") {
                while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
            } else if Self.isSpace(bytes[position]) {
                position += 1
            } else {
                return
            }
        }
    }

    func malformed(_ problem: String) -> PictureMetadataError {
        position < bytes.count ? .malformed(.pdf, problem: problem, offset: position) : .cutOff(.pdf)
    }

    private mutating func next(depth: Int) throws(PictureMetadataError) -> PDFObject {
        guard depth < Self.greatestDepth else { throw malformed("values are nested too deep") }
        passSpace()
        guard position < bytes.count else { throw .cutOff(.pdf) }
        switch bytes[position] {
        case UInt8(ascii: "/"):
            position += 1
            return .name(name())
        case UInt8(ascii: "("):
            return .string(try literalString())
        case UInt8(ascii: "["):
            position += 1
            return .array(try values(until: "]", depth: depth))
        case UInt8(ascii: "<"):
            guard bytes[position...].starts(with: "<<".utf8) else { return .string(try hexadecimalString()) }
            position += 2
            return .dictionary(try dictionary(depth: depth))
        case let byte where Self.isRegular(byte):
            return wordOrNumber()
        default:
            throw malformed("a value is missing")
        }
    }

    private mutating func values(until end: Unicode.Scalar, depth: Int) throws(PictureMetadataError) -> [PDFObject] {
        var values: [PDFObject] = []
        while true {
            passSpace()
            if position < bytes.count, bytes[position] == UInt8(ascii: end) {
                position += 1
                return values
            }
            values.append(try next(depth: depth + 1))
        }
    }

    /// What comes after `<<`.
    private mutating func dictionary(depth: Int) throws(PictureMetadataError) -> [String: PDFObject] {
        let values = try values(until: ">", depth: depth)
        guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else {
            throw malformed("a dictionary has no end")
        }
        position += 1
        guard values.count.isMultiple(of: 2) else { throw malformed("a dictionary has a key without a value") }
        var dictionary: [String: PDFObject] = [:]
        for index in stride(from: 0, to: values.count, by: 2) {
            guard let key = values[index].name else { throw malformed("a dictionary has a key that is no name") }
            dictionary[key] = values[index + 1]
        }
        return dictionary
    }

    private mutating func regularBytes() -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count, Self.isRegular(bytes[position]) { position += 1 }
        return bytes[start..<position]
    }

    /// What comes after the slash; `#41` is `A`.
    private mutating func name() -> String {
        var name: [UInt8] = []
        var rest = regularBytes()
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap(Self.digit)
            if byte == UInt8(ascii: "#"), digits.count == 2 {
                name.append(digits[0] << 4 | digits[1])
                rest = rest.dropFirst(2)
            } else {
                name.append(byte)
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// Also a reference, which begins as a number does: `12 0 R`.
    private mutating func wordOrNumber() -> PDFObject {
        let word = String(decoding: regularBytes(), as: UTF8.self)
        guard let number = Int(word) else { return .word(word) }
        let end = position
        passSpace()
        if number >= 0, let generation = Int(String(decoding: regularBytes(), as: UTF8.self)), generation >= 0,
            skip(word: "R")
        {
            return .reference(number)
        }
        position = end
        return .integer(number)
    }

    /// `(…)`, in which parentheses may be nested (7.3.4.2).
    private mutating func literalString() throws(PictureMetadataError) -> [UInt8] {
        var string: [UInt8] = []
        var depth = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "("):
                depth += 1
                if depth > 1 { string.append(byte) }
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return string }
                string.append(byte)
            case UInt8(ascii: "\\"):
                if let escaped = escapedByte() { string.append(escaped) }
            default:
                // A line end should be read as a line feed, whatever it is; but there are programs that write half of
                // a character in UTF-16 as it is, which must not be changed.
                string.append(byte)
            }
        }
        throw .cutOff(.pdf)
    }

    /// What comes after a backslash; nil for a line end, which then does not count.
    private mutating func escapedByte() -> UInt8? {
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case 0x0A: return nil
        case 0x0D:
            skipLineFeed()
            return nil
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value = Int(byte - UInt8(ascii: "0"))
            for _ in 0..<2 {
                guard position < bytes.count, let digit = Self.digit(bytes[position]), digit < 8 else { break }
                value = value << 3 | Int(digit)
                position += 1
            }
            return UInt8(truncatingIfNeeded: value)
        default: return byte
        }
    }

    private mutating func skipLineFeed() {
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    }

    /// `<…>`; a last digit that is missing is 0 (7.3.4.3).
    private mutating func hexadecimalString() throws(PictureMetadataError) -> [UInt8] {
        position += 1
        var string: [UInt8] = []
        var first: UInt8?
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                return string + (first.map { [$0 << 4] } ?? [])
            }
            if let digit = Self.digit(byte) {
                if let high = first {
                    string.append(high << 4 | digit)
                    first = nil
                } else {
                    first = digit
                }
            } else if !Self.isSpace(byte) {
                throw malformed("a string has a byte that is no hexadecimal digit")
            }
            position += 1
        }
        throw .cutOff(.pdf)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// White-space characters (7.2.2, table 1).
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0x00
    }

    /// Neither white space nor a delimiter.
    private static func isRegular(_ byte: UInt8) -> Bool {
        !isSpace(byte) && !"()<>[]{}/%".utf8.contains(byte)
    }
}
