import Geometry

/// Removes the parts of boundaries that earlier ones share.
///
/// Where class 40 meets class 3, the boundaries of the classes 4 to 40 coincide. A line through all of them takes many
/// times the memory and the time of the visible one.
struct SharedBoundaries {
    private struct Segment: Hashable {
        let start: Point
        let end: Point
    }

    private(set) var strips: [Polyline] = []
    private(set) var loops: [Ring] = []
    private var known: Set<Segment> = []

    /// Adds the parts of a strip that are new.
    mutating func append(_ strip: Polyline) {
        appendRuns(of: strip.points)
    }

    /// Adds a loop, or the parts of it that are new.
    mutating func append(_ loop: Ring) {
        let points = loop.points
        let closed = points + points.prefix(1)
        let isKnown = zip(closed, closed.dropFirst()).map { known.contains(Segment(start: $0, end: $1)) }
        guard let first = isKnown.firstIndex(of: true) else {
            for (start, end) in zip(closed, closed.dropFirst()) { known.insert(Segment(start: start, end: end)) }
            loops.append(loop)
            return
        }
        appendRuns(of: Array(points[first...] + points[...first]))
    }

    /// Each run of new segments begins and ends with a known one, so that the joins at its ends are drawn.
    private mutating func appendRuns(of points: [Point]) {
        var run: [Point] = []
        for index in points.indices.dropLast() {
            let isNew = known.insert(Segment(start: points[index], end: points[index + 1])).inserted
            if isNew {
                if run.isEmpty { run = Array(points[max(0, index - 1)...index]) }
                run.append(points[index + 1])
            } else if !run.isEmpty {
                run.append(points[index + 1])
                strips.append(Polyline(run))
                run = []
            }
        }
        if !run.isEmpty { strips.append(Polyline(run)) }
    }
}
