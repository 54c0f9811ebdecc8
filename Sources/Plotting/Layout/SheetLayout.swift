public import Geometry

/// Layout of a sheet on its page: a pure function of the sheet, the sizes of its texts and the size of a pixel.
///
/// Unless the sheet gives the number of columns, it is chosen so that the largest rectangle of a pleasant shape fits
/// into each panel: the shape of the limits, or 4:3 if one side would be more than twice the other.
///
/// All furniture is drawn if the plot rectangles cover at least two fifths of their shares of the page. Otherwise
/// furniture yields until they do, in this order: the axis titles, the page's second line, those of the panels, the
/// second line of the title, the colour bar, the tick labels, the title, the legend, the panels' titles, those of rows
/// and columns. No text is set smaller than the theme's minimum.
public struct SheetLayout: Sendable {
    /// One panel on the page.
    public struct Panel: Sendable {
        /// Title and second line, from the top.
        public let titleLines: [PlacedText]
        /// Tag beside the first of them; nil if the panel has none or there is no room.
        public let tag: PlacedTag?
        /// True for a thick line around the frame.
        public let isFramed: Bool
        /// Colour bar to the right of the plot; nil unless the panels have their own, and if there is no room.
        public let colorBar: ColorBarLayout?
        /// Layout of the plot and its ticks; those inside of the sheet have empty labels.
        public let axes: AxesLayout

        /// Inside of the frame, in points of the page, y down.
        public var plotRectangle: Rectangle { axes.plotRectangle }
    }

    /// The whole page, in points.
    public let page: Rectangle
    /// Lines of the title and the second line, from the top.
    public let titleLines: [PlacedText]
    /// Panels, row by row as in the sheet.
    public let panels: [Panel]
    /// Number of panels in a row; the last row may have fewer.
    public let columnCount: Int
    /// Titles of columns from the left, without those that have no text or room.
    public let columnTitles: [PlacedText]
    /// Titles of rows from the top, without those that have no text or room.
    public let rowTitles: [PlacedText]
    /// Title of the x axis, with the remark on a power or offset that its labels leave out.
    public let xTitle: PlacedText?
    /// Title of the y axis, with the remark on a power or offset that its labels leave out.
    public let yTitle: PlacedText?
    /// Legend beside the panels; nil if it has no entries or no room.
    public let legend: LegendLayout?
    /// Colour bar to the right of the panels; nil if the sheet has none or there is no room for it.
    public let colorBar: ColorBarLayout?
    /// The sheet's theme with its sizes adapted to the page; those of the panels are smaller.
    public let theme: Theme

    private let sharedTheme: Theme
    private let isLargeEnough: Bool

    /// - Parameter pixelSize: side of a pixel in points; panels have whole numbers of pixels, and so equally many.
    ///   Defaults to 0, for no pixels.
    /// - Precondition: width and height of the sheet are greater than 0. It has one panel or more, all with the limits,
    ///   scales and ticks of the first; the limits are finite and hold more than one value. Either all rows have titles
    ///   or none, and so have columns.
    public init(of sheet: Sheet, measuring measure: some TextMeasuring, pixelSize: Double = 0) {
        precondition(
            sheet.size.width > 0 && sheet.size.height > 0, "width and height of a sheet must be greater than 0")
        precondition(!sheet.panels.isEmpty, "a sheet must have at least one panel")
        let axes = sheet.panels[0].axes
        precondition(
            sheet.panels.allSatisfy { $0.axes.hasRanges(of: axes) },
            "all panels of a sheet must have the same limits, scales and ticks")
        let theme = sheet.theme.scaled(to: sheet.size)
        let fitter = TextFitter(measure: measure, minimumFontSize: theme.minimumFontSize)
        self = Furniture.layout(yieldingBy: Furniture.sheetSteps, isLargeEnough: \.isLargeEnough) {
            SheetLayout(of: sheet, furniture: $0, theme: theme, fitter: fitter, pixelSize: pixelSize)
        }
    }

    private init(
        of sheet: Sheet, furniture: Furniture, theme: Theme, fitter: TextFitter<some TextMeasuring>,
        pixelSize: Double
    ) {
        page = Rectangle(origin: Point(x: 0, y: 0), size: sheet.size)
        self.theme = theme
        let margin = min(theme.pageMargin, page.width / 4, page.height / 4)
        let inside = page.expanded(by: -margin)
        let title = TitleLayout(
            title: sheet.title.singleLine, subtitle: furniture.hasSubtitle ? sheet.subtitle.singleLine : "",
            maximumTitleLineCount: furniture.titleLineCount, width: inside.width, theme: theme, fitter: fitter)
        let top = title.lines.isEmpty ? inside.minY : inside.minY + title.height + theme.titleGap
        let area = Rectangle(minX: inside.minX, minY: min(top, inside.maxY), maxX: inside.maxX, maxY: inside.maxY)
        let (frame, legend) = SheetFrame.best(
            of: sheet, furniture: furniture, in: area, fitter: fitter, pixelSize: pixelSize)
        let cells = frame.cells
        precondition(
            sheet.rowTitles.isEmpty || sheet.rowTitles.count == cells.rowCount, "every row must have a title, or none")
        precondition(
            sheet.columnTitles.isEmpty || sheet.columnTitles.count == cells.columnCount,
            "every column must have a title, or none")
        self.legend = legend
        colorBar = (furniture.hasColorBar && !sheet.hasPanelColorBars ? sheet.colorBar : nil).map {
            ColorBarLayout(
                $0, from: frame.colorBarLeft, beside: frame.bounds, theme: cells.sharedTheme, fitter: fitter)
        }
        columnCount = cells.columnCount
        sharedTheme = cells.sharedTheme
        isLargeEnough = frame.isLargeEnough
        titleLines = title.placed(from: Point(x: frame.bounds.minX, y: inside.minY), in: inside)

        let rectangles = sheet.panels.indices.map(frame.rectangle)
        let headers = frame.header.placed(sheet.panels, above: rectangles, theme: cells.panelTheme, fitter: fitter)
        let pointCount = sheet.panels.map { AxesLayout.pointCount(of: $0.axes.marks) }.max() ?? 0
        let pointDensity = Double(pointCount) / (rectangles[0].width * rectangles[0].height)
        let blank = fitter.line("", font: cells.panelTheme.tickLabelFont)
        panels = sheet.panels.indices.map { index in
            Panel(
                titleLines: headers[index].lines, tag: headers[index].tag, isFramed: sheet.panels[index].isFramed,
                colorBar: (furniture.hasColorBar && sheet.hasPanelColorBars ? sheet.panels[index].axes.colorBar : nil)
                    .map {
                        ColorBarLayout(
                            $0, from: rectangles[index].maxX, beside: rectangles[index], theme: cells.panelTheme,
                            fitter: fitter)
                    },
                axes: AxesLayout(
                    sheet.panels[index].axes, in: rectangles[index],
                    xTicks: cells.isLowest(index) ? frame.xTicks : frame.xTicks.labelled(blank),
                    yTicks: cells.isLeftmost(index) ? frame.yTicks : frame.yTicks.labelled(blank),
                    labelTop: frame.xLabelTop, pointDensity: pointDensity, theme: cells.panelTheme))
        }
        columnTitles = furniture.hasGridTitles ? frame.columnTitles(sheet.columnTitles, fitter: fitter) : []
        rowTitles = furniture.hasGridTitles ? frame.rowTitles(sheet.rowTitles, fitter: fitter) : []
        let room = AxisRoom(theme: cells.sharedTheme, fitter: fitter)
        xTitle = room.title(
            furniture.hasAxisTitles ? sheet.xTitle : "", remark: frame.xTicks.remark, width: frame.bounds.width
        ).map { frame.xTitle($0) }
        yTitle = room.title(
            furniture.hasAxisTitles ? sheet.yTitle : "", remark: frame.yTicks.remark, width: frame.bounds.height
        ).map { frame.yTitle($0, in: area) }
    }

    /// Draws the sheet: the page, the panels with their marks, then titles, colour bar and legend.
    public func draw(on canvas: inout some Canvas) {
        canvas.fill(Path(page), color: theme.pageColor)
        for panel in panels {
            panel.axes.draw(on: &canvas)
            if panel.isFramed {
                // Outside, so that it hides nothing.
                let theme = panel.axes.space.theme
                let width = 2.2 * theme.boundaryWidth
                let path = Path(panel.plotRectangle.expanded(by: width / 2))
                canvas.stroke(path, style: StrokeStyle(color: theme.titleColor, width: width, join: .miter))
            }
            panel.tag?.draw(on: &canvas)
            panel.colorBar?.draw(on: &canvas)
        }
        let lines = titleLines + columnTitles + rowTitles + panels.flatMap(\.titleLines)
        for text in lines + [xTitle, yTitle].compactMap(\.self) {
            text.draw(on: &canvas)
        }
        colorBar?.draw(on: &canvas)
        legend?.draw(on: &canvas, theme: sharedTheme)
    }
}
