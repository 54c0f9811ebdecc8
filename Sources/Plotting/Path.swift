public import Geometry

/// Lines and curves on the page, in points (1/72 inch), y down from the top left.
public struct Path: Hashable, Sendable {
    /// A step of the pen.
    public enum Element: Hashable, Sendable {
        case move(to: Point)
        case line(to: Point)
        /// A cubic Bézier curve from the current point.
        case curve(to: Point, control1: Point, control2: Point)
        /// A line back to the last `move`, joined to it.
        case close
    }

    /// Steps in drawing order.
    public var elements: [Element]

    /// Creates a path of these steps.
    public init(_ elements: [Element] = []) {
        self.elements = elements
    }

    /// Returns the path with `position` applied to all its points, controls included.
    package func mapped(_ position: (Point) -> Point) -> Path {
        Path(
            elements.map { element in
                switch element {
                case .move(let point): .move(to: position(point))
                case .line(let point): .line(to: position(point))
                case .curve(let point, let control1, let control2):
                    .curve(to: position(point), control1: position(control1), control2: position(control2))
                case .close: .close
                }
            })
    }

    /// Returns the path with its origin moved to `point`.
    package func moved(to point: Point) -> Path {
        mapped { Point(x: $0.x + point.x, y: $0.y + point.y) }
    }
}
