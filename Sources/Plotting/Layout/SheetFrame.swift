import Geometry

/// The plot rectangles of a sheet and the ticks around them, which decide each other's size.
struct SheetFrame {
    let cells: SheetCells
    let header: SheetHeader
    /// Distance from a frame's lower edge to the top of the x labels, in points.
    let xLabelTop: Double
    /// Distance from a frame's lower edge to the bottom of the x labels, in points.
    let labelRoom: Double
    private(set) var xTicks = AxisTicks.none
    private(set) var yTicks = AxisTicks.none
    /// Upper left corner of the first plot rectangle.
    private var origin = Point(x: 0, y: 0)
    /// Size of every plot rectangle; not greater than 0 if furniture leaves no room.
    private var size = Size(width: 0, height: 0)
    /// Gap between neighbouring plot rectangles.
    private var gap = Size(width: 0, height: 0)
    /// Gap between the titles of the columns and the lines of the first panels, in points.
    let columnTitleGap: Double
    /// Left edge of the room for the colour bar.
    let colorBarLeft: Double
    /// Gap between the last column and the titles of the rows, in points.
    private(set) var rowTitleGap: Double

    /// - Parameters:
    ///   - area: page without its margins and title.
    ///   - pixelSize: plot rectangles and their distances are multiples of it; 0 allows any length.
    init(
        of sheet: Sheet, cells: SheetCells, legend: SheetLegend, furniture: Furniture, in area: Rectangle,
        fitter: TextFitter<some TextMeasuring>, pixelSize: Double
    ) {
        self.cells = cells
        let (rowCount, columnCount) = (Double(cells.rowCount), Double(cells.columnCount))
        let theme = cells.panelTheme
        header = SheetHeader(of: sheet, furniture: furniture, theme: theme, fitter: fitter)
        // Rounding would distort panels of a few pixels.
        let isFine = min(cells.size.width, cells.size.height) >= 10 * pixelSize
        let pixelGrid = PixelGrid(pixelSize: isFine ? pixelSize : 0)

        let room = AxisRoom(theme: theme, fitter: fitter)
        let axes = sheet.panels[0].axes
        let hasLabels = furniture.hasTickLabels
        xLabelTop = room.xLabelTop
        labelRoom = hasLabels ? room.xLabelTop + room.labelHeight : 0
        let labelRise = hasLabels ? room.labelRise : 0
        let axisTitle = AxisRoom(theme: cells.sharedTheme, fitter: fitter).titleHeight
        let gridTitle = fitter.line("x", font: theme.titleFont).height
        columnTitleGap = theme.titleGap / 2
        rowTitleGap = theme.titleGap / 2
        let hasColumnTitles = furniture.hasGridTitles && !sheet.columnTitles.isEmpty
        let hasRowTitles = furniture.hasGridTitles && !sheet.rowTitles.isEmpty
        let columnTitle = hasColumnTitles ? gridTitle + columnTitleGap : 0

        let colorBarRoom =
            (furniture.hasColorBar && !sheet.hasPanelColorBars ? sheet.colorBar : nil).map {
                ColorBarLayout.room(for: $0, theme: cells.sharedTheme, fitter: fitter)
            } ?? 0
        let panelBarRoom =
            furniture.hasColorBar && sheet.hasPanelColorBars
            ? sheet.panels.compactMap(\.axes.colorBar).map {
                ColorBarLayout.room(for: $0, theme: theme, fitter: fitter)
            }.max() ?? 0 : 0
        colorBarLeft = area.maxX - legend.roomBeside - colorBarRoom

        // Room for a tick and some air; small panels have less of it.
        let air = theme.tickLength + theme.tickLabelFont.size
        let labelAir = 0.8 * theme.tickLabelFont.size
        gap.height = pixelGrid.roundedUp(
            max(
                min(air, cells.size.height / 4) + header.height,
                hasLabels ? labelRise + room.labelDrop + labelAir / 2 : 0))
        origin.y = pixelGrid.edge(from: area.minY + columnTitle + max(header.height, labelRise))

        // As in a figure: height, y labels, width, x labels; the overhang and the remark of these change height and
        // width again.
        var overhang = (left: 0.0, right: 0.0)
        for _ in 0..<4 {
            let before = (origin, size, gap)
            let scale = room.xScale(of: axes, from: 0, to: size.width)
            for (value, label) in zip(xTicks.values, xTicks.labels) {
                overhang.left = max(overhang.left, label.width / 2 - scale(value))
                overhang.right = max(overhang.right, scale(value) + label.width / 2 - size.width)
            }
            let hasXTitle = furniture.hasAxisTitles && !sheet.xTitle.isEmpty || !xTicks.remark.isEmpty
            let bottom = area.maxY - legend.roomBelow - (hasXTitle ? axisTitle : 0) - labelRoom
            size.height = pixelGrid.roundedDown((bottom - origin.y - gap.height * (rowCount - 1)) / rowCount)
            if hasLabels {
                yTicks = room.yTicks(of: axes, height: size.height)
            }

            let hasYTitle = furniture.hasAxisTitles && !sheet.yTitle.isEmpty || !yTicks.remark.isEmpty
            let left = area.minX + max(overhang.left, room.beside(yTicks) + (hasYTitle ? axisTitle : 0))
            // If the last row is short, numbers of the row before stand beside its title.
            if !cells.isFull { rowTitleGap = max(rowTitleGap, overhang.right + labelAir / 2) }
            let rowTitle = hasRowTitles ? gridTitle + rowTitleGap : 0
            let right = colorBarLeft - max(overhang.right, rowTitle, panelBarRoom)
            origin.x = pixelGrid.edge(from: left)
            gap.width = pixelGrid.roundedUp(
                max(
                    min(air, cells.size.width / 4) + panelBarRoom,
                    hasLabels ? overhang.left + overhang.right + labelAir : 0))
            size.width = pixelGrid.roundedDown((right - origin.x - gap.width * (columnCount - 1)) / columnCount)
            if hasLabels {
                xTicks = room.xTicks(of: axes, width: size.width)
            }
            if before == (origin, size, gap) { break }
        }
        // After the last round, a label may still lack room if ticks keep changing with the width.
        let scale = room.xScale(of: axes, from: 0, to: size.width)
        xTicks = xTicks.filtered { value, label in
            scale(value) - label.width / 2 >= -overhang.left - 0.01
                && scale(value) + label.width / 2 <= size.width + overhang.right + 0.01
        }
    }

    /// Returns the plot rectangle of the panel at `index`, row by row; the last cells may have no panel.
    func rectangle(_ index: Int) -> Rectangle {
        let width = max(0, size.width)
        let height = max(0, size.height)
        let (row, column) = index.quotientAndRemainder(dividingBy: cells.columnCount)
        return Rectangle(
            origin: Point(
                x: origin.x + Double(column) * (width + gap.width), y: origin.y + Double(row) * (height + gap.height)),
            size: Size(width: width, height: height))
    }

    /// Rectangle around the plot rectangles of all cells.
    var bounds: Rectangle {
        let last = rectangle(cells.rowCount * cells.columnCount - 1)
        return Rectangle(minX: origin.x, minY: origin.y, maxX: last.maxX, maxY: last.maxY)
    }

    /// Rest of the last row beside its panels, below the x labels of the row before; nil if there is none.
    var freeArea: Rectangle? {
        guard !cells.isFull, cells.rowCount > 1 else { return nil }
        let cell = rectangle(cells.panelCount)
        let top = cell.minY - gap.height + labelRoom + cells.panelTheme.titleGap
        guard top < cell.maxY else { return nil }
        return Rectangle(minX: cell.minX, minY: top, maxX: bounds.maxX, maxY: cell.maxY)
    }

    /// Returns the width of the largest rectangle with the sides' `ratio` that fits a panel, in points: the measure of
    /// a good arrangement.
    func usefulWidth(ratio: Double) -> Double { min(size.width, size.height * ratio) }

    /// True if the plot rectangles cover two fifths of their cells.
    var isLargeEnough: Bool {
        size.width > 0 && size.height > 0
            && size.width * size.height >= 0.4 * cells.size.width * cells.size.height
    }
}
