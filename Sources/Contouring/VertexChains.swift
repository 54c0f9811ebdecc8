import Geometry

/// The index of a vertex in `VertexChains`, in scan order.
struct VertexID: Hashable, Sendable {
    /// No vertex.
    static let none = VertexID(rawValue: -1)

    let rawValue: Int32

    var index: Int { Int(rawValue) }
}

/// A point of a contour, with a link to the next.
struct Vertex: Sendable {
    let point: Point
    /// True for a grid point at which the border does not turn. It links the chain, but is not part of the ring.
    let isInStraightBorder: Bool
    fileprivate(set) var next = VertexID.none
}

/// Vertices stitched into chains.
///
/// Every vertex has at most one successor and one predecessor, so chains do not branch. An open chain is a strip, a
/// closed one a ring.
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

    /// Returns all chains as lines.
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

    /// Returns all chains as rings, which is possible only if all are closed.
    ///
    /// - Returns: the rings (nil for a chain without area), and for every vertex the index of its ring.
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

    /// Calls `body` once with the index of each vertex of a chain, starting at `first`.
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

/// The points of a chain, without repeated points and spikes.
///
/// If a level passes exactly through a grid point, all sides at that point have their vertex there, and a line around a
/// row of such points goes out and straight back. Both are removed here.
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
        // A crossing replaces a border point at the same place, since the chain may turn there.
        if last.isInStraightBorder { vertices[vertices.count - 1] = vertex }
    }

    /// Returns the chain as an open line; nil if only a point is left.
    func strip() -> Polyline? {
        vertices.count >= 2 ? Polyline(vertices.map { $0.point }) : nil
    }

    /// Returns the chain as a closed line that starts at its lowest point, the leftmost of several; nil if it encloses
    /// no area.
    func ring() -> Ring? {
        var kept = vertices[...]
        // Repeated points and spikes may include the start of the chain.
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
        let points = kept.lazy.filter { !$0.isInStraightBorder }.map { $0.point }
        let ring = Array(points)
        guard ring.count >= 3 else { return nil }
        var start = 0
        for index in 1..<ring.count where ring[index].isBelowOrLeft(of: ring[start]) { start = index }
        return start == 0 ? Ring(ring) : Ring(Array(ring[start...] + ring[..<start]))
    }
}

extension Point {
    /// Returns true if this point is lower than another, or further left at the same height.
    fileprivate func isBelowOrLeft(of other: Point) -> Bool {
        y < other.y || y == other.y && x < other.x
    }
}
