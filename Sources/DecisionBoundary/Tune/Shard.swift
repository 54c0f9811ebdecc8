/// One of the parts into which the fits of a tuning are divided, for several machines: "3/16".
///
/// The fits are dealt in turn, like cards: shard 3 of 16 has every 16th fit, from the third on. They are in the order of
/// `Plan.fits`, the largest networks first, so that every shard has its share of the slow ones.
public struct Shard: Hashable, Sendable {
    /// The number of the shard, from 1 to `count`.
    public let index: Int
    /// The number of shards, from 1 to 10,000.
    public let count: Int

    /// Creates a shard; nil unless 1 ≤ `index` ≤ `count` ≤ 10,000.
    public init?(_ index: Int, of count: Int) {
        guard 1 <= index, index <= count, count <= Self.greatestCount else { return nil }
        (self.index, self.count) = (index, count)
    }

    /// Reads a text such as "3/16"; nil if it is not one.
    public init?(_ text: String) {
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let index = numbers[0], let count = numbers[1] else { return nil }
        self.init(index, of: count)
    }

    /// Reads the name of a shard's journal; nil for other names.
    init?(journalName name: String) {
        let words = name.split { $0 == "." || $0 == "-" }
        guard words.count == 5, let index = Int(words[1]), let count = Int(words[3]) else { return nil }
        self.init(index, of: count)
        guard name == journalName else { return nil }
    }

    private static let greatestCount = 10_000

    /// The accepted texts, for messages.
    package static let accepted = "K/N with 1 ≤ K ≤ N ≤ 10000 is accepted, such as 3/16"

    /// The file name of the journal.
    var journalName: String { "tune.\(index)-of-\(count).ndjson" }

    /// Returns the shard's elements of a list, in their order.
    package func dealt<Element>(_ list: [Element]) -> [Element] {
        stride(from: index - 1, to: list.count, by: count).map { list[$0] }
    }
}

extension Shard: CustomStringConvertible {
    public var description: String { "\(index)/\(count)" }
}

/// A text such as "3/16".
extension Shard: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let shard = Shard(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)': \(Self.accepted)")
        }
        self = shard
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
