/// Legend for bands of colours: bars to the right of the frame, as high as it, with values at the edges of the bands.
public struct ColorBar: Hashable, Sendable {
    /// Title along the bars, upwards; not drawn if empty.
    public var title: String
    /// Edges of the bands, ascending and evenly spaced: one more than each bar has colours.
    ///
    /// If labels would come too near to each other, only every second, third, … is written.
    public var edges: [Axes.Tick]
    /// Bars from the left, each with its colours from the lowest band upwards.
    public var bars: [[Color]]
    /// Ticks instead of those at the edges, in order of importance; their values are shares of the bars' height, 0…1. A
    /// tick whose label would come too near to that of a more important one is left out.
    public var ticks: [Axes.Tick]?
    /// True if the outermost bands continue beyond their edges; they end in points then.
    public var isOpen: Bool

    /// - Precondition: there is at least one bar, and each has one colour for every band between the edges.
    public init(title: String = "", edges: [Axes.Tick], bars: [[Color]], isOpen: Bool = false) {
        precondition(
            edges.count >= 2 && !bars.isEmpty && bars.allSatisfy { $0.count == edges.count - 1 },
            "every bar of a colour bar must have a colour between each two edges")
        self.title = title
        self.edges = edges
        self.bars = bars
        self.isOpen = isOpen
    }

    /// Creates one bar that shows a colour map, with ticks at given shares of its height.
    public init(of map: ColorMap, ticks: [Axes.Tick]) {
        let count = 64
        self.init(
            edges: (0...count).map { Axes.Tick(Double($0) / Double(count), label: "") },
            bars: [(0..<count).map { map((Double($0) + 0.5) / Double(count)) }])
        self.ticks = ticks
    }
}
