import Geometry

/// The number of a vertex in `VertexChains`, in the order in which the scan came to them.
struct VertexID: Hashable, Sendable {
    /// No vertex.
    static let none = VertexID(rawValue: -1)

    let rawValue: Int32

    var index: Int { Int(rawValue) }
}

/// A point that contours run through, and the one that follows it.
struct Vertex: Sendable {
    let point: Point
    /// Whether this is a grid point in a straight stretch of the border: it holds the chain together, and is left out
    /// of the ring.
    let isInStraightBorder: Bool
    fileprivate(set) var next = VertexID.none
}

/// Vertices stitched into chains, end to start.
///
/// Every vertex is followed by one other at most, and follows one at most, so chains never branch: an open one is a
/// strip, a closed one a ring.
struct VertexChains: Sendable {
    private(set) var vertices: [Vertex] = []

    mutating func append(x: Double, y: Double, isInStraightBorder: Bool = false) -> VertexID {
        let id = VertexID(rawValue: Int32(vertices.count))
        vertices.append(Vertex(point: Point(x: x, y: y), isInStraightBorder: isInStraightBorder))
        return id
    }

    mutating func link(_ start: VertexID, to end: VertexID) {
        vertices[start.index].next = end
    }

    /// All chains as lines.
    func contourLines() -> ContourLines {
        var isStart = Array(repeating: true, count: vertices.count)
        for vertex in vertices where vertex.next != .none { isStart[vertex.next.index] = false }

        var lines = ContourLines()
        var isTraced = Array(repeating: false, count: vertices.count)
        var path = ChainPath()
        for first in vertices.indices where isStart[first] {
            trace(from: first, into: &path, marking: &isTraced)
            if let strip = path.strip() { lines.strips.append(strip) }
        }
        for first in vertices.indices where !isTraced[first] {
            trace(from: first, into: &path, marking: &isTraced)
            if let loop = path.ring() { lines.loops.append(loop) }
        }
        return lines
    }

    private func trace(from first: Int, into path: inout ChainPath, marking isTraced: inout [Bool]) {
        path.removeAll()
        walk(from: first) { index in
            isTraced[index] = true
            path.append(vertices[index])
        }
    }

    /// All chains as rings, for chains that are all closed; nil for those that enclose nothing.
    ///
    /// - Returns: the rings, and for every vertex the index of its ring.
    func rings() -> (rings: [Ring?], ringOfVertex: [Int32]) {
        var rings: [Ring?] = []
        var ringOfVertex = Array(repeating: Int32(-1), count: vertices.count)
        var path = ChainPath()
        for first in vertices.indices where ringOfVertex[first] < 0 {
            path.removeAll()
            walk(from: first) { index in
                ringOfVertex[index] = Int32(rings.count)
                path.append(vertices[index])
            }
            rings.append(path.ring())
        }
        return (rings, ringOfVertex)
    }

    /// Calls `body` with the index of every vertex of a chain, once, from `first` on.
    @inline(__always)
    private func walk(from first: Int, _ body: (Int) -> Void) {
        var index = first
        repeat {
            body(index)
            let next = vertices[index].next
            if next == .none { return }
            index = next.index
        } while index != first
    }
}

/// The points of a chain as far as it has been walked, without repetitions and spikes.
///
/// Where a level passes exactly through a grid point, all sides at that point have their vertex there, and a line about
/// a row of such points runs out and straight back. Both are taken out here, so the rest encloses what it seems to.
private struct ChainPath {
    private var vertices: [Vertex] = []

    mutating func removeAll() {
        vertices.removeAll(keepingCapacity: true)
    }

    mutating func append(_ vertex: Vertex) {
        let count = vertices.count
        if count >= 2, vertices[count - 2].point == vertex.point { vertices.removeLast() }
        guard let last = vertices.last, last.point == vertex.point else {
            vertices.append(vertex)
            return
        }
        // Of a point of the border and a crossing at the same place the crossing stays: the chain may turn there.
        if last.isInStraightBorder { vertices[vertices.count - 1] = vertex }
    }

    /// The chain as an open line; nil where it has shrunk to a point.
    func strip() -> Polyline? {
        vertices.count >= 2 ? Polyline(vertices.map(\.point)) : nil
    }

    /// The chain as a closed line from its lowest, leftmost point on; nil where it encloses nothing.
    func ring() -> Ring? {
        var kept = vertices[...]
        // Repetitions and spikes across the place where the walk began.
        while let first = kept.first, let last = kept.last, kept.count >= 3 {
            if first.point == last.point {
                if first.isInStraightBorder { kept.removeFirst() } else { kept.removeLast() }
            } else if kept[kept.startIndex + 1].point == last.point {
                kept.removeFirst()
            } else if kept[kept.endIndex - 2].point == first.point {
                kept.removeLast()
            } else {
                break
            }
        }
        let points = kept.lazy.filter { !$0.isInStraightBorder }.map(\.point)
        let ring = Array(points)
        guard ring.count >= 3 else { return nil }
        var start = 0
        for index in 1..<ring.count where ring[index].isBelowOrLeft(of: ring[start]) { start = index }
        return start == 0 ? Ring(ring) : Ring(Array(ring[start...] + ring[..<start]))
    }
}

extension Point {
    /// Whether this point is the lower one, or the one further left of two at the same height.
    fileprivate func isBelowOrLeft(of other: Point) -> Bool {
        y < other.y || y == other.y && x < other.x
    }
}
