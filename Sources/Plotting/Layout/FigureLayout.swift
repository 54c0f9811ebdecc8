public import Geometry

/// Layout of a figure on its page: a pure function of the figure and the sizes of its texts.
///
/// All furniture is drawn if that leaves the plot rectangle at least half of the page, or two fifths if the legend is
/// outside, and of that seven tenths above a footer. Otherwise furniture yields until it does, in this order: a legend outside of the plot that was not asked
/// for, the axis titles, the footer, the figure's second line, the second line of the title, any legend outside of the plot, the
/// colour bar, the title, the tick labels. A legend that yields goes into a corner of the plot. No text is set smaller
/// than the theme's minimum.
public struct FigureLayout: Sendable {
    /// The whole page, in points.
    public let page: Rectangle
    /// Lines of the title and the second line, from the top.
    public let titleLines: [PlacedText]
    /// Layout of the axes.
    public let axes: AxesLayout
    /// Layout of the axes along the lower edge; nil if there are none or there is no room for them.
    public let footer: AxesLayout?
    /// The figure's theme with its sizes adapted to the page.
    public let theme: Theme
    /// Elements that were left out, since the page has no room for them.
    public let omitted: [OmittedElement]

    /// Inside of the frame, in points of the page, y down.
    public var plotRectangle: Rectangle { axes.plotRectangle }

    /// - Precondition: width and height of the figure are greater than 0; the limits of its axes are finite and hold
    ///   more than one value.
    public init(of figure: Figure, measuring measure: some TextMeasuring) {
        precondition(
            figure.size.width > 0 && figure.size.height > 0, "width and height of a figure must be greater than 0")
        let theme = figure.theme.scaled(to: figure.size)
        let fitter = TextFitter(measure: measure, minimumFontSize: theme.minimumFontSize)
        self = Furniture.layout(yieldingBy: Furniture.figureSteps, isLargeEnough: \.isPlotLargeEnough) {
            FigureLayout(of: figure, furniture: $0, theme: theme, fitter: fitter)
        }
    }

    /// True if the plot rectangle covers half of the page, or two fifths beside a legend, and lies on it: furniture may
    /// push it out.
    private var isPlotLargeEnough: Bool {
        let plot = plotRectangle
        let share = (axes.legend?.hasBox == false ? 0.4 : 0.5) * (footer == nil ? 1 : 0.7)
        return plot.width * plot.height >= share * page.width * page.height && plot.maxX <= page.maxX
            && plot.maxY <= page.maxY
    }

    private init(of figure: Figure, furniture: Furniture, theme: Theme, fitter: TextFitter<some TextMeasuring>) {
        page = Rectangle(origin: Point(x: 0, y: 0), size: figure.size)
        self.theme = theme
        let margin = min(theme.pageMargin, page.width / 4, page.height / 4)
        let title = TitleLayout(
            title: figure.title.singleLine, subtitle: furniture.hasSubtitle ? figure.subtitle.singleLine : "",
            maximumTitleLineCount: furniture.titleLineCount, width: page.width - 2 * margin, theme: theme,
            fitter: fitter)
        let top = title.lines.isEmpty ? margin : margin + title.height
        let area = page.expanded(by: -margin)
        let footer = furniture.hasFooter ? figure.footer : nil
        let bottom = area.maxY - (footer == nil ? 0 : Self.footerShare * page.height)
        axes = AxesLayout(
            figure.axes,
            in: Rectangle(minX: area.minX, minY: min(top, bottom - 1), maxX: area.maxX, maxY: bottom),
            gapAbove: title.lines.isEmpty ? 0 : theme.titleGap, furniture: furniture, theme: theme, fitter: fitter)
        self.footer = footer.map { [axes] footer in
            func layout(from left: Double) -> AxesLayout {
                AxesLayout(
                    footer,
                    in: Rectangle(minX: left, minY: bottom, maxX: area.maxX, maxY: area.maxY),
                    gapAbove: theme.titleGap, furniture: furniture, theme: theme, fitter: fitter)
            }
            // The left edges of both frames are in line, if the numbers above are the wider ones.
            let plain = layout(from: area.minX)
            let missing = axes.plotRectangle.minX - plain.plotRectangle.minX
            return missing > 0 ? layout(from: area.minX + missing) : plain
        }
        titleLines = title.placed(from: Point(x: axes.plotRectangle.minX, y: margin), in: area)
        omitted = Self.omitted(from: figure, furniture: furniture, legend: axes.legend)
    }

    /// Share of the page's height that a footer takes.
    private static let footerShare = 0.25

    /// Draws the figure: the page, the axes with their marks, the footer, then the title.
    public func draw(on canvas: inout some Canvas) {
        canvas.fill(Path(page), color: theme.pageColor)
        axes.draw(on: &canvas)
        footer?.draw(on: &canvas)
        for line in titleLines {
            line.draw(on: &canvas)
        }
    }
}
