import Geometry

/// One pass over a grid that finds the vertices of a band's boundary and links them.
///
/// The boundary consists of the lines of the lower level, those of the upper level run backwards, and the parts of the
/// grid's border that lie in the band; the inside is to the left of each. For mere lines only the first are linked.
///
/// The pass goes up row by row. At each row it first finds the vertices on the row itself, which takes the quads below and
/// above it, then those on the sides between that row and the one below, and then links the quads in between.
struct BandScan {
    private(set) var chains = VertexChains()
    /// Pairs of vertices joined by a stretch of a grid row that lies inside the band.
    private var spans: [(VertexID, VertexID)] = []

    private let grid: ContinuedGrid
    private let isFilled: Bool
    private let wordCount: Int

    private var previousRow: GridRow
    private var row: GridRow
    private var nextRow: GridRow
    /// The quads that are not left out, by their western column: those below `row` and those above it.
    private var quadsBelow: BitRow
    private var quadsAbove: BitRow
    /// By column, the vertices where a level passes between `previousRow` and `row`.
    private var lowerCrossings: [VertexID]
    private var upperCrossings: [VertexID]

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

    /// The polygons of the band, after a filled run.
    func polygons() -> [Polygon] {
        let (rings, ringOfVertex) = chains.rings()
        var nesting = RingNesting(ringCount: rings.count)
        for (start, end) in spans {
            nesting.join(Int(ringOfVertex[start.index]), Int(ringOfVertex[end.index]))
        }
        return nesting.polygons(of: rings)
    }

    mutating func run() {
        row.load(0, of: grid)
        for index in 0..<grid.rowCount {
            let isLast = index == grid.rowCount - 1
            if !isLast { nextRow.load(index + 1, of: grid) }
            for word in 0..<wordCount {
                let finite = (row.finite[word] & row.finite.east(word))
                let finiteNext = (nextRow.finite[word] & nextRow.finite.east(word))
                quadsAbove[word] = isLast ? 0 : finite & finiteNext
            }
            findVertices(y: grid.y[index])
            if isFilled { linkBorderAlongRow() }
            if index > 0 { passQuadRow(from: grid.y[index - 1], to: grid.y[index]) }
            swap(&previousRow, &row)
            swap(&row, &nextRow)
            swap(&quadsBelow, &quadsAbove)
        }
    }
}

// MARK: - On a grid row

extension BandScan {
    /// Finds the vertices on `row`, from west to east.
    private mutating func findVertices(y: Double) {
        // The vertex from which the band reaches eastwards along the row without a break so far.
        var open = VertexID.none
        for word in 0..<wordCount {
            let sides = quadsBelow[word] | quadsAbove[word]
            let crossesLower = (row.lower.above[word] ^ row.lower.above.east(word)) & sides
            let crossesUpper = (row.upper.above[word] ^ row.upper.above.east(word)) & sides
            let corners = isFilled ? BorderPoints(below: quadsBelow, above: quadsAbove, word: word) : BorderPoints()
            let points = corners.all & row.inBand[word]

            (crossesLower | crossesUpper | points).forEachColumn(ofWord: word) { column in
                if points.hasBit(of: column) {
                    let (west, east) = addPoint(
                        column: column, y: y, isStraight: corners.straight.hasBit(of: column),
                        isPinched: corners.pinched.hasBit(of: column))
                    if open != .none { spans.append((open, west)) }
                    open = sides.hasBit(of: column) ? east : .none
                }
                let isLower = crossesLower.hasBit(of: column)
                let isUpper = crossesUpper.hasBit(of: column)
                if isLower { row.lower.crossings[column] = addCrossing(of: row.lower.level, column: column, y: y) }
                if isUpper { row.upper.crossings[column] = addCrossing(of: row.upper.level, column: column, y: y) }
                guard isFilled, isLower || isUpper else { return }
                if isLower && isUpper {
                    spans.append((row.lower.crossings[column], row.upper.crossings[column]))
                } else {
                    let crossing = isLower ? row.lower.crossings[column] : row.upper.crossings[column]
                    if open == .none {
                        open = crossing
                    } else {
                        spans.append((open, crossing))
                        open = .none
                    }
                }
            }
        }
    }

    private mutating func addCrossing(of level: Double, column: Int, y: Double) -> VertexID {
        let x = interpolate(
            from: grid.x[column], row.values[column], to: grid.x[column + 1], row.values[column + 1], at: level)
        return chains.append(x: x, y: y)
    }

    /// Adds the vertex of a border point, or its two vertices where it is pinched between two opposite quads.
    ///
    /// - Returns: the vertex of the quad that the row's western side at the point belongs to, and of the eastern side's.
    private mutating func addPoint(
        column: Int, y: Double, isStraight: Bool, isPinched: Bool
    ) -> (west: VertexID, east: VertexID) {
        let below = chains.append(x: grid.x[column], y: y, isInStraightBorder: isStraight)
        let above = isPinched ? chains.append(x: grid.x[column], y: y) : below
        row.pointsOfQuadsBelow[column] = below
        row.pointsOfQuadsAbove[column] = above
        return quadsAbove.contains(column) ? (west: below, east: above) : (west: above, east: below)
    }

    /// Links the sides along `row` that have a quad on one side only, that quad to the left.
    private mutating func linkBorderAlongRow() {
        for word in 0..<wordCount {
            let inBand = row.inBand[word] | row.inBand.east(word)
            let passesBand = row.upper.above[word] ^ row.upper.above.east(word)
            let border = (quadsBelow[word] ^ quadsAbove[word]) & (inBand | passesBand)
            border.forEachColumn(ofWord: word) { column in
                let isQuadAbove = quadsAbove.contains(column)
                let points = isQuadAbove ? row.pointsOfQuadsAbove : row.pointsOfQuadsBelow
                let west = end(
                    of: row, column, points: points, lower: row.lower.crossings[column],
                    upper: row.upper.crossings[column])
                let east = end(
                    of: row, column + 1, points: points, lower: row.lower.crossings[column],
                    upper: row.upper.crossings[column])
                if isQuadAbove { chains.link(west, to: east) } else { chains.link(east, to: west) }
            }
        }
    }

    /// Where the band ends on a side towards one of its two points: at the point itself if that is in the band, otherwise
    /// at the crossing of the level that keeps it out.
    private func end(
        of row: GridRow, _ column: Int, points: [VertexID], lower: VertexID, upper: VertexID
    ) -> VertexID {
        if row.inBand.contains(column) { return points[column] }
        return row.upper.above.contains(column) ? upper : lower
    }
}

// MARK: - Between two grid rows

extension BandScan {
    /// Finds the vertices on the sides between `previousRow` and `row`, and links the quads between them.
    private mutating func passQuadRow(from southY: Double, to northY: Double) {
        for word in 0..<wordCount {
            let sides = quadsBelow[word] | quadsBelow.west(word)
            let crossesLower = (previousRow.lower.above[word] ^ row.lower.above[word]) & sides
            let crossesUpper = (previousRow.upper.above[word] ^ row.upper.above[word]) & sides
            crossesLower.forEachColumn(ofWord: word) { column in
                lowerCrossings[column] = addCrossing(of: row.lower.level, column: column, from: southY, to: northY)
            }
            crossesUpper.forEachColumn(ofWord: word) { column in
                upperCrossings[column] = addCrossing(of: row.upper.level, column: column, from: southY, to: northY)
            }
        }
        linkQuads(previousRow.lower, row.lower, sideCrossings: lowerCrossings, isReversed: false)
        guard isFilled else { return }
        linkQuads(previousRow.upper, row.upper, sideCrossings: upperCrossings, isReversed: true)
        linkBorderBetweenRows()
    }

    private mutating func addCrossing(
        of level: Double, column: Int, from southY: Double, to northY: Double
    ) -> VertexID {
        let y = interpolate(from: southY, previousRow.values[column], to: northY, row.values[column], at: level)
        return chains.append(x: grid.x[column], y: y)
    }

    /// Links the crossings of one level in all quads between two rows.
    private mutating func linkQuads(
        _ south: LevelRow, _ north: LevelRow, sideCrossings: [VertexID], isReversed: Bool
    ) {
        for word in 0..<wordCount {
            let southWest = south.above[word]
            let southEast = south.above.east(word)
            let northWest = north.above[word]
            let northEast = north.above.east(word)
            let isMixed = (southWest ^ southEast) | (southWest ^ northWest) | (southWest ^ northEast)
            (isMixed & quadsBelow[word]).forEachColumn(ofWord: word) { column in
                let shift = UInt64(column & 63)
                var bits = southWest >> shift & 1
                bits |= (southEast >> shift & 1) << 1
                bits |= (northEast >> shift & 1) << 2
                bits |= (northWest >> shift & 1) << 3
                var quadCase = Int(bits)
                if quadCase == QuadCases.southWestAndNorthEast || quadCase == QuadCases.southEastAndNorthWest {
                    let isJoined = meanOfCorners(column: column) > south.level
                    quadCase = QuadCases.saddle(quadCase, isJoined: isJoined)
                }
                for segment in QuadCases.segments[quadCase] {
                    func vertex(_ side: QuadSide) -> VertexID {
                        switch side {
                        case .south: south.crossings[column]
                        case .east: sideCrossings[column + 1]
                        case .north: north.crossings[column]
                        case .west: sideCrossings[column]
                        }
                    }
                    let start = vertex(segment.start)
                    let end = vertex(segment.end)
                    if isReversed { chains.link(end, to: start) } else { chains.link(start, to: end) }
                }
            }
        }
    }

    /// The mean of the four corners of a quad between `previousRow` and `row`, by quarters: so that it cannot overflow.
    private func meanOfCorners(column: Int) -> Double {
        let south = previousRow.values[column] / 4 + previousRow.values[column + 1] / 4
        return south + row.values[column] / 4 + row.values[column + 1] / 4
    }

    /// Links the sides between the rows that have a quad on one side only, that quad to the left.
    private mutating func linkBorderBetweenRows() {
        for word in 0..<wordCount {
            let inBand = previousRow.inBand[word] | row.inBand[word]
            let passesBand = previousRow.upper.above[word] ^ row.upper.above[word]
            let border = (quadsBelow[word] ^ quadsBelow.west(word)) & (inBand | passesBand)
            border.forEachColumn(ofWord: word) { column in
                let lower = lowerCrossings[column]
                let upper = upperCrossings[column]
                let south = end(
                    of: previousRow, column, points: previousRow.pointsOfQuadsAbove, lower: lower, upper: upper)
                let north = end(of: row, column, points: row.pointsOfQuadsBelow, lower: lower, upper: upper)
                if quadsBelow.contains(column) { chains.link(north, to: south) } else { chains.link(south, to: north) }
            }
        }
    }
}

/// The points of one word of a grid row that lie on a border, from the quads about them.
private struct BorderPoints {
    /// Those with at least one quad and at least one that is missing.
    var all: UInt64 = 0
    /// Those that the border passes straight through.
    var straight: UInt64 = 0
    /// Those that two opposite quads alone touch.
    var pinched: UInt64 = 0

    init() {}

    init(below: BitRow, above: BitRow, word: Int) {
        let southWest = below.west(word)
        let southEast = below[word]
        let northWest = above.west(word)
        let northEast = above[word]
        all = (southWest | southEast | northWest | northEast) & ~(southWest & southEast & northWest & northEast)
        let isSplitAlongRow = ~(southWest ^ southEast) & ~(northWest ^ northEast)
        let isSplitAcrossRow = ~(southWest ^ northWest) & ~(southEast ^ northEast)
        straight = all & (isSplitAlongRow | isSplitAcrossRow)
        pinched = all & ~(southWest ^ northEast) & ~(southEast ^ northWest)
    }
}
