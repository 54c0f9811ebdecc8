/// One bit for every column of a grid row, in words of 64: column c is bit c mod 64 of word c / 64.
///
/// With rows of bits, what holds for a quad or a side is computed for 64 of them at once, and the many quads that no
/// level passes through cost next to nothing.
struct BitRow: Sendable {
    /// The words, between two that are always 0: so that neighbours can be asked for at either end.
    private var padded: [UInt64]

    /// A row of `wordCount` words, each of them `word`.
    init(wordCount: Int, repeating word: UInt64 = 0) {
        padded = [0] + Array(repeating: word, count: wordCount) + [0]
    }

    subscript(word: Int) -> UInt64 {
        get { padded[word + 1] }
        set { padded[word + 1] = newValue }
    }

    /// The word whose bit c is that of column c + 1.
    func east(_ word: Int) -> UInt64 {
        padded[word + 1] >> 1 | padded[word + 2] << 63
    }

    /// The word whose bit c is that of column c − 1.
    func west(_ word: Int) -> UInt64 {
        padded[word + 1] << 1 | padded[word] >> 63
    }

    func contains(_ column: Int) -> Bool {
        padded[column >> 6 + 1] >> UInt64(column & 63) & 1 != 0
    }
}

extension UInt64 {
    /// Calls `body` with the column of every bit that is set in this word of a row, ascending.
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
