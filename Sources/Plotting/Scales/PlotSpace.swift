public import Geometry

/// Space that marks are drawn in: the plot rectangle on the page, the scales of both axes, and the sizes to draw with.
public struct PlotSpace: Hashable, Sendable {
    /// Inside of the frame, in points of the page, y down.
    public let rectangle: Rectangle
    /// Scale from data units to points of the page, to the right.
    public let x: AxisScale
    /// Scale from data units to points of the page; upwards in data, so backwards on the page.
    public let y: AxisScale
    /// Colours and sizes, already scaled to the page.
    public let theme: Theme
    /// Radius of a circular marker, in points; all other shapes have its area.
    public let markerRadius: Double
    /// Box of the legend, which names avoid; nil if there is no legend or its place is not known yet.
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

    /// Returns the place on the page, in points, of a point in data units.
    public func position(of point: Point) -> Point {
        Point(x: x(point.x), y: y(point.y))
    }

    /// Returns true if a point in data units lies within the limits, ends included; false if it is not a number.
    public func contains(_ point: Point) -> Bool {
        x.domain.contains(point.x) && y.domain.contains(point.y)
    }
}
