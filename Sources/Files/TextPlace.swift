/// Line and column in a text, as editors count.
package struct TextPlace: Hashable, Sendable {
    /// Counted from 1.
    package let line: Int
    /// Counted from 1, in characters of Unicode.
    package let column: Int

    /// - Parameters:
    ///   - offset: index in `bytes`, or their count for the end.
    ///   - bytes: the text in UTF-8.
    package init(of offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<offset]
        let lineStart = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        line = before.count { $0 == UInt8(ascii: "\n") } + 1
        // All bytes of a character of UTF-8 but the first begin with the bits 10.
        column = before[lineStart...].count { $0 & 0xc0 != 0x80 } + 1
    }
}
