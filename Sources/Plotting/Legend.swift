/// Explanation of a figure's symbols: entries in a box in the corner of the plot rectangle that hides the fewest
/// points.
///
/// On a tie the box hides the least of the lines; then the corners rank: upper right, upper left, lower right, lower
/// left. Entries with an area are left out if a mark writes their names into the areas themselves.
public struct Legend: Hashable, Sendable {
    /// Entries from the top.
    public var entries: [Entry]

    /// Creates a legend of these entries, from the top.
    public init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// One symbol and its name.
    public struct Entry: Hashable, Sendable {
        /// Meaning of the symbol.
        public var name: String
        /// Symbol before the name.
        public var symbol: Symbol

        /// Creates an entry from its parts.
        public init(_ name: String, symbol: Symbol) {
            self.name = name
            self.symbol = symbol
        }
    }

    /// Symbol before a name: any of an area's colour, a line and a marker, drawn over each other in this order.
    public struct Symbol: Hashable, Sendable {
        /// Colour of an area; optional.
        public var area: Color?
        /// Colour of a line across the symbol; optional.
        public var line: Color?
        /// Width of the line as a multiple of the theme's `boundaryWidth`.
        public var lineWidthFactor: Double
        /// Marker in the middle; optional.
        public var marker: Marker?

        /// Creates a symbol from its parts.
        public init(area: Color? = nil, line: Color? = nil, lineWidthFactor: Double = 1, marker: Marker? = nil) {
            self.area = area
            self.line = line
            self.lineWidthFactor = lineWidthFactor
            self.marker = marker
        }
    }
}
