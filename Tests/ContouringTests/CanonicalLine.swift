import Geometry

/// A line for comparison in a set, independent of the start of a closed line and of rounding errors in coordinates.
///
/// Repeated points, spikes, and points in the middle of a straight stretch along an axis are removed, as
/// `ContourGenerator` does.
struct CanonicalLine: Hashable, CustomStringConvertible {
    let isClosed: Bool
    private let coordinates: [[Int]]

    /// Creates a line; nil if only a point or a closed line without area is left.
    init?(_ points: [Point], isClosed: Bool) {
        // Spikes first, since a spike may begin in the middle of a straight stretch.
        let withoutSpikes = Self.removing(from: points, isClosed: isClosed) { $0 == $1 || $1 == $2 || $0 == $2 }
        let rest = Self.removing(from: withoutSpikes, isClosed: isClosed, where: Self.isStraight)
        guard rest.count >= (isClosed ? 3 : 2) else { return nil }
        self.isClosed = isClosed
        // With this scale no round coordinate is halfway between two integers.
        let rounded = rest.map { [Int(($0.y * 1.234567891e9).rounded()), Int(($0.x * 1.234567891e9).rounded())] }
        let rotations = isClosed ? rounded.indices.map { Array(rounded[$0...] + rounded[..<$0]) } : [rounded]
        coordinates = rotations.min { $0.joined().lexicographicallyPrecedes($1.joined()) } ?? rounded
    }

    /// Removes points until none offends between its neighbours. The ends of an open line are removed only if they
    /// repeat their neighbour.
    private static func removing(
        from points: [Point], isClosed: Bool, where offends: (Point, Point, Point) -> Bool
    ) -> [Point] {
        var rest = points
        var index = 0
        // Slow but simple: restarts after each removal.
        while index < rest.count, rest.count >= 2 {
            let isEnd = !isClosed && (index == 0 || index == rest.count - 1)
            let before = rest[(index + rest.count - 1) % rest.count]
            let after = rest[(index + 1) % rest.count]
            if isEnd ? index == 0 && rest[0] == after : offends(before, rest[index], after) {
                rest.remove(at: index)
                index = 0
            } else {
                index += 1
            }
        }
        return rest
    }

    /// Returns true if b lies between a and c on a line along an axis, within rounding errors.
    private static func isStraight(_ a: Point, _ b: Point, _ c: Point) -> Bool {
        let alongX = abs(a.y - b.y) < 1e-12 && abs(b.y - c.y) < 1e-12 && (a.x < b.x) == (b.x < c.x)
        let alongY = abs(a.x - b.x) < 1e-12 && abs(b.x - c.x) < 1e-12 && (a.y < b.y) == (b.y < c.y)
        return alongX || alongY
    }

    var description: String {
        let points = coordinates.map { "(\(Double($0[1]) / 1.234567891e9), \(Double($0[0]) / 1.234567891e9))" }
        return (isClosed ? "ring " : "strip ") + points.joined(separator: " ")
    }
}

/// A polygon for comparison in a set.
struct CanonicalPolygon: Hashable {
    let exterior: CanonicalLine
    let holes: Set<CanonicalLine>

    init?(exterior: [Point], holes: [[Point]]) {
        guard let exterior = CanonicalLine(exterior, isClosed: true) else { return nil }
        self.exterior = exterior
        self.holes = Set(holes.compactMap { CanonicalLine($0, isClosed: true) })
    }

    init?(_ polygon: Polygon) {
        self.init(exterior: polygon.exterior.points, holes: polygon.holes.map(\.points))
    }
}
