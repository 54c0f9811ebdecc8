import CCairo
import Geometry
import Plotting

extension DrawingTarget {
    /// Adds `path`, scaled by `scale` and with its origin moved to `origin`, to the path that is drawn next.
    ///
    /// An element with a coordinate that is not finite is left out; the line begins anew with the next one.
    func append(_ path: Path, at origin: Point = Point(x: 0, y: 0), scale: Double = 1) {
        func place(_ point: Point) -> Point {
            Point(x: Self.drawable(origin.x + point.x * scale), y: Self.drawable(origin.y + point.y * scale))
        }
        var isBroken = true
        func move(to point: Point) {
            isBroken = !point.isFinite
            if !isBroken { cairo_move_to(context, point.x, point.y) }
        }
        for element in path.elements {
            switch element {
            case .move(let to):
                move(to: place(to))
            case .line(let to):
                let to = place(to)
                if isBroken || !to.isFinite {
                    move(to: to)
                } else {
                    cairo_line_to(context, to.x, to.y)
                }
            case .curve(let to, let control1, let control2):
                let (to, control1, control2) = (place(to), place(control1), place(control2))
                if isBroken || !to.isFinite || !control1.isFinite || !control2.isFinite {
                    move(to: to)
                } else {
                    cairo_curve_to(context, control1.x, control1.y, control2.x, control2.y, to.x, to.y)
                }
            case .close:
                cairo_close_path(context)
            }
        }
    }

    /// Fills the path by the even-odd rule.
    func fill(_ color: Color) {
        setSource(color)
        cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
        cairo_fill(context)
    }

    /// Fills `path`, in points, with its first point at `start`, in pixels.
    func fill(_ path: Path, from start: Point, color: Color) {
        append(path, from: start)
        fill(color)
    }

    /// Adds `path`, in points, with its first point at `start`, in pixels, to the path that is drawn next.
    func append(_ path: Path, from start: Point) {
        let origin = Point(x: start.x - path.start.x * pixelsPerPoint, y: start.y - path.start.y * pixelsPerPoint)
        append(path, at: origin, scale: pixelsPerPoint)
    }

    /// Returns the place of a point of the page in Cairo's coordinates, or the nearest one that Cairo can keep.
    func place(_ point: Point) -> Point {
        Point(x: Self.drawable(point.x * pixelsPerPoint), y: Self.drawable(point.y * pixelsPerPoint))
    }

    /// Sets the colour of further drawing; a component that is not a number counts as 0.
    func setSource(_ color: Color) {
        func component(_ value: Double) -> Double { value.isNaN ? 0 : value }
        cairo_set_source_rgba(
            context, component(color.red), component(color.green), component(color.blue), component(color.alpha))
    }

    /// Limits a coordinate to ±10⁶ pixels. Cairo keeps coordinates in 32 bits, 8 of them behind the point, and larger
    /// ones would wrap around; no page is near a million pixels wide.
    private static func drawable(_ pixels: Double) -> Double {
        pixels.isFinite ? min(max(pixels, -1e6), 1e6) : pixels
    }
}

extension Path {
    /// First point; the origin for a path that does not begin with a move.
    var start: Point {
        if case .move(let start) = elements.first { start } else { Point(x: 0, y: 0) }
    }
}

extension Point {
    var isFinite: Bool { x.isFinite && y.isFinite }
}
