import Geometry

/// One pass over the rows of a grid that finds the vertices of a band's boundary and links them.
///
/// The boundary consists of the lines of the lower level, the reversed lines of the upper level, and the parts of the
/// grid's border that lie in the band. The inside is to the left. If the scan is not filled, only the lines of the lower
/// level are linked.
///
/// The scan goes upwards and holds three rows, since the vertices on a row depend on the quads below and above it. For
/// each row it finds the vertices on the sides between it and the row below, then those on the row itself, and then
/// links the quads between the two rows.
struct BandScan {
    var chains = VertexChains()
    /// The ends of each stretch of a grid row that lies in the band.
    var spans: [(VertexID, VertexID)] = []

    let grid: ContinuedGrid
    let isFilled: Bool
    let wordCount: Int
    private var appendedRowCount = 0

    var previousRow: GridRow
    var row: GridRow
    var nextRow: GridRow
    /// The quads below `row` that are present, by their western column.
    var quadsBelow: BitRow
    /// The quads above `row` that are present, by their western column.
    var quadsAbove: BitRow
    /// The vertices at which a level crosses the sides between `previousRow` and `row`, by column.
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

    /// Scans the next row of the grid, and the rows that continue it to the frame.
    mutating func append(_ values: UnsafeBufferPointer<Double>) {
        for index in grid.rows(of: appendedRowCount) {
            swap(&previousRow, &row)
            swap(&row, &nextRow)
            nextRow.load(values, of: grid)
            // A row is scanned when the next one is known.
            if index > 0 { scanRow(index - 1, isLast: false) }
            if index == grid.rowCount - 1 {
                swap(&previousRow, &row)
                swap(&row, &nextRow)
                scanRow(index, isLast: true)
            }
        }
        appendedRowCount += 1
    }

    /// Scans `row`, the row `index` of the continued grid, between `previousRow` and `nextRow`.
    private mutating func scanRow(_ index: Int, isLast: Bool) {
        swap(&quadsBelow, &quadsAbove)
        if isLast {
            quadsAbove = BitRow(wordCount: wordCount)
        } else {
            for word in 0..<wordCount {
                let south = row.finite[word] & row.finite.east(word)
                quadsAbove[word] = south & nextRow.finite[word] & nextRow.finite.east(word)
            }
        }
        if index > 0 { findVertices(between: grid.y[index - 1], and: grid.y[index]) }
        findVertices(onRowAt: grid.y[index])
        if index > 0 { linkQuads() }
        if isFilled { linkBorder() }
    }

    /// Returns the polygons of the band. Call this after the last row if `isFilled` is true.
    func polygons() -> [Polygon] {
        let (rings, ringOfVertex) = chains.rings()
        var nesting = RingNesting(ringCount: rings.count)
        for (start, end) in spans {
            nesting.join(Int(ringOfVertex[start.index]), Int(ringOfVertex[end.index]))
        }
        return nesting.polygons(of: rings)
    }
}
