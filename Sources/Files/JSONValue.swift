/// What a JSON text says, of which nothing is known beforehand.
package enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// Infinite where the text has a number beyond the largest one.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Reads `bytes`, which are one JSON value as RFC 8259 has it, in UTF-8.
    ///
    /// Any bytes are answered, be it with an error: nesting deeper than 64 is one, and so is a key that an object has
    /// twice.
    package init(parsing bytes: some Collection<UInt8>) throws(JSONSyntaxError) {
        var parser = JSONParser(bytes: Array(bytes))
        self = try parser.wholeValue()
    }
}

/// Where a text ceases to be JSON, and why.
package struct JSONSyntaxError: Error, Hashable, Sendable {
    /// Counted from 1.
    package let line: Int
    /// Counted from 1, in characters of Unicode.
    package let column: Int
    /// As the end of a sentence: "a value is wanted, not 'x'".
    package let reason: String
}
