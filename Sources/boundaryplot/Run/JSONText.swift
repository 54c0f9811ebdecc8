import FoundationEssentials

/// How every JSON of boundaryplot is written: sorted keys, shortest digits that read back exactly, numbers that are not
/// finite as null.
enum JSONText {
    /// Indented, for files and people.
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        try bytes(of: value, formatting: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    }

    /// A single line.
    static func line(of value: some Encodable) throws -> [UInt8] {
        try bytes(of: value, formatting: [.sortedKeys, .withoutEscapingSlashes])
    }

    private static func bytes(
        of value: some Encodable, formatting: JSONEncoder.OutputFormatting
    ) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }
}

/// A number that is null in JSON where it is not finite.
struct JSONNumber: Hashable, Sendable, Codable {
    let value: Double

    init(_ value: Double) { self.value = value }

    /// What was not finite is not a number when it is read.
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        value = container.decodeNil() ? .nan : try container.decode(Double.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if value.isFinite { try container.encode(value) } else { try container.encodeNil() }
    }
}
