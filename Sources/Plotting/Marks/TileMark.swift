import Geometry

/// A table of coloured tiles with a text in each.
///
/// The tile of column i and row j covers i ± ½ and j ± ½ in data units, both counted from 0. So limits of −½ to n − ½
/// show n of them.
public struct TileMark: Mark, Hashable {
    /// One tile of the table.
    public struct Tile: Hashable, Sendable {
        /// Colour of the tile; opaque.
        public var color: Color
        /// Text in the middle, dark on a light tile and white on a dark one.
        public var text: String
        /// True for a double line along the inside of the border, in the title's colour and the page's.
        public var isFramed: Bool

        /// Creates a tile from its parts.
        public init(color: Color, text: String = "", isFramed: Bool = false) {
            self.color = color
            self.text = text
            self.isFramed = isFramed
        }

        /// A tile without a value: grey, with a dash.
        public static let missing = Tile(color: Color(bytes: 206, 206, 210), text: "–")

        /// Returns a tile without a value, in a grey that is as near to the ground as `missing` is to white.
        public static func missing(on ground: Theme.Ground) -> Tile {
            ground == .dark ? Tile(color: Color(bytes: 72, 72, 76), text: missing.text) : missing
        }
    }

    /// Number of tiles in each row.
    public var columnCount: Int
    /// Tiles row after row from y = 0 upwards, each row from x = 0 to the right.
    public var tiles: [Tile]

    /// Overlap of a tile beneath its neighbours to the right and below, in points: more than a pixel, so that only
    /// their two colours meet in the pixels of a common edge.
    static let overlap = 2.0

    /// - Precondition: the tiles fill their rows.
    public init(columnCount: Int, tiles: [Tile]) {
        precondition(columnCount >= 1 && tiles.count.isMultiple(of: columnCount), "tiles must fill their rows")
        self.columnCount = columnCount
        self.tiles = tiles
    }

    public func draw(on canvas: inout some Canvas, in space: PlotSpace) {
        guard !tiles.isEmpty else { return }
        let rowCount = tiles.count / columnCount
        let right = space.x(Double(columnCount) - 0.5)
        let bottom = space.y(-0.5)
        for row in (0..<rowCount).reversed() {
            for column in 0..<columnCount {
                var area = rectangle(column, row, in: space)
                area.maxX = min(right, area.maxX + TileMark.overlap)
                area.maxY = min(bottom, area.maxY + TileMark.overlap)
                canvas.fill(Path(area), color: tiles[row * columnCount + column].color)
            }
        }

        let frame = FrameLines(on: rectangle(0, 0, in: space).size, theme: space.theme)
        let font = font(in: space, framed: tiles.contains(where: \.isFramed) ? frame.width : 0, measuring: canvas)
        for (index, tile) in tiles.enumerated() {
            let area = rectangle(index % columnCount, index / columnCount, in: space)
            if tile.isFramed { frame.draw(on: &canvas, along: area) }
            guard let font, !tile.text.isEmpty else { continue }
            let width = canvas.extents(of: tile.text, font: font).advance
            let origin = Point(x: area.center.x - width / 2, y: area.center.y + font.capHeight / 2)
            canvas.draw(tile.text, at: origin, font: font, color: TileMark.ink(on: tile.color), angle: 0)
        }
    }

    /// Returns the rectangle of a tile on the page.
    private func rectangle(_ column: Int, _ row: Int, in space: PlotSpace) -> Rectangle {
        Rectangle(
            minX: space.x(Double(column) - 0.5), minY: space.y(Double(row) + 0.5), maxX: space.x(Double(column) + 0.5),
            maxY: space.y(Double(row) - 0.5))
    }

    /// Returns the font of the tick labels, smaller if the widest text asks for it; nil if the smallest size is too
    /// large for one of the texts, so that either all tiles have a text or none.
    private func font(in space: PlotSpace, framed: Double, measuring measure: some TextMeasuring) -> Font? {
        var font = space.theme.tickLabelFont
        let tile = rectangle(0, 0, in: space)
        let margin = max(framed, 0.2 * font.size)
        let room = Size(width: tile.width - 2 * margin, height: tile.height - 2 * margin)
        let widest = Set(tiles.map(\.text)).map { measure.extents(of: $0, font: font).advance }.max() ?? 0
        let share = min(1, room.width / max(widest, 1e-9), room.height / font.capHeight)
        // Slightly smaller than in proportion, as the widths of hardly any face grow exactly with its size.
        if share < 1 { font.size *= 0.999 * share }
        return font.size >= space.theme.minimumFontSize ? font : nil
    }

    /// Returns the colour of text on `color`: dark or white, whichever differs more. Both differ equally at this
    /// lightness.
    static func ink(on color: Color) -> Color {
        OKLab(color).lightness > 0.595 ? Color(bytes: 20, 20, 24) : .white
    }
}

/// A line of the title's colour along the inside of a border, and one of the page's colour inside of it. One is dark
/// and one light, so the frame is visible on any colour.
private struct FrameLines {
    let outerColor: Color
    let innerColor: Color
    let outerWidth: Double
    let innerWidth: Double

    var width: Double { outerWidth + innerWidth }

    /// Creates lines that are narrower on small tiles, which they would fill.
    init(on tile: Size, theme: Theme) {
        outerColor = theme.titleColor
        innerColor = theme.groundColor
        outerWidth = min(1.5 * theme.boundaryWidth, tile.width / 8, tile.height / 8)
        innerWidth = 0.6 * outerWidth
    }

    func draw(on canvas: inout some Canvas, along border: Rectangle) {
        for (inset, width, color) in [(outerWidth, innerWidth, innerColor), (0, outerWidth, outerColor)] {
            let path = Path(border.expanded(by: -inset - width / 2))
            canvas.stroke(path, style: StrokeStyle(color: color, width: width, join: .miter))
        }
    }
}
