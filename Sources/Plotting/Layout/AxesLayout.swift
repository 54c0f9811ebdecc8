public import Geometry

/// Layout of a pair of axes and their furniture on the page.
public struct AxesLayout: Sendable {
    /// A tick with its label.
    public struct Tick: Hashable, Sendable {
        /// Value in data units.
        public let value: Double
        /// Point of the frame at which the tick begins, in points of the page, y down.
        public let position: Point
        /// Label of the tick; empty if it has none, or if a panel of a sheet leaves it to a neighbour.
        public let label: PlacedText
    }

    /// The axes laid out.
    public let axes: Axes
    /// Scales of the plot rectangle, and the marker size that suits the number of points.
    public let space: PlotSpace
    /// Ticks of the x axis, ascending; empty if the axis has no room for two labels.
    public let xTicks: [Tick]
    /// Ticks of the y axis, ascending; empty if the axis has no room for two labels.
    public let yTicks: [Tick]
    /// Title of the x axis, with the remark on a power or offset that its labels leave out.
    public private(set) var xTitle: PlacedText?
    /// Title of the y axis, with the remark on a power or offset that its labels leave out.
    public private(set) var yTitle: PlacedText?
    /// Legend in a corner of the plot rectangle; nil if it would hide too much of it.
    public private(set) var legend: LegendLayout?
    /// Colour bar; nil if the axes have none or there is no room for it.
    public private(set) var colorBar: ColorBarLayout?

    /// Inside of the frame, in points of the page, y down.
    public var plotRectangle: Rectangle { space.rectangle }

    /// Lays axes out so that they fill `area` with all their furniture.
    ///
    /// - Parameter gapAbove: least distance between the top of the area and the frame, in points.
    /// - Precondition: the limits of the axes are finite and hold more than one value.
    init(
        _ axes: Axes, in area: Rectangle, gapAbove: Double, furniture: Furniture, theme: Theme,
        fitter: TextFitter<some TextMeasuring>
    ) {
        func layout(_ place: SheetLegend) -> AxesLayout {
            AxesLayout(
                axes, in: area, gapAbove: gapAbove, legendPlace: place, furniture: furniture, theme: theme,
                fitter: fitter)
        }
        let plain = layout(.none)
        let movesLegend =
            switch axes.legend.place {
            case .inside: false
            case .outside: furniture.hasOutsideLegend
            case .automatic: furniture.movesLegend && plain.legend?.hidesPoints == true
            }
        var outside: [AxesLayout] = []
        if movesLegend {
            let entries = plain.unwrittenEntries(of: axes.legend, fitter: fitter)
            // In a smaller plot there may be no room for a name that the legend then lacks.
            outside = SheetLegend.places(for: entries, in: area, theme: theme, fitter: fitter).map(layout)
                .filter { $0.legend != nil && $0.unwrittenEntries(of: axes.legend, fitter: fitter) == entries }
        }
        let plotArea = { (layout: AxesLayout) in layout.plotRectangle.width * layout.plotRectangle.height }
        self = outside.max { plotArea($0) < plotArea($1) } ?? plain
    }

    /// Lays axes out with the legend at a place outside of the plot rectangle, or, if that is `none`, in a corner.
    private init(
        _ axes: Axes, in area: Rectangle, gapAbove: Double, legendPlace: SheetLegend, furniture: Furniture,
        theme: Theme, fitter: TextFitter<some TextMeasuring>
    ) {
        let bar = furniture.hasColorBar && furniture.hasTickLabels ? axes.colorBar : nil
        let barRoom = bar.map { ColorBarLayout.room(for: $0, theme: theme, fitter: fitter) } ?? 0
        var frameArea = area
        frameArea.maxX = max(area.minX, area.maxX - barRoom - legendPlace.roomBeside)
        frameArea.maxY = max(area.minY, area.maxY - legendPlace.roomBelow)
        let frame = FrameLayout(
            axes, in: frameArea, gapAbove: gapAbove, furniture: furniture, theme: theme, fitter: fitter)
        let rectangle = frame.rectangle
        self.init(
            axes, in: rectangle, xTicks: frame.xTicks, yTicks: frame.yTicks, labelTop: frame.xLabelTop,
            pointDensity: Double(AxesLayout.pointCount(of: axes.marks)) / (rectangle.width * rectangle.height),
            theme: theme)

        let room = AxisRoom(theme: theme, fitter: fitter)
        xTitle = room.title(
            furniture.hasAxisTitles ? axes.xTitle : "", remark: frame.xTicks.remark, width: rectangle.width
        ).map { line in
            let origin = Point(x: rectangle.center.x - line.width / 2, y: frameArea.maxY - line.extents.descent)
            return PlacedText(line, color: theme.labelColor, origin: origin)
        }
        yTitle = room.title(
            furniture.hasAxisTitles ? axes.yTitle : "", remark: frame.yTicks.remark, width: rectangle.height
        ).map { PlacedText(upwards: $0, color: theme.labelColor, left: area.minX, middle: rectangle.center.y) }
        legend =
            if case .none = legendPlace {
                LegendLayout(
                    unwrittenEntries(of: axes.legend, fitter: fitter), marks: axes.marks, in: space, fitter: fitter)
            } else {
                legendPlace.layout(around: rectangle, in: area)
            }
        colorBar = bar.map {
            ColorBarLayout($0, from: frameArea.maxX, beside: rectangle, theme: theme, fitter: fitter)
        }
    }

    /// Returns the legend without the entries whose names a mark writes into their areas.
    private func unwrittenEntries(of legend: Legend, fitter: TextFitter<some TextMeasuring>) -> Legend {
        let written = axes.marks.reduce(into: Set<String>()) {
            $0.formUnion($1.writtenNames(in: space, measuring: fitter.measure))
        }
        return Legend(
            legend.entries.filter { $0.symbol.area == nil || !written.contains($0.name) }, place: legend.place)
    }

    /// Lays axes out in a plot rectangle, with these ticks and no titles, legend or colour bar.
    ///
    /// - Parameters:
    ///   - labelTop: distance from the frame's lower edge to the top of the x labels, in points.
    ///   - pointDensity: number of points per square point of the plot, which decides on the size of markers.
    init(
        _ axes: Axes, in rectangle: Rectangle, xTicks: AxisTicks, yTicks: AxisTicks, labelTop: Double,
        pointDensity: Double,
        theme: Theme
    ) {
        self.axes = axes
        // If the markers would cover more than a twentieth of the plot, they shrink by ⁴√(share/20), but to no less than
        // three tenths. So points shrink with their number, and in the panels of a sheet.
        let share = pointDensity * Double.pi * theme.markerRadius * theme.markerRadius
        let crowding = share > 0.05 ? max(0.3, (0.05 / share).squareRoot().squareRoot()) : 1
        let space = PlotSpace(
            rectangle: rectangle, xLimits: axes.xLimits, yLimits: axes.yLimits, xScale: axes.xScale,
            yScale: axes.yScale, theme: theme, markerRadius: theme.markerRadius * crowding)
        self.space = space
        self.xTicks = zip(xTicks.values, xTicks.labels).map { value, line in
            // A tick may lie beyond the end by the locator's tolerance.
            let x = min(max(space.x(value), rectangle.minX), rectangle.maxX)
            let origin = Point(x: x - line.width / 2, y: rectangle.maxY + labelTop + line.extents.ascent)
            return Tick(
                value: value, position: Point(x: x, y: rectangle.maxY),
                label: PlacedText(line, color: theme.labelColor, origin: origin))
        }
        self.yTicks = zip(yTicks.values, yTicks.labels).map { value, line in
            let y = min(max(space.y(value), rectangle.minY), rectangle.maxY)
            let origin = Point(
                x: rectangle.minX - theme.tickLength - theme.tickLabelGap - line.width,
                y: y + line.font.capHeight / 2)
            return Tick(
                value: value, position: Point(x: rectangle.minX, y: y),
                label: PlacedText(line, color: theme.labelColor, origin: origin))
        }
    }

    /// Returns the number of points of all marks together.
    static func pointCount(of marks: [any Mark]) -> Int {
        marks.reduce(0) { $0 + $1.pointCount }
    }
}

extension AxesLayout {
    /// Draws the marks in order, clipped to the plot rectangle, then frame, ticks and labels, titles, colour bar,
    /// legend.
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
        for (x, y) in xTicks.map({ ($0.position.x, $0.position.y) }) {
            strokes.append(from: Point(x: x, y: y), to: Point(x: x, y: y + theme.tickLength))
        }
        for (x, y) in yTicks.map({ ($0.position.x, $0.position.y) }) {
            strokes.append(from: Point(x: x, y: y), to: Point(x: x - theme.tickLength, y: y))
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
