extension BandScan {
    /// Links the crossings of both levels in the quads between `previousRow` and `row`.
    mutating func linkQuads() {
        linkQuads(previousRow.lower, row.lower, sideCrossings: lowerCrossings, isReversed: false)
        if isFilled { linkQuads(previousRow.upper, row.upper, sideCrossings: upperCrossings, isReversed: true) }
    }

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
                var index = southWest.hasBit(of: column) ? 1 : 0
                if southEast.hasBit(of: column) { index += 2 }
                if northEast.hasBit(of: column) { index += 4 }
                if northWest.hasBit(of: column) { index += 8 }
                if QuadCase.isSaddle(index), meanOfCorners(column: column) > south.level {
                    index = QuadCase.joined(index)
                }

                func vertex(_ side: QuadSide) -> VertexID {
                    switch side {
                    case .south: south.crossings[column]
                    case .east: sideCrossings[column + 1]
                    case .north: north.crossings[column]
                    case .west: sideCrossings[column]
                    }
                }
                func link(_ segment: QuadSegment) {
                    let start = vertex(segment.start)
                    let end = vertex(segment.end)
                    if isReversed { chains.link(end, to: start) } else { chains.link(start, to: end) }
                }
                let quadCase = QuadCase.all[index]
                if let first = quadCase.first { link(first) }
                if let second = quadCase.second { link(second) }
            }
        }
    }

    /// Returns the mean of the four corners of a quad, as a sum of quarters, which cannot overflow.
    private func meanOfCorners(column: Int) -> Double {
        let south = previousRow.values[column] / 4 + previousRow.values[column + 1] / 4
        return south + row.values[column] / 4 + row.values[column + 1] / 4
    }
}

// MARK: - The border

extension BandScan {
    /// Links the parts of the border that lie in the band, on `row` and between it and `previousRow`.
    ///
    /// A side belongs to the border if only one of the two quads beside it is present. That quad is to the left.
    mutating func linkBorder() {
        linkBorderBetweenRows()
        linkBorderAlongRow()
    }

    private mutating func linkBorderBetweenRows() {
        for word in 0..<wordCount {
            let isInBand = previousRow.inBand[word] | row.inBand[word]
            let passesBand = previousRow.upper.above[word] ^ row.upper.above[word]
            let border = (quadsBelow[word] ^ quadsBelow.west(word)) & (isInBand | passesBand)
            border.forEachColumn(ofWord: word) { column in
                let crossings = (lower: lowerCrossings[column], upper: upperCrossings[column])
                let south = previousRow.bandEnd(
                    at: column, point: previousRow.pointsOfQuadsAbove[column], crossings: crossings)
                let north = row.bandEnd(at: column, point: row.pointsOfQuadsBelow[column], crossings: crossings)
                if quadsBelow.contains(column) { chains.link(north, to: south) } else { chains.link(south, to: north) }
            }
        }
    }

    private mutating func linkBorderAlongRow() {
        for word in 0..<wordCount {
            let isInBand = row.inBand[word] | row.inBand.east(word)
            let passesBand = row.upper.above[word] ^ row.upper.above.east(word)
            let border = (quadsBelow[word] ^ quadsAbove[word]) & (isInBand | passesBand)
            border.forEachColumn(ofWord: word) { column in
                let crossings = (lower: row.lower.crossings[column], upper: row.upper.crossings[column])
                let isQuadAbove = quadsAbove.contains(column)
                let points = isQuadAbove ? row.pointsOfQuadsAbove : row.pointsOfQuadsBelow
                let west = row.bandEnd(at: column, point: points[column], crossings: crossings)
                let east = row.bandEnd(at: column + 1, point: points[column + 1], crossings: crossings)
                if isQuadAbove { chains.link(west, to: east) } else { chains.link(east, to: west) }
            }
        }
    }
}

extension GridRow {
    /// Returns the end of the band on a side, towards the point of this row in `column`.
    ///
    /// If the point is in the band, this is its own vertex, `point`. Otherwise it is the crossing of the level that
    /// separates the point from the band.
    fileprivate func bandEnd(
        at column: Int, point: VertexID, crossings: (lower: VertexID, upper: VertexID)
    ) -> VertexID {
        if inBand.contains(column) { return point }
        return upper.above.contains(column) ? crossings.upper : crossings.lower
    }
}
