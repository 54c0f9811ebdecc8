extension BandScan {
    /// Finds the vertices on the sides between `previousRow` and `row`, from west to east.
    mutating func findVertices(between southY: Double, and northY: Double) {
        for word in 0..<wordCount {
            let sides = quadsBelow[word] | quadsBelow.west(word)
            let crossesLower = (previousRow.lower.above[word] ^ row.lower.above[word]) & sides
            let crossesUpper = (previousRow.upper.above[word] ^ row.upper.above[word]) & sides
            (crossesLower | crossesUpper).forEachColumn(ofWord: word) { column in
                func addCrossing(of level: Double) -> VertexID {
                    let y = interpolate(
                        from: southY, previousRow.values[column], to: northY, row.values[column], at: level)
                    return chains.append(x: grid.x[column], y: y)
                }
                if crossesLower.hasBit(of: column) { lowerCrossings[column] = addCrossing(of: row.lower.level) }
                if crossesUpper.hasBit(of: column) { upperCrossings[column] = addCrossing(of: row.upper.level) }
            }
        }
    }

    /// Finds the vertices on `row`, from west to east, and the spans of it that lie in the band.
    mutating func findVertices(onRowAt y: Double) {
        // The west end of the current span.
        var open = VertexID.none
        for word in 0..<wordCount {
            let sides = quadsBelow[word] | quadsAbove[word]
            let crossesLower = (row.lower.above[word] ^ row.lower.above.east(word)) & sides
            let crossesUpper = (row.upper.above[word] ^ row.upper.above.east(word)) & sides
            let border = isFilled ? BorderPoints(below: quadsBelow, above: quadsAbove, word: word) : BorderPoints()
            let points = border.all & row.inBand[word]

            (crossesLower | crossesUpper | points).forEachColumn(ofWord: word) { column in
                if points.hasBit(of: column) {
                    let (west, east) = addPoint(
                        column: column, y: y, isStraight: border.straight.hasBit(of: column),
                        isPinched: border.pinched.hasBit(of: column))
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

    /// Adds the vertex of a border point of `row`, or two vertices if the point is pinched between two opposite quads.
    ///
    /// - Returns: the vertex for the span to the west, and the vertex for the span to the east.
    private mutating func addPoint(
        column: Int, y: Double, isStraight: Bool, isPinched: Bool
    ) -> (west: VertexID, east: VertexID) {
        let below = chains.append(x: grid.x[column], y: y, isInStraightBorder: isStraight)
        let above = isPinched ? chains.append(x: grid.x[column], y: y) : below
        row.pointsOfQuadsBelow[column] = below
        row.pointsOfQuadsAbove[column] = above
        return quadsAbove.contains(column) ? (west: below, east: above) : (west: above, east: below)
    }
}

/// The points of one word of a grid row that lie on a border, found from the four quads around each.
private struct BorderPoints {
    /// Points with at least one quad present and at least one left out.
    var all: UInt64 = 0
    /// Points at which the border does not turn.
    var straight: UInt64 = 0
    /// Points at which exactly two opposite quads are present.
    var pinched: UInt64 = 0

    init() {}

    init(below: BitRow, above: BitRow, word: Int) {
        let southWest = below.west(word)
        let southEast = below[word]
        let northWest = above.west(word)
        let northEast = above[word]
        all = (southWest | southEast | northWest | northEast) & ~(southWest & southEast & northWest & northEast)
        let runsAlongRow = ~(southWest ^ southEast) & ~(northWest ^ northEast)
        let runsAcrossRow = ~(southWest ^ northWest) & ~(southEast ^ northEast)
        straight = all & (runsAlongRow | runsAcrossRow)
        pinched = all & ~(southWest ^ northEast) & ~(southEast ^ northWest)
    }
}
