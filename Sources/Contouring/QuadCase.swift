/// The sides of a quad.
enum QuadSide: Int, Sendable {
    case south, east, north, west
}

/// A segment of a contour line across a quad, with the corners above the level to its left.
struct QuadSegment: Sendable {
    let start: QuadSide
    let end: QuadSide
}

/// The segments of contour lines in one quad: none, one or two.
struct QuadCase: Sendable {
    let first: QuadSegment?
    let second: QuadSegment?

    private init(_ first: QuadSegment? = nil, _ second: QuadSegment? = nil) {
        self.first = first
        self.second = second
    }

    /// The cases, indexed by the corners above the level.
    ///
    /// The index is the sum of 1 for the south-west corner, 2 for south-east, 4 for north-east and 8 for north-west.
    /// Cases 5 and 10 are saddles with separated upper corners. Cases 16 and 17 are the same saddles with joined upper
    /// corners.
    static let all = [
        QuadCase(),
        QuadCase(QuadSegment(start: .south, end: .west)),
        QuadCase(QuadSegment(start: .east, end: .south)),
        QuadCase(QuadSegment(start: .east, end: .west)),
        QuadCase(QuadSegment(start: .north, end: .east)),
        QuadCase(QuadSegment(start: .south, end: .west), QuadSegment(start: .north, end: .east)),
        QuadCase(QuadSegment(start: .north, end: .south)),
        QuadCase(QuadSegment(start: .north, end: .west)),
        QuadCase(QuadSegment(start: .west, end: .north)),
        QuadCase(QuadSegment(start: .south, end: .north)),
        QuadCase(QuadSegment(start: .east, end: .south), QuadSegment(start: .west, end: .north)),
        QuadCase(QuadSegment(start: .east, end: .north)),
        QuadCase(QuadSegment(start: .west, end: .east)),
        QuadCase(QuadSegment(start: .south, end: .east)),
        QuadCase(QuadSegment(start: .west, end: .south)),
        QuadCase(),
        QuadCase(QuadSegment(start: .south, end: .east), QuadSegment(start: .north, end: .west)),
        QuadCase(QuadSegment(start: .west, end: .south), QuadSegment(start: .east, end: .north)),
    ]

    static func isSaddle(_ index: Int) -> Bool {
        index == 5 || index == 10
    }

    /// Returns the index of a saddle with joined upper corners.
    static func joined(_ saddle: Int) -> Int {
        saddle == 5 ? 16 : 17
    }
}
