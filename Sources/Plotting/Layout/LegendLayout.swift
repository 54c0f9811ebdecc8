public import Geometry

/// Layout of a legend on the page.
public struct LegendLayout: Hashable, Sendable {
    /// Symbol and name of one entry.
    public struct Item: Hashable, Sendable {
        /// Room of the symbol, in points of the page.
        public let symbolBox: Rectangle
        /// Symbol drawn in that room.
        public let symbol: Legend.Symbol
        /// Name beside the symbol.
        public let name: PlacedText
    }

    /// Box around all entries, in points of the page, y down.
    public let box: Rectangle
    /// True if the box is drawn, over the marks; beside the plot rectangle it is not needed.
    public let hasBox: Bool
    /// True if the box hides points of the marks.
    public let hidesPoints: Bool
    /// Entries, column by column.
    public let items: [Item]

    /// Places a legend in a corner of the plot rectangle; nil if it has no entries, or if the box would leave the plot
    /// rectangle or cover more than a quarter of it.
    ///
    /// Names wider than two fifths of the plot rectangle are cut. Entries form one column, or as many as keep the
    /// legend below two thirds of the plot rectangle's height.
    init?(_ legend: Legend, marks: [any Mark], in space: PlotSpace, fitter: TextFitter<some TextMeasuring>) {
        let theme = space.theme
        let plot = space.rectangle
        let count = legend.entries.count
        guard count > 0 else { return nil }
        let leastColumnCount = (Double(count) * LegendBlock.rowHeight(theme) / (2.0 / 3.0 * plot.height)).rounded(.up)
        let columnCount = min(count, max(1, Int(leastColumnCount)))
        let block = LegendBlock(
            legend, rowCount: (count + columnCount - 1) / columnCount, nameWidth: 0.4 * plot.width, theme: theme,
            fitter: fitter)
        let padding = 0.55 * theme.legendFont.size
        let size = Size(width: block.size.width + 2 * padding, height: block.size.height + 2 * padding)
        guard
            size.width + 2 * theme.legendInset <= plot.width, size.height + 2 * theme.legendInset <= plot.height,
            size.width * size.height <= plot.width * plot.height / 4
        else { return nil }
        (box, hidesPoints) = LegendLayout.corner(for: size, marks: marks, in: space)
        hasBox = true
        items = block.items(at: Point(x: box.minX + padding, y: box.minY + padding))
    }

    /// Places a legend beside the plot rectangle, with its upper left corner at `origin`.
    init(_ block: LegendBlock, at origin: Point) {
        box = Rectangle(origin: origin, size: block.size)
        hasBox = false
        hidesPoints = false
        items = block.items(at: origin)
    }

    /// Returns the box in the corner that hides the fewest points and, of those, the least of the lines, and whether it
    /// hides points; the first on a tie.
    private static func corner(for size: Size, marks: [any Mark], in space: PlotSpace) -> (Rectangle, Bool) {
        let inset = space.theme.legendInset
        let (left, top) = (space.rectangle.minX + inset, space.rectangle.minY + inset)
        let right = space.rectangle.maxX - inset - size.width
        let bottom = space.rectangle.maxY - inset - size.height
        var best = Rectangle(origin: Point(x: right, y: top), size: size)
        var least = (points: Int.max, lines: Double.infinity)
        for origin in [(right, top), (left, top), (right, bottom), (left, bottom)] {
            let box = Rectangle(origin: Point(x: origin.0, y: origin.1), size: size)
            let hidden = (
                points: marks.reduce(0) { $0 + $1.hiddenPointCount(under: box, in: space) },
                lines: marks.reduce(0) { $0 + $1.hiddenLineLength(under: box, in: space) }
            )
            if hidden < least {
                (best, least) = (box, hidden)
            }
        }
        return (best, least.points > 0)
    }

    func draw(on canvas: inout some Canvas, theme: Theme) {
        if hasBox {
            let outline = Path(box, cornerRadius: 0.25 * theme.legendFont.size)
            canvas.fill(outline, color: theme.legendColor)
            canvas.stroke(outline, style: StrokeStyle(color: theme.legendEdgeColor, width: theme.frameWidth))
        }
        for item in items {
            let symbolBox = item.symbolBox
            if let area = item.symbol.area {
                let swatch = Path(
                    Rectangle(origin: Point(x: 0, y: 0), size: symbolBox.size),
                    cornerRadius: 0.15 * theme.legendFont.size)
                canvas.stamp(
                    Stamp([Stamp.Layer(swatch, color: area)]), at: [Point(x: symbolBox.minX, y: symbolBox.minY)])
            }
            if let line = item.symbol.line {
                let (left, right) = (symbolBox.minX, symbolBox.maxX)
                var path = Path()
                path.append(from: Point(x: left, y: symbolBox.center.y), to: Point(x: right, y: symbolBox.center.y))
                let width = item.symbol.lineWidthFactor * theme.boundaryWidth
                let dash = item.symbol.lineDash.map { $0 * theme.boundaryWidth }
                canvas.stroke(path, style: StrokeStyle(color: line, width: width, dash: dash))
            }
            if let marker = item.symbol.marker {
                // Markers of a legend fit its text, whatever their size between the axes.
                let radius = min(theme.markerRadius, 0.3 * theme.legendFont.size)
                canvas.stamp(marker.stamp(radius: radius, theme: theme), at: [symbolBox.center])
            }
            item.name.draw(on: &canvas)
        }
    }
}
