/// Explanation of a figure's symbols: entries in a box in a corner of the plot rectangle, or beside it.
///
/// The corner is the one that hides the fewest points. On a tie the box hides the least of the lines; then the corners
/// rank: upper right, upper left, lower right, lower left. Entries with an area are left out if a mark writes their names into the areas themselves.
public struct Legend: Hashable, Sendable {
    /// Entries from the top.
    public var entries: [Entry]
    /// Place of the legend of a figure; that of a sheet is always beside the panels.
    public var place: Place

    /// Creates a legend of these entries, from the top.
    public init(_ entries: [Entry] = [], place: Place = .automatic) {
        self.entries = entries
        self.place = place
    }

    /// Place of a figure's legend.
    public enum Place: Hashable, Sendable, CaseIterable {
        /// Inside, unless every corner hides points and there is room outside.
        case automatic
        /// In a corner of the plot rectangle.
        case inside
        /// To the right of the plot rectangle or below it, whichever leaves it larger.
        case outside
    }

    /// Returns the entries of several legends that list their entries in the same order, each once.
    public init(merging legends: [Legend]) {
        self.init(legends.first?.entries ?? [], place: legends.first?.place ?? .automatic)
        for legend in legends.dropFirst() {
            for (index, entry) in legend.entries.enumerated() where !entries.contains(entry) {
                // Before the first of the later entries that is there already.
                let next = legend.entries[index...].lazy.compactMap(entries.firstIndex(of:)).first
                entries.insert(entry, at: next ?? entries.count)
            }
        }
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
        /// Lengths of the line's dashes and gaps in turn, as multiples of the theme's `boundaryWidth`; empty for a solid
        /// line.
        public var lineDash: [Double]
        /// Marker in the middle; optional.
        public var marker: Marker?

        /// Creates a symbol from its parts.
        public init(
            area: Color? = nil, line: Color? = nil, lineWidthFactor: Double = 1, lineDash: [Double] = [],
            marker: Marker? = nil
        ) {
            self.area = area
            self.line = line
            self.lineWidthFactor = lineWidthFactor
            self.lineDash = lineDash
            self.marker = marker
        }
    }
}
