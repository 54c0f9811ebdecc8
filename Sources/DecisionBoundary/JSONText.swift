import FoundationEssentials

/// JSON with sorted keys and the shortest digits that read back exactly.
package enum JSONText {
    /// Returns indented JSON for files; ends with a line feed.
    package static func bytes(of value: some Encodable) throws -> [UInt8] {
        try bytes(of: value, formatting: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
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
