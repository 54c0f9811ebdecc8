public import Geometry

/// Strips and loops drawn as one line.
public struct LineMark: Mark, Hashable {
    /// Open lines, in data units, y up.
    public var strips: [Polyline]
    /// Closed lines, in data units, y up.
    public var loops: [Ring]
    /// The theme's boundary colour where nil.
    public var color: Color?
    /// The line's width as a multiple of the theme's `boundaryWidth`.
    public var widthFactor: Double

    /// A mark of lines in data units.
    public init(strips: [Polyline] = [], loops: [Ring] = [], color: Color? = nil, widthFactor: Double = 1) {
        self.strips = strips
        self.loops = loops
        self.color = color
        self.widthFactor = widthFactor
    }

    public func hiddenLineLength(under box: Rectangle, in space: PlotSpace) -> Double {
        var length = 0.0
        for points in strips.map(\.points) + loops.map({ $0.points + $0.points.prefix(1) }) {
            var positions = points.lazy.map(space.position(of:)).makeIterator()
            guard var previous = positions.next() else { continue }
            // Segments are short beside a legend: one lies beneath it where its middle does.
            while let next = positions.next() {
                let middle = Point(x: (previous.x + next.x) / 2, y: (previous.y + next.y) / 2)
                let (dx, dy) = (next.x - previous.x, next.y - previous.y)
                if box.contains(middle) { length += (dx * dx + dy * dy).squareRoot() }
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
        let style = StrokeStyle(
            color: color ?? space.theme.boundaryColor, width: widthFactor * space.theme.boundaryWidth, cap: .round,
            join: .round)
        canvas.stroke(path, style: style)
    }
}
