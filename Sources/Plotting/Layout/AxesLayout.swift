public import Geometry

/// Where a pair of axes and their furniture stand on the page.
public struct AxesLayout: Sendable {
    /// A tick with its label.
    public struct Tick: Hashable, Sendable {
        /// In data units.
        public let value: Double
        /// Where the tick meets the frame, in points of the page, y down.
        public let position: Point
        /// The number at the tick; an empty text where it has none.
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
        let frame = FrameLayout(axes, in: area, gapAbove: gapAbove, furniture: furniture, theme: theme, fitter: fitter)
        let rectangle = frame.rectangle
        let space = PlotSpace(
            rectangle: rectangle, xLimits: axes.xLimits, yLimits: axes.yLimits, xScale: axes.xScale,
            yScale: axes.yScale,
            theme: theme, markerRadius: theme.markerRadius * AxesLayout.crowding(of: axes.marks))
        self.axes = axes
        self.space = space

        xTicks = zip(frame.xTicks.values, frame.xTicks.labels).map { value, line in
            // A tick may lie beyond the end by the locator's tolerance.
            let x = min(max(space.x(value), rectangle.minX), rectangle.maxX)
            let origin = Point(
                x: x - line.width / 2, y: rectangle.maxY + frame.xLabelTop + line.extents.ascent)
            return Tick(
                value: value, position: Point(x: x, y: rectangle.maxY),
                label: PlacedText(line, color: theme.labelColor, origin: origin))
        }
        yTicks = zip(frame.yTicks.values, frame.yTicks.labels).map { value, line in
            let y = min(max(space.y(value), rectangle.minY), rectangle.maxY)
            let origin = Point(
                x: rectangle.minX - theme.tickLength - theme.tickLabelGap - line.width,
                y: y + line.font.capHeight / 2)
            return Tick(
                value: value, position: Point(x: rectangle.minX, y: y),
                label: PlacedText(line, color: theme.labelColor, origin: origin))
        }

        let xLine = AxesLayout.title(
            furniture.hasTitles ? axes.xTitle : "", remark: frame.xTicks.remark, width: rectangle.width, theme: theme,
            fitter: fitter)
        xTitle = xLine.map { line in
            let origin = Point(x: rectangle.center.x - line.width / 2, y: area.maxY - line.extents.descent)
            return PlacedText(line, color: theme.labelColor, origin: origin)
        }
        let yLine = AxesLayout.title(
            furniture.hasTitles ? axes.yTitle : "", remark: frame.yTicks.remark, width: rectangle.height,
            theme: theme, fitter: fitter)
        yTitle = yLine.map { line in
            let origin = Point(x: area.minX + line.extents.ascent, y: rectangle.center.y + line.width / 2)
            return PlacedText(line, color: theme.labelColor, origin: origin, direction: .upwards)
        }
        legend = LegendLayout(axes.legend, marks: axes.marks, in: space, fitter: fitter)
    }

    /// An axis title with its remark in parentheses: smaller first, then with its name cut, so that the remark stays.
    private static func title(
        _ name: String, remark: String, width: Double, theme: Theme, fitter: TextFitter<some TextMeasuring>
    ) -> TextLine? {
        let name = name.singleLine
        if remark.isEmpty || name.isEmpty {
            return fitter.oneLine(name + remark, font: theme.axisTitleFont, width: width)
        }
        let suffix = " (\(remark))"
        let font = fitter.shrunk(theme.axisTitleFont, for: name + suffix, width: width)
        let room = width - fitter.line(suffix, font: font).width
        guard let cut = fitter.cut(name, font: font, width: room) else {
            return fitter.oneLine(remark, font: theme.axisTitleFont, width: width)
        }
        return fitter.line(cut.text + suffix, font: font)
    }

    /// What markers shrink by where there are many points: ⁴√(500/n) beyond 500 points, but no less than three tenths.
    private static func crowding(of marks: [any Mark]) -> Double {
        let count = marks.reduce(0) { $0 + $1.pointCount }
        guard count > 500 else { return 1 }
        return max(0.3, (500 / Double(count)).squareRoot().squareRoot())
    }
}

extension AxesLayout {
    /// Draws the axes: the marks within the plot rectangle in order, then frame, ticks and their labels, titles,
    /// legend.
    func draw(on canvas: inout some Canvas) {
        let theme = space.theme
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
        legend?.draw(on: &canvas, theme: theme)
    }
}
