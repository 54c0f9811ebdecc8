import Geometry
import Plotting

/// Moves what a figure repeats onto the lattice of the pixels, by amounts too small to be seen as wrong places.
///
/// Level and upright lines go onto whole pixels, by half a pixel at most: frames, ticks and keys are sharp then, and
/// equally wide. Only paths of a few pieces without any slope are such lines; lines through data have more pieces.
/// Closed ones with a side shorter than 12 points are not: as squares among a plot's markers they would not lie
/// where their points are.
///
/// Small shapes, such as markers, go as a whole onto quarters of a pixel, by an eighth at most: many are then the same
/// pixels as another, which PNG packs better.
struct PixelSnapping {
    private static let mostElements = 64
    private static let largestMarker = 12.0

    var pixelsPerPoint: Double

    /// `path` in pixels with its corners between pixels, to be filled; nil where it is not one to move.
    func filled(_ path: Path) -> Path? {
        guard let subpaths = uprightSubpaths(of: path, closing: true) else { return nil }
        return Path(
            subpaths.flatMap { $0.elements { Point(x: snap($0.x, offset: 0), y: snap($0.y, offset: 0)) } })
    }

    /// `path` and the line's width in pixels, with both edges of the line between pixels; nil where it is not one to
    /// move.
    func stroked(_ path: Path, width: Double) -> (path: Path, width: Double)? {
        guard let subpaths = uprightSubpaths(of: path, closing: false) else { return nil }
        let width = max((width * pixelsPerPoint).rounded(), 1)
        let offset = width.truncatingRemainder(dividingBy: 2) / 2
        let elements = subpaths.flatMap { subpath in
            // The ends of a single piece lie between pixels as well; at a corner they may not, or it would be cut.
            let isPiece = subpath.points.count == 2 && !subpath.isClosed
            let isLevel = isPiece && subpath.points[0].y == subpath.points[1].y
            return subpath.elements { point in
                Point(
                    x: snap(point.x, offset: isPiece && isLevel ? 0 : offset),
                    y: snap(point.y, offset: isPiece && !isLevel ? 0 : offset))
            }
        }
        return (Path(elements), width)
    }

    /// By how many pixels to move the small shape `path`; nil where it is not one.
    ///
    /// It depends on the first point alone, so a marker's edge is moved with its inside.
    func shift(ofMarker path: Path) -> Point? {
        guard path.elements.count <= Self.mostElements, case .move(let start) = path.elements.first,
            path.elements.allSatisfy({ $0.end.map { isNear($0, start) } ?? true })
        else { return nil }
        func shift(_ points: Double) -> Double {
            let pixels = points * pixelsPerPoint
            return (4 * pixels).rounded() / 4 - pixels
        }
        return Point(x: shift(start.x), y: shift(start.y))
    }

    private func isNear(_ a: Point, _ b: Point) -> Bool {
        abs(a.x - b.x) <= Self.largestMarker && abs(a.y - b.y) <= Self.largestMarker
    }

    private func snap(_ points: Double, offset: Double) -> Double {
        (points * pixelsPerPoint - offset).rounded() + offset
    }

    /// The parts of `path`, where all may be moved; open ones taken as closed where `closing`.
    private func uprightSubpaths(of path: Path, closing: Bool) -> [Subpath]? {
        guard path.elements.count <= Self.mostElements else { return nil }
        var subpaths: [Subpath] = []
        for element in path.elements {
            switch element {
            case .move(let point):
                subpaths.append(Subpath(points: [point], isClosed: closing))
            case .line(let point):
                guard let last = subpaths.indices.last else { return nil }
                subpaths[last].points.append(point)
            case .close:
                guard let last = subpaths.indices.last else { return nil }
                subpaths[last].isClosed = true
            case .curve:
                return nil
            }
        }
        return subpaths.allSatisfy { $0.isUpright(shortestSide: Self.largestMarker) } ? subpaths : nil
    }
}

private struct Subpath {
    var points: [Point]
    var isClosed: Bool

    /// Whether all sides are level or upright and, of a closed one, no shorter than `shortestSide`.
    func isUpright(shortestSide: Double) -> Bool {
        let closing = isClosed && points.first != points.last ? points.prefix(1) : []
        return zip(points, points.dropFirst() + closing).allSatisfy { from, to in
            let (width, height) = (abs(from.x - to.x), abs(from.y - to.y))
            return (width == 0 || height == 0) && width + height < .infinity
                && (!isClosed || width + height >= shortestSide)
        }
    }

    func elements(_ moved: (Point) -> Point) -> [Path.Element] {
        points.enumerated().map { index, point in index == 0 ? .move(to: moved(point)) : .line(to: moved(point)) }
            + (isClosed ? [.close] : [])
    }
}

extension Path.Element {
    fileprivate var end: Point? {
        switch self {
        case .move(let to), .line(let to), .curve(let to, _, _): to
        case .close: nil
        }
    }
}
