/// The part of a scan's state that belongs to one grid row.
struct GridRow: Sendable {
    /// The values from west to east, padded with zeros to a multiple of 64.
    private(set) var values: [Double]
    /// The points whose value is finite.
    private(set) var finite: BitRow
    /// The points inside the band.
    private(set) var inBand: BitRow
    var lower: LevelRow
    var upper: LevelRow
    /// The vertices of border points in the band, as corners of the quads below the row, by column.
    var pointsOfQuadsBelow: [VertexID]
    /// The same vertices as corners of the quads above the row. They differ at pinched points only.
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

    /// Loads the values of a row of `grid`, which are continued.
    mutating func load(_ row: UnsafeBufferPointer<Double>, of grid: ContinuedGrid) {
        grid.copyRow(row, into: &values)
        lower.compare(values)
        upper.compare(values)
        findFinite()
        for word in 0..<wordCount { inBand[word] = lower.above[word] & ~upper.above[word] }
    }

    private mutating func findFinite() {
        let isAllFinite = values.withUnsafeBufferPointer { values in
            // The product of a value that is not finite and 0 is NaN, and so is a sum with it.
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

/// The comparison of a grid row with a level.
struct LevelRow: Sendable {
    let level: Double
    /// The points with a value greater than the level. Bits of values that are not finite are undefined.
    private(set) var above: BitRow
    /// By column c, the vertex at which the level crosses the side between the points c and c + 1.
    var crossings: [VertexID]

    init(level: Double, columnCount: Int, wordCount: Int) {
        // Adding 0 turns -0 into +0, so that level − 0 is +0.
        self.level = level + 0
        above = BitRow(wordCount: wordCount, repeating: level == -.infinity ? ~0 : 0)
        crossings = Array(repeating: .none, count: columnCount)
    }

    /// Compares `values` with the level, unless that is infinite.
    fileprivate mutating func compare(_ values: [Double]) {
        guard level.isFinite else { return }
        for word in 0..<values.count / 64 {
            var bits: UInt64 = 0
            for column in 0..<64 {
                // The sign bit of level − value is the comparison without a branch, since x − x is +0.
                bits |= ((level - values[word * 64 + column]).bitPattern >> 63) << UInt64(column)
            }
            above[word] = bits
        }
    }
}
