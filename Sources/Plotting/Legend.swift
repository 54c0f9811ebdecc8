/// What explains the symbols of a figure: entries in a box in that corner of the plot rectangle which hides the fewest
/// points.
///
/// On a tie it is the one that hides least of the lines; then the corners rank: upper right, upper left, lower right,
/// lower left. Entries with an area are left out where a mark has written their names into the areas themselves.
public struct Legend: Hashable, Sendable {
    /// From the top.
    public var entries: [Entry]

    /// A legend of these entries, from the top.
    public init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// One symbol and its name.
    public struct Entry: Hashable, Sendable {
        /// What the symbol stands for.
        public var name: String
        /// What stands before the name.
        public var symbol: Symbol

        /// An entry from its parts.
        public init(_ name: String, symbol: Symbol) {
            self.name = name
            self.symbol = symbol
        }
    }

    /// What stands before a name: any of an area's colour, a line and a marker, drawn over each other in this order.
    public struct Symbol: Hashable, Sendable {
        /// The colour of an area; none where nil.
        public var area: Color?
        /// The colour of a line across the symbol; none where nil.
        public var line: Color?
        /// The line's width as a multiple of the theme's `boundaryWidth`.
        public var lineWidthFactor: Double
        /// A marker in the middle; none where nil.
        public var marker: Marker?

        /// A symbol from its parts.
        public init(area: Color? = nil, line: Color? = nil, lineWidthFactor: Double = 1, marker: Marker? = nil) {
            self.area = area
            self.line = line
            self.lineWidthFactor = lineWidthFactor
            self.marker = marker
        }
    }
}
