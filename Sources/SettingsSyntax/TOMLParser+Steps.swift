import Files

/// The position of the parser and its elementary steps.
extension TOMLParser {
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    func isAt(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    /// Skips `word` if it follows.
    mutating func skip(_ word: StaticString) -> Bool {
        guard isAt(word) else { return false }
        position += word.utf8CodeUnitCount
        return true
    }

    mutating func skipBlanks() {
        while next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") { position += 1 }
    }

    /// Skips the end of a line if it follows.
    mutating func skipLineEnd() -> Bool {
        guard skip("\n") || skip("\r\n") else { return false }
        line += 1
        return true
    }

    mutating func skipComment() throws(ConfigFileError) {
        guard next == UInt8(ascii: "#") else { return }
        while let byte = next, byte != .lineFeed, !isAt("\r\n") { _ = try visibleByte(byte) }
    }

    /// Skips a byte that TOML allows within a line.
    mutating func visibleByte(_ byte: UInt8) throws(ConfigFileError) -> UInt8 {
        guard byte >= 0x20 && byte != 0x7f || byte == UInt8(ascii: "\t") else {
            throw error("a control character is no part of a text", at: position)
        }
        position += 1
        return byte
    }

    /// Skips the longest run of accepted ASCII bytes and returns it.
    mutating func word(of belongs: (UInt8) -> Bool) -> String {
        let word = bytes[position...].prefix(while: belongs)
        position = word.endIndex
        return String(decoding: word, as: UTF8.self)
    }

    func unexpected(wanted: String) -> ConfigFileError {
        guard let byte = next else { return error("\(wanted) is wanted, but the file ends here", at: position) }
        if byte == .lineFeed || isAt("\r\n") {
            return error("\(wanted) is wanted, but the line ends here", at: position)
        }
        let isPrintable = (0x21..<0x7f).contains(byte)
        return error(
            "\(wanted) is wanted, not \(isPrintable ? "'\(Character(Unicode.Scalar(byte)))'" : "this")", at: position)
    }

    func unsuitable(_ key: String, found: String) -> ConfigFileError {
        .unsuitable(key: key, found: found, line: line)
    }

    func error(_ reason: String, at offset: Int) -> ConfigFileError {
        let place = TextPlace(of: offset, in: bytes)
        return .syntax(line: place.line, column: place.column, reason: reason)
    }
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let doubleQuote = UInt8(ascii: "\"")
    static let singleQuote = UInt8(ascii: "'")

    /// True for ASCII letters and digits.
    var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
