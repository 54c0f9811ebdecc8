import Geometry
import Plotting

/// Moves what a figure repeats onto the lattice of the pixels, by amounts too small to be seen as wrong places.
///
/// Level and upright lines go onto whole pixels, by half a pixel at most: frames, ticks and keys are sharp then, and
/// equally wide. Only paths of a few pieces without any slope are such lines; lines through data have more pieces.
/// Closed ones with a side shorter than 12 points are not: half a pixel would change the look of a shape so small.
struct PixelSnapping {
    private static let mostElements = 64
    /// In points.
    private static let shortestSide = 12.0

    var pixelsPerPoint: Double

    /// `path` in pixels with its corners between pixels, to be filled; nil where it is not one to move.
    func filled(_ path: Path) -> Path? {
        guard let subpaths = uprightSubpaths(of: path, closing: true) else { return nil }
        return Path(
            subpaths.flatMap { $0.path.mapped { Point(x: snap($0.x, offset: 0), y: snap($0.y, offset: 0)) }.elements })
    }

    /// `path` and the line's width in pixels, with both edges of the line between pixels; nil where it is not one to
    /// move.
    func stroked(_ path: Path, width: Double) -> (path: Path, width: Double)? {
        guard let subpaths = uprightSubpaths(of: path, closing: false) else { return nil }
        let width = max((width * pixelsPerPoint).rounded(), 1)
        let offset = width.truncatingRemainder(dividingBy: 2) / 2
        let elements = subpaths.flatMap { subpath in
            // The ends of a single piece lie between pixels as well; at a corner they may not, or it would be cut.
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

    /// The parts of `path`, where all may be moved; open ones taken as closed where `closing`.
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
    /// Lines and curves.
    var pieces: [Path.Element] = []
    var isClosed: Bool

    /// The end of the line that is all there is, if it is.
    var singleLineEnd: Point? {
        guard pieces.count == 1, !isClosed, case .line(let end) = pieces[0] else { return nil }
        return end
    }

    /// Whether all lines are level or upright and, of a closed one, no shorter than `shortestSide`; curves may join
    /// lines, as in a box with round corners.
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
