public import Geometry

/// A drawing in the plot rectangle, placed in data units.
///
/// A mark is a value that draws itself in any axes. They hand it the canvas, clipped to the plot rectangle, and the
/// space that maps data to the page. New kinds of picture are new marks.
public protocol Mark: Sendable {
    /// Draws the mark on a canvas that is clipped to the plot rectangle.
    ///
    /// - Parameter space: maps data to the page.
    func draw(on canvas: inout some Canvas, in space: PlotSpace)

    /// Number of points drawn; if all marks together have very many, every marker of the axes is drawn smaller.
    var pointCount: Int { get }

    /// Returns how many of the mark's points `box`, given on the page, would hide wholly or in part. The legend goes
    /// into the corner that hides least.
    func hiddenPointCount(under box: Rectangle, in space: PlotSpace) -> Int

    /// Returns the approximate length of the mark's lines beneath `box`, in points of the page. It decides between
    /// corners for the legend that hide equally many points.
    func hiddenLineLength(under box: Rectangle, in space: PlotSpace) -> Double

    /// Returns the names that the mark writes into areas; the legend omits their entries.
    func writtenNames(in space: PlotSpace, measuring measure: some TextMeasuring) -> Set<String>
}

extension Mark {
    /// Defaults to 0, for a mark without points.
    public var pointCount: Int { 0 }

    /// Defaults to 0, for a mark without points.
    public func hiddenPointCount(under box: Rectangle, in space: PlotSpace) -> Int { 0 }

    /// Defaults to 0, for a mark without lines.
    public func hiddenLineLength(under box: Rectangle, in space: PlotSpace) -> Double { 0 }

    /// Defaults to none.
    public func writtenNames(in space: PlotSpace, measuring measure: some TextMeasuring) -> Set<String> { [] }
}
