public import Geometry

/// Strips and loops drawn as one line.
public struct LineMark: Mark, Hashable {
    /// Open lines in data units, y up.
    public var strips: [Polyline]
    /// Closed lines in data units, y up.
    public var loops: [Ring]
    /// Colour of the line; defaults to the theme's boundary colour.
    public var color: Color?
    /// Width of the line as a multiple of the theme's `boundaryWidth`.
    public var widthFactor: Double
    /// Lengths of dashes and gaps in turn, as multiples of the theme's `boundaryWidth`; empty for a solid line. A halo is
    /// solid.
    public var dash: [Double]
    /// Colour of a wider line beneath, which sets the line off from what it crosses; optional.
    public var haloColor: Color?
    /// True if the line only guides the eye, so that a legend may hide some of it.
    public var isGuide: Bool

    /// Creates a mark of lines in data units.
    public init(
        strips: [Polyline] = [], loops: [Ring] = [], color: Color? = nil, widthFactor: Double = 1,
        dash: [Double] = [], haloColor: Color? = nil, isGuide: Bool = false
    ) {
        self.strips = strips
        self.loops = loops
        self.color = color
        self.widthFactor = widthFactor
        self.dash = dash
        self.haloColor = haloColor
        self.isGuide = isGuide
    }

    /// Width of the halo as a multiple of the line's width.
    private static let haloFactor = 3.0

    public func hiddenLineLength(under box: Rectangle, in space: PlotSpace) -> Double {
        if isGuide { return 0 }
        var length = 0.0
        for points in strips.map(\.points) + loops.map({ $0.points + $0.points.prefix(1) }) {
            var positions = points.lazy.map(space.position(of:)).makeIterator()
            guard var previous = positions.next() else { continue }
            while let next = positions.next() {
                length += box.length(ofSegmentFrom: previous, to: next)
                previous = next
            }
        }
        return length
    }

    public func draw(on canvas: inout some Canvas, in space: PlotSpace) {
        var path = Path()
        for strip in strips {
            path.append(strip: strip.points, at: space.position)
        }
        for loop in loops {
            path.append(loop: loop, at: space.position)
        }
        guard !path.elements.isEmpty else { return }
        let width = widthFactor * space.theme.boundaryWidth
        if let haloColor {
            let halo = StrokeStyle(color: haloColor, width: LineMark.haloFactor * width, cap: .round, join: .round)
            canvas.stroke(path, style: halo)
        }
        let style = StrokeStyle(
            color: color ?? space.theme.boundaryColor, width: width, cap: dash.isEmpty ? .round : .butt, join: .round,
            dash: dash.map { $0 * space.theme.boundaryWidth })
        canvas.stroke(path, style: style)
    }
}

extension Rectangle {
    /// Returns the length of a segment within the rectangle; 0 if an end is not finite.
    fileprivate func length(ofSegmentFrom start: Point, to end: Point) -> Double {
        // The share of the segment within the rectangle, narrowed by one pair of sides after the other (Liang & Barsky,
        // "A new concept and method for line clipping", 1984).
        var (first, last) = (0.0, 1.0)
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        guard dx.isFinite && dy.isFinite else { return 0 }
        for (from, step, least, greatest) in [(start.x, dx, minX, maxX), (start.y, dy, minY, maxY)] {
            if step == 0 {
                guard least <= from && from <= greatest else { return 0 }
            } else {
                let shares = ((least - from) / step, (greatest - from) / step)
                first = max(first, min(shares.0, shares.1))
                last = min(last, max(shares.0, shares.1))
            }
        }
        return first < last ? (last - first) * (dx * dx + dy * dy).squareRoot() : 0
    }
}
