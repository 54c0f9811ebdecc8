/// A position in a text by line and column.
package struct TextPlace: Hashable, Sendable {
    /// Line, counted from 1.
    package let line: Int
    /// Column, counted from 1 in Unicode characters.
    package let column: Int

    /// - Parameters:
    ///   - offset: index in `bytes`, or `bytes.count`.
    ///   - bytes: the text in UTF-8.
    package init(of offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<offset]
        let lineStart = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        line = before.count { $0 == UInt8(ascii: "\n") } + 1
        // In UTF-8 all bytes of a character but the first begin with the bits 10.
        column = before[lineStart...].count { $0 & 0xc0 != 0x80 } + 1
    }
}
