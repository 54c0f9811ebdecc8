/// A text in a picture's PNG file: a `tEXt` chunk if it is all ASCII, else `iTXt`.
public struct PNGText: Hashable, Sendable {
    /// Keyword: 1 to 79 printable ASCII characters, such as the standard's own `Title` and `Description`.
    public var keyword: String
    /// The text.
    public var value: String
    /// True if the text is always written as `iTXt`, and compressed if it is longer than 1 KiB of UTF-8.
    ///
    /// This is for long texts that programs read: not every tool that shows texts can decompress them.
    public var isCompressible: Bool

    /// Creates a text; its keyword is checked when it is written.
    public init(keyword: String, value: String, isCompressible: Bool = false) {
        self.keyword = keyword
        self.value = value
        self.isCompressible = isCompressible
    }

    /// True if the keyword is valid: PNG (ISO/IEC 15948) 11.3.4.2 allows Latin-1, of which all readers agree on ASCII.
    var isKeywordAllowed: Bool {
        let bytes = keyword.utf8
        return 1...79 ~= bytes.count && bytes.allSatisfy { 0x20...0x7e ~= $0 }
            && bytes.first != 0x20 && bytes.last != 0x20
            && !zip(bytes, bytes.dropFirst()).contains { $0 == (0x20, 0x20) }
    }
}
