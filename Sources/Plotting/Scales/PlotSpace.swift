public import Geometry

/// Where marks are drawn: the plot rectangle on the page, the scales of both axes, and the sizes to draw with.
public struct PlotSpace: Hashable, Sendable {
    /// The inside of the frame, in points of the page, y down.
    public let rectangle: Rectangle
    /// From data units to points of the page, to the right.
    public let x: AxisScale
    /// From data units to points of the page, upwards in data and so backwards on the page.
    public let y: AxisScale
    /// Colours and sizes, already scaled to the page.
    public let theme: Theme
    /// The radius of a circular marker, in points; all other shapes have its area.
    public let markerRadius: Double
    /// What the legend covers, which names keep clear of; nil where there is none or its place is still looked for.
    public var legendBox: Rectangle?

    /// - Precondition: both limits are finite and hold more than one value; along a logarithmic axis they are greater
    ///   than 0.
    public init(
        rectangle: Rectangle, xLimits: ClosedRange<Double>, yLimits: ClosedRange<Double>,
        xScale: AxisScale.Kind = .linear, yScale: AxisScale.Kind = .linear, theme: Theme, markerRadius: Double
    ) {
        self.rectangle = rectangle
        self.x = AxisScale(xScale, domain: xLimits, start: rectangle.minX, end: rectangle.maxX)
        self.y = AxisScale(yScale, domain: yLimits, start: rectangle.maxY, end: rectangle.minY)
        self.theme = theme
        self.markerRadius = markerRadius
    }

    /// The place on the page, in points, of a point in data units.
    public func position(of point: Point) -> Point {
        Point(x: x(point.x), y: y(point.y))
    }

    /// Whether a point in data units lies within the limits, ends included; a point that is not a number does not.
    public func contains(_ point: Point) -> Bool {
        x.domain.contains(point.x) && y.domain.contains(point.y)
    }
}
