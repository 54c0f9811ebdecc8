public import Geometry

/// What lies between two lines, such as a value ± its deviation, in one colour that lets the rest shine through.
public struct BandMark: Mark, Hashable {
    /// In data units, y up, from left to right.
    public var lower: [Point]
    /// In data units, y up, from left to right.
    public var upper: [Point]
    /// What the band is filled with.
    public var color: Color

    /// A mark of two lines in data units.
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
