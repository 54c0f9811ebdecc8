import Geometry
import Plotting

extension Path {
    /// Returns the path with fewer points: each run of lines keeps only points without which it would depart from its
    /// course by more than `tolerance`.
    ///
    /// The ends of runs, curves and points of reversal stay. Each kept line begins at the end of the one before, and
    /// goes on while all skipped points lie within the tolerance. They narrow a cone of directions in which the next
    /// point must lie (Sklansky & Gonzalez, "Fast polygonal approximation of digitized curves", 1980).
    ///
    /// - Complexity: linear.
    func thinned(tolerance: Double) -> Path {
        var thinned = Path()
        thinned.elements.reserveCapacity(elements.count)
        var run: LineRun?
        for element in elements {
            switch element {
            case .line(let to) where to.x.isFinite && to.y.isFinite && run != nil:
                if let kept = run?.append(to) { thinned.elements.append(.line(to: kept)) }
                continue
            case .move(let to), .line(let to), .curve(let to, _, _):
                if let last = run?.last { thinned.elements.append(.line(to: last)) }
                run = to.x.isFinite && to.y.isFinite ? LineRun(from: to, tolerance: tolerance) : nil
            case .close:
                if let last = run?.last { thinned.elements.append(.line(to: last)) }
                run = nil
            }
            thinned.elements.append(element)
        }
        if let last = run?.last { thinned.elements.append(.line(to: last)) }
        return thinned
    }
}

/// The points since the last one that is kept.
private struct LineRun {
    /// Last point; nil if there is none since the kept one.
    private(set) var last: Point?
    private var anchor: Point
    /// Directions from the anchor in which a line passes all points since, the left one further counter-clockwise with
    /// y up; nil if any direction does.
    private var cone: (right: Point, left: Point)?
    private let tolerance: Double

    init(from anchor: Point, tolerance: Double) {
        self.anchor = anchor
        self.tolerance = tolerance
    }

    /// Adds a point; returns the one before if it has to be kept.
    mutating func append(_ point: Point) -> Point? {
        var kept: Point?
        if let last, !canSkip(last, for: point) {
            kept = last
            anchor = last
            cone = nil
        }
        narrowCone(by: point)
        last = point
        return kept
    }

    private func canSkip(_ last: Point, for point: Point) -> Bool {
        let (old, new) = (last.minus(anchor), point.minus(anchor))
        // Further away than all before, so that they lie beside the line and not behind its end.
        guard new.dot(new) >= old.dot(old) else { return false }
        guard let cone else { return true }
        return cone.right.cross(new) >= 0 && new.cross(cone.left) >= 0
    }

    private mutating func narrowCone(by point: Point) {
        let offset = point.minus(anchor)
        let distance = offset.dot(offset).squareRoot()
        guard distance > tolerance else { return }
        // The tangents from the anchor to the circle about the point.
        let sine = tolerance / distance
        let cosine = (1 - sine * sine).squareRoot()
        let left = Point(x: offset.x * cosine - offset.y * sine, y: offset.x * sine + offset.y * cosine)
        let right = Point(x: offset.x * cosine + offset.y * sine, y: offset.y * cosine - offset.x * sine)
        guard let old = cone else {
            cone = (right, left)
            return
        }
        cone = (
            right: old.right.cross(right) > 0 ? right : old.right, left: left.cross(old.left) > 0 ? left : old.left
        )
    }
}

extension Point {
    fileprivate func minus(_ other: Point) -> Point { Point(x: x - other.x, y: y - other.y) }
    fileprivate func dot(_ other: Point) -> Double { x * other.x + y * other.y }
    fileprivate func cross(_ other: Point) -> Double { x * other.y - y * other.x }
}
