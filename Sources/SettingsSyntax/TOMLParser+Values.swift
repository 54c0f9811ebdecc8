import Files

extension TOMLParser {
    /// Parses a value or a list of values.
    mutating func value(of key: String) throws(ConfigFileError) -> ConfigValue {
        guard next == UInt8(ascii: "[") else { return try scalar(of: key) }
        position += 1
        var texts: [String] = []
        try skipLines()
        while next != UInt8(ascii: "]") {
            switch next {
            case UInt8(ascii: "["): throw unsuitable(key, found: "a list in a list")
            case UInt8(ascii: "{"): throw unsuitable(key, found: "a list of tables")
            default: break
            }
            guard case .texts(let items) = try scalar(of: key) else {
                throw unsuitable(key, found: "true or false in a list")
            }
            texts += items
            try skipLines()
            guard skip(",") else { break }
            try skipLines()
        }
        guard skip("]") else { throw unexpected(wanted: "',' or ']'") }
        return .texts(texts)
    }

    /// Parses a string, a number, true or false.
    private mutating func scalar(of key: String) throws(ConfigFileError) -> ConfigValue {
        switch next {
        case .doubleQuote: return .texts([try text(quote: .doubleQuote, isLong: isAt("\"\"\""))])
        case .singleQuote: return .texts([try text(quote: .singleQuote, isLong: isAt("'''"))])
        default: break
        }
        let start = position
        let word = word(of: { $0.isLetterOrDigit || "+-_.:".utf8.contains($0) })
        switch word {
        case "": throw unexpected(wanted: "a value")
        case "true": return .flag(true)
        case "false": return .flag(false)
        default: break
        }
        if let number = Self.number(word) { return .texts([number]) }
        if word.prefixMatch(of: /\d{4}-\d\d-\d\d|\d\d:\d\d/) != nil {
            throw unsuitable(key, found: "a date or a time")
        }
        throw error("'\(word)' is not a number; a text stands in quotes", at: start)
    }

    /// Returns a number in the syntax of options: integers with their own digits, other numbers with the fewest digits.
    ///
    /// - Returns: nil if the word is not a number.
    private static func number(_ word: String) -> String? {
        let digits = word.filter { $0 != "_" }
        if word.wholeMatch(of: /[+-]?(?:0|[1-9](?:_?[0-9])*)/) != nil {
            let number = digits.drop { $0 == "+" }
            return number == "-0" ? "0" : String(number)
        }
        for (form, radix) in [
            (/0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*/, 16), (/0o[0-7](?:_?[0-7])*/, 8), (/0b[01](?:_?[01])*/, 2),
        ] where word.wholeMatch(of: form) != nil {
            return Int(digits.dropFirst(2), radix: radix).map(String.init)
        }
        let decimals = /[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?/
        guard word.wholeMatch(of: decimals) != nil || word.wholeMatch(of: /[+-]?(?:inf|nan)/) != nil else {
            return nil
        }
        return Double(digits).map(DecimalText.shortest)
    }

    /// Skips blanks, comments and line ends.
    private mutating func skipLines() throws(ConfigFileError) {
        repeat {
            skipBlanks()
            try skipComment()
        } while skipLineEnd()
    }
}
