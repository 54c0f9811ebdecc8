extension TOMLParser {
    /// `"text"`, with escapes.
    mutating func basicText() throws(ConfigFileError) -> String {
        let start = position
        position += 1
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") {
                text += String(try escapedScalar()).utf8
            } else {
                text.append(try byteOfLine(byte, of: start))
            }
        }
        guard skip("\"") else { throw noEnd(of: start) }
        return String(decoding: text, as: UTF8.self)
    }

    /// `'text'`, without escapes.
    mutating func literalText() throws(ConfigFileError) -> String {
        let start = position
        position += 1
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "'") { text.append(try byteOfLine(byte, of: start)) }
        guard skip("'") else { throw noEnd(of: start) }
        return String(decoding: text, as: UTF8.self)
    }

    /// `"""text"""`, over several lines and with escapes; a backslash at the end of a line joins it to the next word.
    mutating func longBasicText() throws(ConfigFileError) -> String {
        let start = position
        position += 3
        _ = skipLineEnd()
        var text: [UInt8] = []
        while !isAt("\"\"\"") {
            guard let byte = next else { throw noEnd(of: start) }
            if byte != UInt8(ascii: "\\") {
                text.append(try byteOfLines(byte))
            } else if !skipJoint() {
                text += String(try escapedScalar()).utf8
            }
        }
        return closed(text, quote: "\"")
    }

    /// `'''text'''`, over several lines and without escapes.
    mutating func longLiteralText() throws(ConfigFileError) -> String {
        let start = position
        position += 3
        _ = skipLineEnd()
        var text: [UInt8] = []
        while !isAt("'''") {
            guard let byte = next else { throw noEnd(of: start) }
            text.append(try byteOfLines(byte))
        }
        return closed(text, quote: "'")
    }

    /// Steps over three quotes; up to two more before them belong to the text.
    private mutating func closed(_ text: [UInt8], quote: StaticString) -> String {
        position += 3
        var text = String(decoding: text, as: UTF8.self)
        for _ in 0..<2 where skip(quote) { text += "\(quote)" }
        return text
    }

    /// Steps over a backslash at the end of a line, and over all blanks and line ends after it.
    private mutating func skipJoint() -> Bool {
        let start = position
        position += 1
        skipBlanks()
        guard skipLineEnd() else {
            position = start
            return false
        }
        repeat { skipBlanks() } while skipLineEnd()
        return true
    }

    private mutating func escapedScalar() throws(ConfigFileError) -> Character {
        let start = position
        position += 1
        let escapes: [(StaticString, Unicode.Scalar)] = [
            ("\"", "\""), ("\\", "\\"), ("b", "\u{8}"), ("f", "\u{c}"), ("n", "\n"), ("r", "\r"), ("t", "\t"),
        ]
        for (letter, scalar) in escapes where skip(letter) { return Character(scalar) }
        let count = skip("u") ? 4 : skip("U") ? 8 : 0
        let digits = bytes[position..<min(position + count, bytes.count)]
        let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        guard count > 0, digits.count == count, isHexadecimal,
            let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), let scalar = Unicode.Scalar(code)
        else { throw error("no such escape", at: start) }
        // No argument of a command line can hold it.
        guard code != 0 else { throw error("no setting has the character U+0000", at: start) }
        position += count
        return Character(scalar)
    }

    /// Steps over a byte of a text that must end in its line.
    private mutating func byteOfLine(_ byte: UInt8, of start: Int) throws(ConfigFileError) -> UInt8 {
        if byte == .lineFeed || byte == .carriageReturn { throw noEnd(of: start) }
        return try visibleByte(byte)
    }

    /// Steps over a byte of a text of several lines, or over the end of one.
    private mutating func byteOfLines(_ byte: UInt8) throws(ConfigFileError) -> UInt8 {
        skipLineEnd() ? .lineFeed : try visibleByte(byte)
    }

    private func noEnd(of start: Int) -> ConfigFileError {
        error("the text that begins here has no end", at: start)
    }
}
