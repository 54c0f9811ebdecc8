public import Geometry

/// Something drawn in the plot rectangle at places given in data units.
///
/// A mark is a value that knows how to draw itself anywhere: the axes hand it the canvas, already clipped to the plot
/// rectangle, and the space that says where data lie on the page. New kinds of picture are new marks.
public protocol Mark: Sendable {
    /// Draws the mark where `space` puts its data; the canvas is clipped to the plot rectangle.
    func draw(on canvas: inout some Canvas, in space: PlotSpace)

    /// How many points the mark draws; where there are very many, every marker of the axes is drawn smaller.
    var pointCount: Int { get }

    /// How many of the mark's points `box`, given on the page, would hide wholly or in part; the legend goes where it
    /// hides least.
    func hiddenPointCount(under box: Rectangle, in space: PlotSpace) -> Int

    /// About how long the mark's lines are beneath `box`, in points of the page; of corners that hide equally many
    /// points the legend takes the one that hides least of them.
    func hiddenLineLength(under box: Rectangle, in space: PlotSpace) -> Double

    /// The names that the mark writes into areas; the legend leaves out its entries for them.
    func writtenNames(in space: PlotSpace, measuring measure: some TextMeasuring) -> Set<String>
}

extension Mark {
    /// None: a mark without points.
    public var pointCount: Int { 0 }

    /// None: a mark without points.
    public func hiddenPointCount(under box: Rectangle, in space: PlotSpace) -> Int { 0 }

    /// 0: a mark without lines.
    public func hiddenLineLength(under box: Rectangle, in space: PlotSpace) -> Double { 0 }

    /// None: a mark that names nothing.
    public func writtenNames(in space: PlotSpace, measuring measure: some TextMeasuring) -> Set<String> { [] }
}
