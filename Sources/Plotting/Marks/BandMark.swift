public import Geometry

/// The band between two lines, such as a value ± its deviation, filled with one colour, mostly a translucent one.
public struct BandMark: Mark, Hashable {
    /// Lower line in data units, y up, from left to right.
    public var lower: [Point]
    /// Upper line in data units, y up, from left to right.
    public var upper: [Point]
    /// Colour of the band.
    public var color: Color

    /// Creates a band between two lines in data units.
    public init(lower: [Point], upper: [Point], color: Color) {
        self.lower = lower
        self.upper = upper
        self.color = color
    }

    public func hiddenLineLength(under box: Rectangle, in space: PlotSpace) -> Double {
        LineMark(strips: [Polyline(lower), Polyline(upper)]).hiddenLineLength(under: box, in: space)
    }

    public func draw(on canvas: inout some Canvas, in space: PlotSpace) {
        AreaMark([Polygon(exterior: Ring(lower + upper.reversed()))], color: color).draw(on: &canvas, in: space)
    }
}
