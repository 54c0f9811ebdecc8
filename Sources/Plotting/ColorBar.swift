/// What explains bands of colours: bars to the right of the frame, as high as it, with the values at the edges of the
/// bands.
public struct ColorBar: Hashable, Sendable {
    /// Written along the bars, upwards; nothing where empty.
    public var title: String
    /// The edges of the bands, ascending and evenly spaced: one more than each bar has colours.
    ///
    /// Where labels would come too near to each other, every second or every so many of them is written.
    public var edges: [Axes.Tick]
    /// From the left, each with its colours from the lowest band upwards.
    public var bars: [[Color]]
    /// Whether the outermost bands go on beyond their edges; they end in points then.
    public var isOpen: Bool

    /// - Precondition: there is a bar, and each has as many colours, one or more, as there are bands between the edges.
    public init(title: String = "", edges: [Axes.Tick], bars: [[Color]], isOpen: Bool = false) {
        precondition(
            edges.count >= 2 && !bars.isEmpty && bars.allSatisfy { $0.count == edges.count - 1 },
            "every bar of a colour bar has a colour between two edges")
        self.title = title
        self.edges = edges
        self.bars = bars
        self.isOpen = isOpen
    }
}
