public import Geometry

/// Where a pair of axes and their furniture stand on the page.
public struct AxesLayout: Sendable {
    /// A tick with its label.
    public struct Tick: Hashable, Sendable {
        /// In data units.
        public let value: Double
        /// Where the tick meets the frame, in points of the page, y down.
        public let position: Point
        /// The number at the tick; an empty text where it has none, or the panel of a sheet leaves it to a neighbour.
        public let label: PlacedText
    }

    /// The axes that are laid out.
    public let axes: Axes
    /// Where data lie on the page, and the marker size that suits their number.
    public let space: PlotSpace
    /// Ascending; none where the axis has no room for the labels of two.
    public let xTicks: [Tick]
    /// Ascending; none where the axis has no room for the labels of two.
    public let yTicks: [Tick]
    /// With the remark on what the tick labels leave out.
    public let xTitle: PlacedText?
    /// With the remark on what the tick labels leave out.
    public let yTitle: PlacedText?
    /// Nil where it would hide too much of the plot rectangle.
    public let legend: LegendLayout?
    /// Nil where there is none or no room for it.
    public let colorBar: ColorBarLayout?

    /// The inside of the frame, in points of the page, y down.
    public var plotRectangle: Rectangle { space.rectangle }

    /// Lays axes out so that they and all their furniture fill `area`.
    ///
    /// - Parameter gapAbove: what is kept free between the top of the area and the frame, in points, at least.
    /// - Precondition: the limits of the axes are finite and hold more than one value.
    init(
        _ axes: Axes, in area: Rectangle, gapAbove: Double, furniture: Furniture, theme: Theme,
        fitter: TextFitter<some TextMeasuring>
    ) {
        let bar = furniture.hasColorBar && furniture.hasTickLabels ? axes.colorBar : nil
        let barRoom = bar.map { ColorBarLayout.room(for: $0, theme: theme, fitter: fitter) } ?? 0
        var frameArea = area
        frameArea.maxX = max(area.minX, area.maxX - barRoom)
        let frame = FrameLayout(
            axes, in: frameArea, gapAbove: gapAbove, furniture: furniture, theme: theme, fitter: fitter)
        let rectangle = frame.rectangle
        let room = AxisRoom(theme: theme, fitter: fitter)
        self.axes = axes
        space = AxesLayout.space(
            of: axes, in: rectangle, theme: theme, pointCount: AxesLayout.pointCount(of: axes.marks))
        xTicks = AxesLayout.xTicks(frame.xTicks, in: space, labelTop: frame.xLabelTop)
        yTicks = AxesLayout.yTicks(frame.yTicks, in: space)

        let xLine = room.title(
            furniture.hasTitles ? axes.xTitle : "", remark: frame.xTicks.remark, width: rectangle.width)
        xTitle = xLine.map { line in
            let origin = Point(x: rectangle.center.x - line.width / 2, y: area.maxY - line.extents.descent)
            return PlacedText(line, color: theme.labelColor, origin: origin)
        }
        let yLine = room.title(
            furniture.hasTitles ? axes.yTitle : "", remark: frame.yTicks.remark, width: rectangle.height)
        yTitle = yLine.map { line in
            let origin = Point(x: area.minX + line.extents.ascent, y: rectangle.center.y + line.width / 2)
            return PlacedText(line, color: theme.labelColor, origin: origin, direction: .upwards)
        }
        let written = axes.marks.reduce(into: Set<String>()) { [space] in
            $0.formUnion($1.writtenNames(in: space, measuring: fitter.measure))
        }
        let legend = Legend(axes.legend.entries.filter { $0.symbol.area == nil || !written.contains($0.name) })
        self.legend = LegendLayout(legend, marks: axes.marks, in: space, fitter: fitter)
        colorBar = bar.map {
            ColorBarLayout($0, from: frameArea.maxX, beside: rectangle, theme: theme, fitter: fitter)
        }
    }

    /// Lays axes out in a plot rectangle, with these ticks and no titles, legend or colour bar.
    ///
    /// - Parameters:
    ///   - labelTop: from the frame's lower edge to the top of the x labels, in points.
    ///   - pointCount: how many points decide on the size of the markers.
    init(
        _ axes: Axes, in rectangle: Rectangle, xTicks: AxisTicks, yTicks: AxisTicks, labelTop: Double, pointCount: Int,
        theme: Theme
    ) {
        self.axes = axes
        space = AxesLayout.space(of: axes, in: rectangle, theme: theme, pointCount: pointCount)
        self.xTicks = AxesLayout.xTicks(xTicks, in: space, labelTop: labelTop)
        self.yTicks = AxesLayout.yTicks(yTicks, in: space)
        xTitle = nil
        yTitle = nil
        legend = nil
        colorBar = nil
    }

    /// Markers shrink where there are many points: by ⁴√(500/n) beyond 500 points, but to no less than three tenths.
    private static func space(of axes: Axes, in rectangle: Rectangle, theme: Theme, pointCount: Int) -> PlotSpace {
        let crowding = pointCount > 500 ? max(0.3, (500 / Double(pointCount)).squareRoot().squareRoot()) : 1
        return PlotSpace(
            rectangle: rectangle, xLimits: axes.xLimits, yLimits: axes.yLimits, xScale: axes.xScale,
            yScale: axes.yScale, theme: theme, markerRadius: theme.markerRadius * crowding)
    }

    /// How many points all marks draw together.
    static func pointCount(of marks: [any Mark]) -> Int {
        marks.reduce(0) { $0 + $1.pointCount }
    }

    private static func xTicks(_ ticks: AxisTicks, in space: PlotSpace, labelTop: Double) -> [Tick] {
        let rectangle = space.rectangle
        return zip(ticks.values, ticks.labels).map { value, line in
            // A tick may lie beyond the end by the locator's tolerance.
            let x = min(max(space.x(value), rectangle.minX), rectangle.maxX)
            let origin = Point(x: x - line.width / 2, y: rectangle.maxY + labelTop + line.extents.ascent)
            return Tick(
                value: value, position: Point(x: x, y: rectangle.maxY),
                label: PlacedText(line, color: space.theme.labelColor, origin: origin))
        }
    }

    private static func yTicks(_ ticks: AxisTicks, in space: PlotSpace) -> [Tick] {
        let rectangle = space.rectangle
        let theme = space.theme
        return zip(ticks.values, ticks.labels).map { value, line in
            let y = min(max(space.y(value), rectangle.minY), rectangle.maxY)
            let origin = Point(
                x: rectangle.minX - theme.tickLength - theme.tickLabelGap - line.width,
                y: y + line.font.capHeight / 2)
            return Tick(
                value: value, position: Point(x: rectangle.minX, y: y),
                label: PlacedText(line, color: theme.labelColor, origin: origin))
        }
    }
}

extension AxesLayout {
    /// Draws the axes: the marks within the plot rectangle in order, then frame, ticks and their labels, titles,
    /// colour bar, legend.
    func draw(on canvas: inout some Canvas) {
        let theme = space.theme
        var space = space
        space.legendBox = legend.flatMap { $0.hasBox ? $0.box : nil }
        canvas.clip(to: plotRectangle) { canvas in
            canvas.fill(Path(plotRectangle), color: axes.background)
            for mark in axes.marks {
                mark.draw(on: &canvas, in: space)
            }
        }

        let style = StrokeStyle(color: theme.frameColor, width: theme.frameWidth, join: .miter)
        canvas.stroke(Path(plotRectangle), style: style)
        var strokes = Path()
        for tick in xTicks {
            strokes.append(
                strip: [tick.position, Point(x: tick.position.x, y: tick.position.y + theme.tickLength)], at: \.self)
        }
        for tick in yTicks {
            strokes.append(
                strip: [tick.position, Point(x: tick.position.x - theme.tickLength, y: tick.position.y)], at: \.self)
        }
        if !strokes.elements.isEmpty {
            canvas.stroke(strokes, style: style)
        }
        for text in (xTicks + yTicks).map(\.label) + [xTitle, yTitle].compactMap(\.self) where !text.text.isEmpty {
            text.draw(on: &canvas)
        }
        colorBar?.draw(on: &canvas)
        legend?.draw(on: &canvas, theme: theme)
    }
}
