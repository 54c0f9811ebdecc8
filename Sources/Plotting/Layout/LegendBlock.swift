import Geometry

/// The entries of a legend in columns, not yet placed.
struct LegendBlock {
    /// Size around all symbols and names, in points.
    let size: Size
    /// Number of rows of the longest column.
    let rowCount: Int
    private let entries: [Legend.Entry]
    private let names: [TextLine]
    private let columnWidths: [Double]
    private let theme: Theme

    // All in ems of the legend's font.
    private static let symbolSize = Size(width: 1.5, height: 0.95)
    private static let symbolGap = 0.5
    private static let columnGap = 1.2
    private static let rowStep = 1.32

    /// Distance from one row to the next, in points.
    var rowHeight: Double { LegendBlock.rowHeight(theme) }

    /// Distance from one row to the next, in points.
    static func rowHeight(_ theme: Theme) -> Double { rowStep * theme.legendFont.size }

    /// - Parameters:
    ///   - rowCount: rows of every column but perhaps the last; 1 or more.
    ///   - nameWidth: greatest width of a name, in points; wider names are cut.
    /// - Precondition: the legend has entries.
    init(
        _ legend: Legend, rowCount: Int, nameWidth: Double, theme: Theme, fitter: TextFitter<some TextMeasuring>
    ) {
        let font = theme.legendFont
        self.theme = theme
        self.rowCount = rowCount
        entries = legend.entries
        names = legend.entries.map {
            fitter.cut($0.name.singleLine, font: font, width: nameWidth) ?? fitter.line("", font: font)
        }
        let columns = stride(from: 0, to: names.count, by: rowCount)
            .map { [names] in names[$0..<min($0 + rowCount, names.count)] }
        columnWidths = columns.map {
            (LegendBlock.symbolSize.width + LegendBlock.symbolGap) * font.size + ($0.map(\.width).max() ?? 0)
        }
        let rowHeight = LegendBlock.rowHeight(theme)
        size = Size(
            width: columnWidths.reduce(0, +) + LegendBlock.columnGap * font.size * Double(columns.count - 1),
            height: rowHeight * Double(rowCount) - (rowHeight - font.size))
    }

    /// Arranges a legend in as few rows as fit the width of `room`; nil if their height does not fit.
    init?(
        _ legend: Legend, fewestRowsIn room: Size, nameWidth: Double, theme: Theme,
        fitter: TextFitter<some TextMeasuring>
    ) {
        let blocks = (1...legend.entries.count).lazy.map {
            LegendBlock(legend, rowCount: $0, nameWidth: nameWidth, theme: theme, fitter: fitter)
        }
        guard let block = blocks.first(where: { $0.size.width <= room.width }), block.size.height <= room.height
        else { return nil }
        self = block
    }

    /// Arranges a legend in as few columns as fit the height of `room`; nil if their width does not fit.
    init?(
        _ legend: Legend, fewestColumnsIn room: Size, nameWidth: Double, theme: Theme,
        fitter: TextFitter<some TextMeasuring>
    ) {
        let count = legend.entries.count
        let rowCount = min(count, 1 + Int(max(0, room.height - theme.legendFont.size) / LegendBlock.rowHeight(theme)))
        let block = LegendBlock(legend, rowCount: rowCount, nameWidth: nameWidth, theme: theme, fitter: fitter)
        guard block.size.width <= room.width, block.size.height <= room.height else { return nil }
        self = block
    }

    /// Returns the symbols and names with the block's upper left corner at `origin`, column by column.
    func items(at origin: Point) -> [LegendLayout.Item] {
        let em = theme.legendFont.size
        let symbolSize = Size(width: LegendBlock.symbolSize.width * em, height: LegendBlock.symbolSize.height * em)
        return entries.indices.map { index in
            let left = columnWidths[..<(index / rowCount)].reduce(origin.x) { $0 + $1 + LegendBlock.columnGap * em }
            let middle = origin.y + em / 2 + Double(index % rowCount) * LegendBlock.rowHeight(theme)
            let symbolBox = Rectangle(origin: Point(x: left, y: middle - symbolSize.height / 2), size: symbolSize)
            let nameOrigin = Point(
                x: symbolBox.maxX + LegendBlock.symbolGap * em, y: middle + theme.legendFont.capHeight / 2)
            return LegendLayout.Item(
                symbolBox: symbolBox, symbol: entries[index].symbol,
                name: PlacedText(names[index], color: theme.labelColor, origin: nameOrigin))
        }
    }
}
