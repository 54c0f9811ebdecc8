/// What explains the symbols of a figure: entries in a box in that corner of the plot rectangle which hides the fewest
/// points.
///
/// On a tie it is the one that hides least of the lines; then the corners rank: upper right, upper left, lower right,
/// lower left.
public struct Legend: Hashable, Sendable {
    public var entries: [Entry]

    public init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// One symbol and its name.
    public struct Entry: Hashable, Sendable {
        public var name: String
        public var symbol: Symbol

        public init(_ name: String, symbol: Symbol) {
            self.name = name
            self.symbol = symbol
        }
    }

    /// What stands before a name: any of an area's colour, a line and a marker, drawn over each other in this order.
    public struct Symbol: Hashable, Sendable {
        public var area: Color?
        public var line: Color?
        public var marker: Marker?

        public init(area: Color? = nil, line: Color? = nil, marker: Marker? = nil) {
            self.area = area
            self.line = line
            self.marker = marker
        }
    }
}
