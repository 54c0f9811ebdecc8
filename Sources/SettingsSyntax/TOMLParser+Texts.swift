extension TOMLParser {
    /// Parses a text in quotes.
    ///
    /// Double quotes allow escapes. Three quotes allow several lines, and with escapes a backslash at the end of a line
    /// joins it to the next word.
    mutating func text(quote: UInt8, isLong: Bool = false) throws(ConfigFileError) -> String {
        let start = position
        let marks = Array(repeating: quote, count: isLong ? 3 : 1)
        position += marks.count
        if isLong { _ = skipLineEnd() }
        var text: [UInt8] = []
        while !bytes[position...].starts(with: marks) {
            guard let byte = next, isLong || byte != .lineFeed && byte != .carriageReturn else {
                throw error("the text that begins here has no end", at: start)
            }
            if quote == .doubleQuote && byte == UInt8(ascii: "\\") {
                if !isLong || !skipJoint() { text += String(try escapedScalar()).utf8 }
            } else {
                text.append(isLong && skipLineEnd() ? .lineFeed : try visibleByte(byte))
            }
        }
        position += marks.count
        // Up to two more quotes before the last three belong to the text.
        for _ in 0..<2 where isLong && next == quote {
            text.append(quote)
            position += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Skips a backslash at the end of a line, and all blanks and line ends after it.
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
        // Arguments of a command line cannot contain it.
        guard code != 0 else { throw error("no setting has the character U+0000", at: start) }
        position += count
        return Character(scalar)
    }
}
