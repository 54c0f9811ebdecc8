/// One bit for each column of a grid row: column c is bit c mod 64 of word c / 64.
///
/// Bit operations test 64 quads or sides at once, so quads without a contour cost almost no time.
struct BitRow: Sendable {
    /// The words, with a zero word before the first and after the last for `east` and `west`.
    private var padded: [UInt64]

    /// Creates a row of `wordCount` words, each equal to `word`.
    init(wordCount: Int, repeating word: UInt64 = 0) {
        padded = [0] + Array(repeating: word, count: wordCount) + [0]
    }

    subscript(word: Int) -> UInt64 {
        get { padded[word + 1] }
        set { padded[word + 1] = newValue }
    }

    /// Returns the word whose bit c is that of column c + 1.
    func east(_ word: Int) -> UInt64 {
        padded[word + 1] >> 1 | padded[word + 2] << 63
    }

    /// Returns the word whose bit c is that of column c − 1.
    func west(_ word: Int) -> UInt64 {
        padded[word + 1] << 1 | padded[word] >> 63
    }

    func contains(_ column: Int) -> Bool {
        padded[column >> 6 + 1] >> UInt64(column & 63) & 1 != 0
    }
}

extension UInt64 {
    /// Calls `body` with the column of each set bit in this word of a row, in ascending order.
    @inline(__always)
    func forEachColumn(ofWord word: Int, _ body: (Int) -> Void) {
        var rest = self
        while rest != 0 {
            body(word << 6 + rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }

    func hasBit(of column: Int) -> Bool {
        self >> UInt64(column & 63) & 1 != 0
    }
}
