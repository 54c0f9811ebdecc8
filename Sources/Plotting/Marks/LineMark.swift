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

    public init(strips: [Polyline] = [], loops: [Ring] = [], color: Color? = nil, widthFactor: Double = 1) {
        self.strips = strips
        self.loops = loops
        self.color = color
        self.widthFactor = widthFactor
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
