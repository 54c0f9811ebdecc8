/// A text that goes with a picture in its PNG file, as a `tEXt` chunk, or as `iTXt` where it is not all ASCII.
public struct PNGText: Hashable, Sendable {
    /// What the text is: 1 to 79 printable ASCII characters, such as the standard's own `Title` and `Description`.
    public var keyword: String
    /// The text; written as `tEXt` where it is ASCII, as `iTXt` otherwise.
    public var value: String
    /// Whether the text is written as `iTXt` in any case, and compressed where it is longer than 1 KiB of UTF-8.
    ///
    /// That is for long texts, meant for programs: not every tool that shows texts undoes the compression.
    public var isCompressible: Bool

    /// A text under a keyword, which is checked when it is written.
    public init(keyword: String, value: String, isCompressible: Bool = false) {
        self.keyword = keyword
        self.value = value
        self.isCompressible = isCompressible
    }

    /// PNG (ISO/IEC 15948) 11.3.4.2 allows Latin-1 here; ASCII is the part of it on which every reader agrees.
    var isKeywordAllowed: Bool {
        let bytes = keyword.utf8
        return 1...79 ~= bytes.count && bytes.allSatisfy { 0x20...0x7e ~= $0 }
            && bytes.first != 0x20 && bytes.last != 0x20
            && !zip(bytes, bytes.dropFirst()).contains { $0 == (0x20, 0x20) }
    }
}
