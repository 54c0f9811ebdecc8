public import Geometry

/// Layout of a colour bar on the page.
public struct ColorBarLayout: Hashable, Sendable {
    /// The colour bar laid out.
    public let colorBar: ColorBar
    /// Rectangle around all bars, in points of the page, y down.
    public let rectangle: Rectangle
    /// Labels of the edges that are drawn, from the lowest.
    public let labels: [PlacedText]
    /// Title along the bars; nil if it is empty or has no room.
    public let title: PlacedText?

    private let theme: Theme
    /// Heights of the ticks on the page.
    private let tickHeights: [Double]

    // All in ems of the tick labels.
    private static let gap = 1.1
    private static let singleWidth = 1.1
    private static let barWidth = 0.8
    private static let greatestWidth = 4.5
    private static let tipHeight = 0.7

    /// Returns the width of a colour bar to the right of the plot rectangle, in points.
    static func room(for bar: ColorBar, theme: Theme, fitter: TextFitter<some TextMeasuring>) -> Double {
        let widest = (bar.ticks ?? bar.edges).map { fitter.line($0.label, font: theme.tickLabelFont).width }.max() ?? 0
        let title = bar.title.isEmpty ? 0 : AxisRoom(theme: theme, fitter: fitter).titleHeight
        return (gap + width(of: bar)) * theme.tickLabelFont.size + theme.tickLength + theme.tickLabelGap + widest
            + title
    }

    private static func width(of bar: ColorBar) -> Double {
        bar.bars.count == 1 ? singleWidth : min(barWidth * Double(bar.bars.count), greatestWidth)
    }

    /// - Parameters:
    ///   - left: left edge of the room that `room(for:theme:fitter:)` states, in points.
    ///   - plot: plot rectangle, which gives the height of the bars.
    init(
        _ bar: ColorBar, from left: Double, beside plot: Rectangle, theme: Theme,
        fitter: TextFitter<some TextMeasuring>
    ) {
        colorBar = bar
        self.theme = theme
        let em = theme.tickLabelFont.size
        let start = left + ColorBarLayout.gap * em
        let rectangle = Rectangle(
            minX: start, minY: plot.minY, maxX: start + ColorBarLayout.width(of: bar) * em, maxY: plot.maxY)
        self.rectangle = rectangle
        let lines = (bar.ticks ?? bar.edges).map { fitter.line($0.label, font: theme.tickLabelFont) }
        let heights: [Double]
        let labelled: [Int]
        if let ticks = bar.ticks {
            heights = ticks.map { rectangle.maxY - $0.value * rectangle.height }
            labelled = ticks.indices.reduce(into: []) { kept, index in
                if kept.allSatisfy({ abs(heights[index] - heights[$0]) >= em * 1.3 }) { kept.append(index) }
            }.sorted { heights[$0] > heights[$1] }
            tickHeights = labelled.map { heights[$0] }
        } else {
            heights = ColorBarLayout.edges(of: bar, in: rectangle, theme: theme)
            let stride = ColorBarLayout.stride(of: bar, bandHeight: heights[0] - heights[1], labelHeight: em * 1.3)
            labelled = heights.indices.filter { $0.isMultiple(of: stride) }
            tickHeights = heights
        }
        labels = labelled.map { index in
            let origin = Point(
                x: rectangle.maxX + theme.tickLength + theme.tickLabelGap,
                y: heights[index] + theme.tickLabelFont.capHeight / 2)
            return PlacedText(lines[index], color: theme.labelColor, origin: origin)
        }
        let widest = lines.map(\.width).max() ?? 0
        title = fitter.oneLine(bar.title.singleLine, font: theme.axisTitleFont, width: plot.height).map { line in
            let left = rectangle.maxX + theme.tickLength + theme.tickLabelGap + widest + theme.axisTitleGap
            return PlacedText(upwards: line, color: theme.labelColor, left: left, middle: plot.center.y)
        }
    }

    /// Returns the heights of the bands' edges on the page, from the lowest value.
    private static func edges(of bar: ColorBar, in rectangle: Rectangle, theme: Theme) -> [Double] {
        let tip = bar.isOpen ? min(tipHeight * theme.tickLabelFont.size, rectangle.height / 4) : 0
        let count = Double(bar.edges.count - 1)
        let height = rectangle.height - 2 * tip
        return bar.edges.indices.map { rectangle.maxY - tip - height * Double($0) / count }
    }

    /// Returns the least number of bands between labels that gives them room and keeps the labels at both ends; and in
    /// the middle if both ends are open.
    private static func stride(of bar: ColorBar, bandHeight: Double, labelHeight: Double) -> Int {
        let bandCount = bar.edges.count - 1
        let divided = bar.isOpen && bandCount.isMultiple(of: 2) ? bandCount / 2 : bandCount
        return (1...divided).first { divided.isMultiple(of: $0) && Double($0) * bandHeight >= labelHeight } ?? divided
    }

    /// Draws bars, ticks and labels.
    ///
    /// Bands are nested, so that no seams show: each is filled from its lower edge upwards and to the right end of all
    /// bars.
    func draw(on canvas: inout some Canvas) {
        let edges = ColorBarLayout.edges(of: colorBar, in: rectangle, theme: theme)
        let barWidth = rectangle.width / Double(colorBar.bars.count)
        for (index, colors) in colorBar.bars.enumerated() {
            let left = rectangle.minX + barWidth * Double(index)
            for (band, color) in colors.enumerated() {
                let bottom = band == 0 ? rectangle.maxY : edges[band]
                canvas.fill(outline(from: left, bottom: bottom, edges), color: color)
            }
        }
        let style = StrokeStyle(color: theme.frameColor, width: theme.frameWidth, join: .miter)
        canvas.stroke(outline(from: rectangle.minX, bottom: rectangle.maxY, edges), style: style)
        var ticks = Path()
        for y in tickHeights {
            ticks.append(from: Point(x: rectangle.maxX, y: y), to: Point(x: rectangle.maxX + theme.tickLength, y: y))
        }
        canvas.stroke(ticks, style: style)
        for text in labels + [title].compactMap(\.self) where !text.text.isEmpty {
            text.draw(on: &canvas)
        }
    }

    /// Returns the outline from `bottom` to the upper end, with the points of open ends.
    private func outline(from left: Double, bottom: Double, _ edges: [Double]) -> Path {
        let right = rectangle.maxX
        guard colorBar.isOpen, let top = edges.last else {
            return Path(Rectangle(minX: left, minY: rectangle.minY, maxX: right, maxY: bottom))
        }
        let middle = (rectangle.minX + rectangle.maxX) / 2
        var points = [
            Point(x: right, y: top), Point(x: middle, y: rectangle.minY), Point(x: left, y: top),
        ]
        if bottom > edges[0] {
            points += [
                Point(x: left, y: edges[0]), Point(x: middle, y: rectangle.maxY), Point(x: right, y: edges[0]),
            ]
        } else {
            points += [Point(x: left, y: bottom), Point(x: right, y: bottom)]
        }
        var path = Path()
        path.append(loop: Ring(points), at: \.self)
        return path
    }
}
