public import Geometry

/// Several pairs of axes side by side on one page, with the same limits, so that they can be compared.
///
/// All panels are equally large and share the ticks of the first. Numbers are written only on the outside, below each
/// column and to the left of the first one. Axis titles and legend are written once for all panels.
public struct Sheet: Sendable {
    /// One pair of axes with its title.
    public struct Panel: Sendable {
        /// Title above the frame; not drawn if empty.
        public var title: String
        /// Second line, smaller and grey; not drawn if empty. If it is too long, its last parts between " · " are
        /// dropped.
        public var subtitle: String
        /// Tag at the right end of the first line; optional, and left out of all panels if it does not fit one.
        public var tag: Tag?
        /// True for a thick line around the frame.
        public var isFramed: Bool
        /// Axes with their marks; their legend and titles are ignored, as the sheet has its own, and their colour bar
        /// unless `hasPanelColorBars`.
        public var axes: Axes

        /// Creates a panel from its parts.
        public init(
            title: String = "", subtitle: String = "", tag: Tag? = nil, isFramed: Bool = false, axes: Axes
        ) {
            self.title = title
            self.subtitle = subtitle
            self.tag = tag
            self.isFramed = isFramed
            self.axes = axes
        }
    }

    /// Width and height of the page in points (1/72 inch); each greater than 0.
    public var size: Size
    /// First line of the page; not drawn if empty.
    public var title: String
    /// Second line of the page, smaller and grey; not drawn if empty.
    public var subtitle: String
    /// Panels row by row from the top left; one or more, all with the limits of the first.
    public var panels: [Panel]
    /// Number of panels in a row, from 1 to their count; if nil, the number that gives panels the best shape and size.
    public var columnCount: Int?
    /// Titles above the columns; none, or one for every column.
    public var columnTitles: [String]
    /// Titles to the right of the rows, upwards; none, or one for every row.
    public var rowTitles: [String]
    /// Title of the x axes, below all panels; not drawn if empty.
    public var xTitle: String
    /// Title of the y axes, upwards to the left of all panels; not drawn if empty.
    public var yTitle: String
    /// Legend for all panels: in the free room of the last row, or else below the panels or to the right of them.
    public var legend: Legend
    /// Colour bar to the right of all panels, as high as all together; optional.
    public var colorBar: ColorBar?
    /// True if every panel has the colour bar of its axes to its right, in place of the shared one.
    public var hasPanelColorBars = false
    /// Colours and sizes for a page of the default size; the layout adapts the sizes to this page and its panels.
    public var theme: Theme

    /// Creates a sheet from its parts; the size in points (1/72 inch).
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

    /// Lays the sheet out with the canvas's text sizes and draws it.
    ///
    /// - Returns: the layout, such as the plot rectangle of each panel.
    /// - Precondition: that of `SheetLayout`.
    @discardableResult
    public func draw(on canvas: inout some Canvas) -> SheetLayout {
        let layout = SheetLayout(of: self, measuring: canvas, pixelSize: canvas.pixelSize)
        layout.draw(on: &canvas)
        return layout
    }
}

extension Sheet {
    /// Returns a page size for `panelCount` panels: `base` for up to six, larger beyond that, so that each panel keeps
    /// the room of one of six.
    ///
    /// - Parameters:
    ///   - columnCount: number of panels in a row; if nil, the page keeps the shape of `base`.
    ///   - base: size in points, as is the result.
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
