public import Geometry

/// Several pairs of axes side by side on one page, with the same limits, so that they can be compared.
///
/// All panels are equally large. They share the ticks of the first; numbers stand only on the outside, below each
/// column and to the left of the first one. The titles of the axes and the legend are written once, for all panels.
public struct Sheet: Sendable {
    /// One pair of axes with its title.
    public struct Panel: Sendable {
        /// Above the frame; nothing where empty.
        public var title: String
        /// Beneath the title, smaller and grey; nothing where empty. Where it is too long, parts between " · " are
        /// left out from the end.
        public var subtitle: String
        /// What is drawn; its legend, colour bar and axis titles are not, as the sheet has its own.
        public var axes: Axes

        /// A panel from its parts.
        public init(title: String = "", subtitle: String = "", axes: Axes) {
            self.title = title
            self.subtitle = subtitle
            self.axes = axes
        }
    }

    /// The page's width and height in points (1/72 inch); each greater than 0.
    public var size: Size
    /// The page's first line; nothing where empty.
    public var title: String
    /// The page's second line, smaller and grey; nothing where empty.
    public var subtitle: String
    /// Row by row from the top left; one or more, all with the limits of the first.
    public var panels: [Panel]
    /// How many panels stand in a row, 1 or more and no more than there are; where nil, as many as give the panels the
    /// best shape and size.
    public var columnCount: Int?
    /// Above each column of the grid; none, or one for every column.
    public var columnTitles: [String]
    /// To the right of each row of the grid, upwards; none, or one for every row.
    public var rowTitles: [String]
    /// Written once below all panels; nothing where empty.
    public var xTitle: String
    /// Written once to the left of all panels, upwards; nothing where empty.
    public var yTitle: String
    /// What explains the marks of all panels; beside the panels, where the last row leaves room or else below or to
    /// the right of them.
    public var legend: Legend
    /// What explains bands of colours in all panels, to the right of them and as high as all together; none where nil.
    public var colorBar: ColorBar?
    /// Colours and sizes for a page of the default size; the layout adapts the sizes to this page and its panels.
    public var theme: Theme

    /// A sheet from its parts; the size in points (1/72 inch).
    public init(
        size: Size = Figure.defaultSize, title: String = "", subtitle: String = "", panels: [Panel],
        columnCount: Int? = nil, columnTitles: [String] = [], rowTitles: [String] = [], xTitle: String = "",
        yTitle: String = "", legend: Legend = Legend(), colorBar: ColorBar? = nil, theme: Theme = .light
    ) {
        self.size = size
        self.title = title
        self.subtitle = subtitle
        self.panels = panels
        self.columnCount = columnCount
        self.columnTitles = columnTitles
        self.rowTitles = rowTitles
        self.xTitle = xTitle
        self.yTitle = yTitle
        self.legend = legend
        self.colorBar = colorBar
        self.theme = theme
    }

    /// Lays the sheet out with the canvas' text sizes and draws it.
    ///
    /// - Returns: where everything stands, such as the plot rectangle of each panel.
    /// - Precondition: that of `SheetLayout`.
    @discardableResult
    public func draw(on canvas: inout some Canvas) -> SheetLayout {
        let layout = SheetLayout(of: self, measuring: canvas, pixelSize: canvas.pixelSize)
        layout.draw(on: &canvas)
        return layout
    }
}

extension Sheet {
    /// A page that is large enough for so many panels: `base` for up to six, beyond that larger, so that each keeps the
    /// room it has as one of six.
    ///
    /// - Parameters:
    ///   - columnCount: how many panels stand in a row; where nil, the page keeps the shape of `base`.
    ///   - base: in points, as is the result.
    public static func pageSize(panelCount: Int, columnCount: Int? = nil, base: Size = Figure.defaultSize) -> Size {
        guard let columnCount, columnCount > 0 else {
            let factor = max(1, (Double(panelCount) / 6).squareRoot())
            return Size(width: base.width * factor, height: base.height * factor)
        }
        let rowCount = (panelCount + columnCount - 1) / columnCount
        return Size(
            width: base.width * max(1, Double(columnCount) / 3), height: base.height * max(1, Double(rowCount) / 2))
    }
}
