import Geometry

/// One pass over a grid that finds the vertices of a band's boundary and links them.
///
/// The boundary consists of the lines of the lower level, those of the upper level run backwards, and the parts of the
/// grid's border that lie in the band; the inside is to the left of each. For mere lines only the first are linked.
///
/// The pass goes up row by row and knows three rows at a time: the vertices on a row depend on the quads below and
/// above it. At each row it finds the vertices on the sides between it and the row below, then those on the row itself,
/// and then links what belongs to the quads in between.
struct BandScan {
    var chains = VertexChains()
    /// Pairs of vertices joined by a stretch of a grid row that lies inside the band.
    var spans: [(VertexID, VertexID)] = []

    let grid: ContinuedGrid
    let isFilled: Bool
    let wordCount: Int

    var previousRow: GridRow
    var row: GridRow
    var nextRow: GridRow
    /// The quads that are not left out, by their western column: those below `row` and those above it.
    var quadsBelow: BitRow
    var quadsAbove: BitRow
    /// By column, the vertices where a level passes between `previousRow` and `row`.
    var lowerCrossings: [VertexID]
    var upperCrossings: [VertexID]

    init(of grid: ContinuedGrid, above lower: Double, upTo upper: Double, isFilled: Bool) {
        self.grid = grid
        self.isFilled = isFilled
        row = GridRow(columnCount: grid.columnCount, above: lower, upTo: upper)
        previousRow = row
        nextRow = row
        wordCount = row.values.count / 64
        quadsBelow = BitRow(wordCount: wordCount)
        quadsAbove = quadsBelow
        lowerCrossings = Array(repeating: .none, count: grid.columnCount)
        upperCrossings = lowerCrossings
    }

    mutating func run() {
        nextRow.load(0, of: grid)
        for index in 0..<grid.rowCount {
            swap(&previousRow, &row)
            swap(&row, &nextRow)
            swap(&quadsBelow, &quadsAbove)
            if index + 1 < grid.rowCount {
                nextRow.load(index + 1, of: grid)
                for word in 0..<wordCount {
                    let south = row.finite[word] & row.finite.east(word)
                    quadsAbove[word] = south & nextRow.finite[word] & nextRow.finite.east(word)
                }
            } else {
                quadsAbove = BitRow(wordCount: wordCount)
            }

            if index > 0 { findVertices(between: grid.y[index - 1], and: grid.y[index]) }
            findVertices(onRowAt: grid.y[index])
            if index > 0 { linkQuads() }
            if isFilled { linkBorder() }
        }
    }

    /// The polygons of the band, after a filled run.
    func polygons() -> [Polygon] {
        let (rings, ringOfVertex) = chains.rings()
        var nesting = RingNesting(ringCount: rings.count)
        for (start, end) in spans {
            nesting.join(Int(ringOfVertex[start.index]), Int(ringOfVertex[end.index]))
        }
        return nesting.polygons(of: rings)
    }
}
