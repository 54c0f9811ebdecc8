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

    /// In drawing order.
    public var elements: [Element]

    /// A path of these steps.
    public init(_ elements: [Element] = []) {
        self.elements = elements
    }
}
