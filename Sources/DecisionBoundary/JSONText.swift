package import Files
import FoundationEssentials

/// JSON with sorted keys and the shortest digits that read back exactly.
package enum JSONText {
    /// Returns indented JSON for files; ends with a line feed.
    package static func bytes(of value: some Encodable) throws -> [UInt8] {
        try bytes(of: value, formatting: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    }

    /// Returns the same bytes as `bytes(of:)` for `object` with one more member, an array.
    ///
    /// The elements are made and encoded one by one: an encoder needs six times the memory of its text.
    ///
    /// - Parameters:
    ///   - key: the key of the array.
    ///   - elements: at least one.
    /// - Precondition: `object` is an object.
    package static func bytes(
        of object: JSONValue, adding key: String, _ elements: some Sequence<JSONValue>
    ) throws -> [UInt8] {
        guard case .object(var members) = object else { preconditionFailure("only objects have members") }
        members[key] = .null
        let text = try bytes(of: JSONValue.object(members))
        // Deeper members are indented further, and strings have no line feeds.
        let head = Array("\n  \"\(key)\" : ".utf8)
        guard let start = text.firstRange(of: head)?.upperBound else { preconditionFailure("'\(key)' is a member") }
        var result = Array(text[..<start])
        for (index, element) in elements.enumerated() {
            result += Array((index == 0 ? "[\n    " : ",\n    ").utf8)
            let lines = try bytes(of: element).dropLast()
                .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated() {
                // Empty arrays and objects have an empty line.
                if number > 0 { result += Array((line.isEmpty ? "\n" : "\n    ").utf8) }
                result += line
            }
        }
        result += Array("\n  ]".utf8)
        result += text[(start + "null".utf8.count)...]
        return result
    }

    /// Returns JSON on one line; ends with a line feed.
    package static func line(of value: some Encodable) throws -> [UInt8] {
        try bytes(of: value, formatting: [.sortedKeys, .withoutEscapingSlashes])
    }

    /// Returns the same line without its line feed, as text.
    package static func text(of value: some Encodable) throws -> String {
        String(decoding: try line(of: value).dropLast(), as: UTF8.self)
    }

    private static func bytes(
        of value: some Encodable, formatting: JSONEncoder.OutputFormatting
    ) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }
}
