/// The sides of a quad.
enum QuadSide: Int, Sendable {
    case south, east, north, west
}

/// A piece of a contour line through a quad, from side to side, the corners above the level to its left.
struct QuadSegment: Sendable {
    let start: QuadSide
    let end: QuadSide
}

/// The pieces of a contour line in a quad, by which of its corners are above the level.
///
/// The index is the sum of 1 for the south-west corner, 2 for the south-east, 4 for the north-east and 8 for the
/// north-west one, where above. Case 5 and 10 are the saddles: their entries keep the two upper corners apart, and those
/// of 16 and 17 join them.
enum QuadCases {
    static let southWestAndNorthEast = 5
    static let southEastAndNorthWest = 10

    /// The index of the entry for a saddle, one of the two cases above.
    static func saddle(_ quadCase: Int, isJoined: Bool) -> Int {
        guard isJoined else { return quadCase }
        return quadCase == southWestAndNorthEast ? 16 : 17
    }

    static let segments: [[QuadSegment]] = [
        [],
        [QuadSegment(start: .south, end: .west)],
        [QuadSegment(start: .east, end: .south)],
        [QuadSegment(start: .east, end: .west)],
        [QuadSegment(start: .north, end: .east)],
        [QuadSegment(start: .south, end: .west), QuadSegment(start: .north, end: .east)],
        [QuadSegment(start: .north, end: .south)],
        [QuadSegment(start: .north, end: .west)],
        [QuadSegment(start: .west, end: .north)],
        [QuadSegment(start: .south, end: .north)],
        [QuadSegment(start: .east, end: .south), QuadSegment(start: .west, end: .north)],
        [QuadSegment(start: .east, end: .north)],
        [QuadSegment(start: .west, end: .east)],
        [QuadSegment(start: .south, end: .east)],
        [QuadSegment(start: .west, end: .south)],
        [],
        [QuadSegment(start: .south, end: .east), QuadSegment(start: .north, end: .west)],
        [QuadSegment(start: .west, end: .south), QuadSegment(start: .east, end: .north)],
    ]
}
