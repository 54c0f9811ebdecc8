import Geometry

/// Which furniture is drawn beside the plot rectangle; what is missing leaves its room to the plot.
struct Furniture {
    var titleLineCount = 2
    var hasSubtitle = true
    /// Of the axes.
    var hasTitles = true
    var hasTickLabels = true
}

/// The plot rectangle and the ticks around it, which decide each other's size.
struct FrameLayout {
    private(set) var rectangle: Rectangle
    private(set) var xTicks = AxisTicks.none
    private(set) var yTicks = AxisTicks.none
    /// From the frame's lower edge to the top of the x labels, in points.
    let xLabelTop: Double

    init(
        _ axes: Axes, in area: Rectangle, gapAbove: Double, furniture: Furniture, theme: Theme,
        fitter: TextFitter<some TextMeasuring>
    ) {
        let font = theme.tickLabelFont
        func tickLine(_ text: String) -> TextLine { fitter.line(text, font: font) }
        let titleRoom = fitter.line("x", font: theme.axisTitleFont).height + theme.axisTitleGap
        let labelRoom = tickLine("0").height
        // A y label's box about its tick: its digits, not its box, are centred.
        let labelRise = tickLine("0").extents.ascent - font.capHeight / 2
        let labelDrop = tickLine("0").extents.descent + font.capHeight / 2
        // Where the first labels of both axes meet at the corner, the x label starts below the y label's end.
        xLabelTop = max(theme.tickLength + theme.tickLabelGap, labelDrop)

        // Height, y labels, width, x labels: each follows from the one before, but for the x labels' overhang and
        // remark, which change height and width. Two rounds settle nearly all figures.
        var overhang = (left: 0.0, right: 0.0)
        rectangle = area
        for _ in 0..<4 {
            let before = rectangle
            let hasXTitle = furniture.hasTitles && !axes.xTitle.isEmpty || !xTicks.remark.isEmpty
            let below = furniture.hasTickLabels ? xLabelTop + labelRoom : 0
            rectangle.maxY = area.maxY - below - (hasXTitle ? titleRoom : 0)
            rectangle.minY = area.minY + max(gapAbove, furniture.hasTickLabels ? labelRise : 0)
            rectangle.maxY = max(rectangle.maxY, rectangle.minY + min(1, area.height))
            if furniture.hasTickLabels {
                let scale = AxisScale(axes.yScale, domain: axes.yLimits, start: 0, end: rectangle.height)
                yTicks = AxisTicks.fitting(
                    axes.yTicks, on: scale, gap: 0.9 * font.size, room: \.height, line: tickLine)
            }

            let hasYTitle = furniture.hasTitles && !axes.yTitle.isEmpty || !yTicks.remark.isEmpty
            let labelWidth = yTicks.labels.map(\.width).max() ?? 0
            let beside = yTicks.labels.isEmpty ? 0 : theme.tickLength + theme.tickLabelGap + labelWidth
            rectangle.minX = area.minX + max(overhang.left, beside + (hasYTitle ? titleRoom : 0))
            rectangle.maxX = max(area.maxX - overhang.right, rectangle.minX + min(1, area.width))
            if furniture.hasTickLabels {
                let scale = AxisScale(axes.xScale, domain: axes.xLimits, start: 0, end: rectangle.width)
                xTicks = AxisTicks.fitting(
                    axes.xTicks, on: scale, gap: 2 * font.size, room: \.width, line: tickLine)
            }
            if rectangle == before { break }

            let scale = AxisScale(axes.xScale, domain: axes.xLimits, start: rectangle.minX, end: rectangle.maxX)
            if let value = xTicks.values.last, let label = xTicks.labels.last {
                overhang.right += max(0, scale(value) + label.width / 2 - area.maxX)
            }
            if let value = xTicks.values.first, let label = xTicks.labels.first {
                let missing = area.minX - (scale(value) - label.width / 2)
                if missing > 0 { overhang.left = rectangle.minX - area.minX + missing }
            }
        }
        // Ticks that keep changing with the width may leave a label beyond the page after the last round.
        let scale = AxisScale(axes.xScale, domain: axes.xLimits, start: rectangle.minX, end: rectangle.maxX)
        xTicks = xTicks.filtered { value, label in
            scale(value) - label.width / 2 >= area.minX - 0.01 && scale(value) + label.width / 2 <= area.maxX + 0.01
        }
    }
}
