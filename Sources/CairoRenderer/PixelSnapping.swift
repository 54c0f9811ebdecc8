import Geometry
import Plotting

/// Moves frames, ticks and boxes onto whole pixels, by amounts too small to be seen.
///
/// Level and upright lines move by at most half a pixel, so that they are sharp and equally wide. Only paths of a few
/// pieces without any slope qualify; lines through data have more pieces. Closed paths with a side shorter than 12
/// points do not: half a pixel would change the look of such a small shape.
struct PixelSnapping {
    private static let mostElements = 64
    /// Least side of a closed path that is moved, in points.
    private static let shortestSide = 12.0

    var pixelsPerPoint: Double

    /// Returns `path` in pixels, its corners between pixels, to be filled; nil if it is not to be moved.
    func filled(_ path: Path) -> Path? {
        guard let subpaths = uprightSubpaths(of: path, closing: true) else { return nil }
        return Path(
            subpaths.flatMap { $0.path.mapped { Point(x: snap($0.x, offset: 0), y: snap($0.y, offset: 0)) }.elements })
    }

    /// Returns `path` and the line's width in pixels, with both edges of the line between pixels; nil if it is not to
    /// be moved.
    func stroked(_ path: Path, width: Double) -> (path: Path, width: Double)? {
        guard let subpaths = uprightSubpaths(of: path, closing: false) else { return nil }
        let width = max((width * pixelsPerPoint).rounded(), 1)
        let offset = width.truncatingRemainder(dividingBy: 2) / 2
        let elements = subpaths.flatMap { subpath in
            // The ends of a single line lie between pixels as well; at a corner that would cut it.
            let isLevel = subpath.singleLineEnd.map { $0.y == subpath.start.y }
            return subpath.path.mapped { point in
                Point(
                    x: snap(point.x, offset: isLevel == true ? 0 : offset),
                    y: snap(point.y, offset: isLevel == false ? 0 : offset))
            }.elements
        }
        return (Path(elements), width)
    }

    private func snap(_ points: Double, offset: Double) -> Double {
        (points * pixelsPerPoint - offset).rounded() + offset
    }

    /// Returns the subpaths of `path`, if all may be moved.
    ///
    /// - Parameter closing: whether open subpaths count as closed.
    private func uprightSubpaths(of path: Path, closing: Bool) -> [Subpath]? {
        guard path.elements.count <= Self.mostElements else { return nil }
        var subpaths: [Subpath] = []
        for element in path.elements {
            if case .move(let start) = element {
                subpaths.append(Subpath(start: start, isClosed: closing))
            } else if subpaths.isEmpty {
                return nil
            } else if case .close = element {
                subpaths[subpaths.count - 1].isClosed = true
            } else {
                subpaths[subpaths.count - 1].pieces.append(element)
            }
        }
        return subpaths.allSatisfy { $0.isUpright(shortestSide: Self.shortestSide) } ? subpaths : nil
    }
}

private struct Subpath {
    var start: Point
    /// Lines and curves after the start.
    var pieces: [Path.Element] = []
    var isClosed: Bool

    /// End of the only line, if the subpath is one open line.
    var singleLineEnd: Point? {
        guard pieces.count == 1, !isClosed, case .line(let end) = pieces[0] else { return nil }
        return end
    }

    /// Returns true if all lines are level or upright and, in a closed subpath, at least as long as `shortestSide`.
    /// Curves may join lines, as in a box with round corners.
    func isUpright(shortestSide: Double) -> Bool {
        var lineCount = 0
        var current = start
        func isUpright(to end: Point) -> Bool {
            let (width, height) = (abs(current.x - end.x), abs(current.y - end.y))
            lineCount += 1
            return (width == 0 || height == 0) && width + height < .infinity
                && (!isClosed || width + height >= shortestSide)
        }
        for piece in pieces {
            if case .line(let end) = piece, !isUpright(to: end) { return false }
            current = piece.end ?? current
        }
        if isClosed, current != start, !isUpright(to: start) { return false }
        return lineCount > 0
    }

    var path: Path { Path([.move(to: start)] + pieces + (isClosed ? [.close] : [])) }
}

extension Path.Element {
    fileprivate var end: Point? {
        switch self {
        case .move(let to), .line(let to), .curve(let to, _, _): to
        case .close: nil
        }
    }
}
