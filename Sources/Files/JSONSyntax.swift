/// Finds the first syntax error in JSON (RFC 8259), which `JSONDecoder` does not locate.
///
/// It is stricter than the decoder, which accepts a comma at the end of a list and duplicate keys.
package struct JSONSyntax {
    private let bytes: [UInt8]
    private var position = 0
    private static let greatestDepth = 64

    /// Throws the first error in a text. A byte order mark is accepted.
    package static func check(_ bytes: [UInt8]) throws(JSONSyntaxError) {
        var syntax = JSONSyntax(bytes: bytes)
        _ = syntax.skip("\u{feff}")
        try syntax.value(depth: 0)
        guard syntax.position == bytes.count else { throw syntax.unexpected(wanted: "the end") }
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Skips a value and the white space around it.
    private mutating func value(depth: Int) throws(JSONSyntaxError) {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): try list(until: "}", hasKeys: true, depth: depth)
        case UInt8(ascii: "["): try list(until: "]", hasKeys: false, depth: depth)
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): try number()
        default: guard skip("null") || skip("true") || skip("false") else { throw unexpected(wanted: "a value") }
        }
        skipSpace()
    }

    private mutating func list(until end: StaticString, hasKeys: Bool, depth: Int) throws(JSONSyntaxError) {
        guard depth < Self.greatestDepth else { throw error("lists and objects are nested too deeply", at: position) }
        position += 1
        skipSpace()
        if skip(end) { return }
        var keys: Set<ArraySlice<UInt8>> = []
        repeat {
            if hasKeys { try key(addingTo: &keys) }
            try value(depth: depth + 1)
        } while skip(",")
        guard skip(end) else { throw unexpected(wanted: "',' or '\(end)'") }
    }

    private mutating func key(addingTo keys: inout Set<ArraySlice<UInt8>>) throws(JSONSyntaxError) {
        skipSpace()
        let start = position
        guard next == UInt8(ascii: "\"") else { throw unexpected(wanted: "a key in quotes") }
        guard keys.insert(try string()).inserted else { throw error("the key is there twice", at: start) }
        skipSpace()
        guard skip(":") else { throw unexpected(wanted: "':'") }
    }

    private mutating func number() throws(JSONSyntaxError) {
        let start = position
        _ = skip("-")
        if !skip("0") { try digits() }
        if skip(".") { try digits() }
        let mantissa = bytes[start..<position]
        if skip("e") || skip("E") {
            if !skip("-") { _ = skip("+") }
            try digits()
        }
        // The decoder rejects numbers that underflow to 0.
        let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)) ?? .nan
        let isZero = mantissa.allSatisfy { "-0.".utf8.contains($0) }
        guard number.isFinite, (number == 0) == isZero else { throw error("the number is out of range", at: start) }
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let digits = bytes[position...].prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard !digits.isEmpty else { throw unexpected(wanted: "a digit") }
        position = digits.endIndex
    }

    /// Skips a string and returns it as written.
    private mutating func string() throws(JSONSyntaxError) -> ArraySlice<UInt8> {
        let start = position
        position += 1
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else {
                throw error("a text has no line breaks or other control characters", at: position)
            }
            if byte == UInt8(ascii: "\\") { try escape() } else { position += 1 }
        }
        guard skip("\"") else { throw error("the text that begins here has no end", at: start) }
        let text = bytes[start..<position]
        guard String(validating: text, as: UTF8.self) != nil else {
            throw error("the text that begins here is not UTF-8", at: start)
        }
        return text
    }

    private mutating func escape() throws(JSONSyntaxError) {
        let start = position
        position += 2
        if position <= bytes.count, "\"\\/bfnrt".utf8.contains(bytes[position - 1]) { return }
        position = start
        guard let unit = escapedUnit() else { throw error("no such escape", at: start) }
        // Characters beyond 16 bits are surrogate pairs.
        let isPair = 0xd800..<0xdc00 ~= unit && escapedUnit().map { 0xdc00..<0xe000 ~= $0 } ?? false
        guard isPair || !(0xd800..<0xe000 ~= unit) else { throw error("half of a character alone", at: start) }
    }

    /// Skips `\u` and four hexadecimal digits; nil if they do not follow.
    private mutating func escapedUnit() -> UInt16? {
        guard skip("\\u") else { return nil }
        let digits = bytes[position...].prefix(4).prefix { Character(Unicode.Scalar($0)).isHexDigit }
        position = digits.endIndex
        return digits.count == 4 ? UInt16(String(decoding: digits, as: UTF8.self), radix: 16) : nil
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, " \t\n\r".utf8.contains(byte) { position += 1 }
    }

    /// Skips `word` if it follows.
    private mutating func skip(_ word: StaticString) -> Bool {
        let isNext = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
        if isNext { position += word.utf8CodeUnitCount }
        return isNext
    }

    private func unexpected(wanted: String) -> JSONSyntaxError {
        guard let byte = next else { return error("\(wanted) is wanted, but the text ends here", at: position) }
        let found = 0x21..<0x7f ~= byte ? "'\(Character(Unicode.Scalar(byte)))'" : "this"
        return error("\(wanted) is wanted, not \(found)", at: position)
    }

    private func error(_ reason: String, at offset: Int) -> JSONSyntaxError {
        let place = TextPlace(of: offset, in: bytes)
        return JSONSyntaxError(line: place.line, column: place.column, reason: reason)
    }
}
