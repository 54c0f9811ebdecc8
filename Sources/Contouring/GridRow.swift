/// What a scan keeps of one grid row while it is at the quads next to it.
struct GridRow: Sendable {
    /// The values, followed by zeros up to a whole number of words.
    private(set) var values: [Double]
    /// The points whose value is finite.
    private(set) var finite: BitRow
    /// The points inside the band.
    private(set) var inBand: BitRow
    var lower: LevelRow
    var upper: LevelRow
    /// The vertices of the points of the row that lie in the band and on a border: as corners of the quads below the
    /// row and of those above it. They differ where only two opposite quads meet at a point; elsewhere the two are the
    /// same.
    var pointsOfQuadsBelow: [VertexID]
    var pointsOfQuadsAbove: [VertexID]

    private let columnCount: Int
    private var wordCount: Int { values.count / 64 }

    init(columnCount: Int, above lower: Double, upTo upper: Double) {
        let wordCount = (columnCount + 63) / 64
        self.columnCount = columnCount
        values = Array(repeating: 0, count: wordCount * 64)
        finite = BitRow(wordCount: wordCount)
        inBand = BitRow(wordCount: wordCount)
        self.lower = LevelRow(level: lower, columnCount: columnCount, wordCount: wordCount)
        self.upper = LevelRow(level: upper, columnCount: columnCount, wordCount: wordCount)
        pointsOfQuadsBelow = Array(repeating: .none, count: columnCount)
        pointsOfQuadsAbove = pointsOfQuadsBelow
    }

    /// Takes on the values of row `row` of `grid`, and forgets all vertices.
    mutating func load(_ row: Int, of grid: ContinuedGrid) {
        grid.copyRow(row, into: &values)
        lower.compare(values)
        upper.compare(values)
        findFinite()
        for word in 0..<wordCount { inBand[word] = lower.above[word] & ~upper.above[word] }
    }

    private mutating func findFinite() {
        let isAllFinite = values.withUnsafeBufferPointer { values in
            // A value that is not finite gives NaN when multiplied by 0, and NaN stays in a sum.
            var sum = SIMD8<Double>.zero
            for start in stride(from: 0, to: values.count, by: 8) {
                sum += UnsafeRawPointer(values.baseAddress! + start).loadUnaligned(as: SIMD8<Double>.self) * 0
            }
            return sum == .zero
        }
        for word in 0..<wordCount {
            let columnsLeft = columnCount - word * 64
            var bits: UInt64 = columnsLeft >= 64 ? ~0 : (1 << UInt64(columnsLeft)) - 1
            if !isAllFinite {
                for column in 0..<min(columnsLeft, 64) where !values[word * 64 + column].isFinite {
                    bits &= ~(1 << UInt64(column))
                }
            }
            finite[word] = bits
        }
    }
}

/// How one grid row lies to one level.
struct LevelRow: Sendable {
    let level: Double
    /// The points whose value is greater than the level; meaningless where a value is not finite.
    private(set) var above: BitRow
    /// By column c, the vertex where the level passes between the points c and c + 1 of the row.
    var crossings: [VertexID]

    init(level: Double, columnCount: Int, wordCount: Int) {
        // Adding 0 turns -0 into +0, from which 0 is then +0 away.
        self.level = level + 0
        above = BitRow(wordCount: wordCount, repeating: level == -.infinity ? ~0 : 0)
        crossings = Array(repeating: .none, count: columnCount)
    }

    /// Compares `values` with the level; nothing to do where that is infinite.
    fileprivate mutating func compare(_ values: [Double]) {
        guard level.isFinite else { return }
        for word in 0..<values.count / 64 {
            var bits: UInt64 = 0
            for column in 0..<64 {
                // The sign bit of level − value is the comparison, with no jump: x − x is +0.
                bits |= ((level - values[word * 64 + column]).bitPattern >> 63) << UInt64(column)
            }
            above[word] = bits
        }
    }
}
