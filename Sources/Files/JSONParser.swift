/// A reader of JSON that knows where it is: the system's one does not say where a text is wrong.
struct JSONParser {
    let bytes: [UInt8]
    private var position = 0
    private static let greatestDepth = 64

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func wholeValue() throws(JSONSyntaxError) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw unexpected(wanted: "the end") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return .number(try number())
        default:
            for (word, value): (StaticString, JSONValue) in [
                ("null", .null), ("true", .boolean(true)), ("false", .boolean(false)),
            ] where skip(word) { return value }
            throw unexpected(wanted: "a value")
        }
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        try enter(depth)
        var values: [JSONValue] = []
        if skipSpace(before: "]") { return .array(values) }
        repeat { values.append(try value(depth: depth + 1)) } while skipSpace(before: ",")
        guard skipSpace(before: "]") else { throw unexpected(wanted: "',' or ']'") }
        return .array(values)
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        try enter(depth)
        var members: [String: JSONValue] = [:]
        if skipSpace(before: "}") { return .object(members) }
        repeat {
            skipSpace()
            let start = position
            guard next == UInt8(ascii: "\"") else { throw unexpected(wanted: "a key in quotes") }
            let key = try string()
            guard skipSpace(before: ":") else { throw unexpected(wanted: "':'") }
            let value = try value(depth: depth + 1)
            guard members.updateValue(value, forKey: key) == nil else {
                throw error("the key is there twice", at: start)
            }
        } while skipSpace(before: ",")
        guard skipSpace(before: "}") else { throw unexpected(wanted: "',' or '}'") }
        return .object(members)
    }

    /// Steps over the bracket.
    private mutating func enter(_ depth: Int) throws(JSONSyntaxError) {
        guard depth < Self.greatestDepth else { throw error("lists and objects are nested too deeply", at: position) }
        position += 1
    }

    private mutating func number() throws(JSONSyntaxError) -> Double {
        let start = position
        _ = skip("-")
        if !skip("0") { try digits() }
        if skip(".") { try digits() }
        if skip("e") || skip("E") {
            if !skip("-") { _ = skip("+") }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let number = Double(text) else { throw error("a number is wanted", at: start) }
        return number
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw unexpected(wanted: "a digit") }
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        let start = position
        var text: [UInt8] = []
        position += 1
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else {
                throw error("a text has no line breaks or other control characters", at: position)
            }
            if byte == UInt8(ascii: "\\") {
                text += String(try escapedScalar()).utf8
            } else {
                text.append(byte)
                position += 1
            }
        }
        guard skip("\"") else { throw error("the text that begins here has no end", at: start) }
        guard let string = String(validating: text, as: UTF8.self) else {
            throw error("the text that begins here is not UTF-8", at: start)
        }
        return string
    }

    private mutating func escapedScalar() throws(JSONSyntaxError) -> Character {
        let start = position
        position += 1
        let escapes: [(StaticString, Unicode.Scalar)] = [
            ("\"", "\""), ("\\", "\\"), ("/", "/"), ("b", "\u{8}"), ("f", "\u{c}"), ("n", "\n"), ("r", "\r"),
            ("t", "\t"),
        ]
        for (letter, scalar) in escapes where skip(letter) { return Character(scalar) }
        guard skip("u"), var code = hexadecimal() else { throw error("no such escape", at: start) }
        // Two halves of a scalar beyond 16 bits.
        if (0xd800..<0xdc00).contains(code), skip("\\u"), let low = hexadecimal(), (0xdc00..<0xe000).contains(low) {
            code = 0x1_0000 + (code - 0xd800) << 10 + (low - 0xdc00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw error("half of a character alone", at: start) }
        return Character(scalar)
    }

    private mutating func hexadecimal() -> UInt32? {
        guard bytes.count - position >= 4 else { return nil }
        let digits = bytes[position..<position + 4]
        // A number may have a sign, an escape may not.
        guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        position += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { position += 1 }
    }

    private mutating func skipSpace(before word: StaticString) -> Bool {
        skipSpace()
        return skip(word)
    }

    /// Steps over `word` where it comes next.
    private mutating func skip(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            guard bytes[position...].starts(with: word) else { return false }
            position += word.count
            return true
        }
    }

    private func unexpected(wanted: String) -> JSONSyntaxError {
        guard let byte = next else { return error("\(wanted) is wanted, but the text ends here", at: position) }
        let isPrintable = (0x21..<0x7f).contains(byte)
        let found = isPrintable ? "'\(Character(Unicode.Scalar(byte)))'" : "this"
        return error("\(wanted) is wanted, not \(found)", at: position)
    }

    private func error(_ reason: String, at offset: Int) -> JSONSyntaxError {
        let place = TextPlace(of: offset, in: bytes)
        return JSONSyntaxError(line: place.line, column: place.column, reason: reason)
    }
}
