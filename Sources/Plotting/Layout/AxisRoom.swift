/// What room ticks, tick labels and axis titles take beside a plot rectangle, and which ticks fit along it.
struct AxisRoom<Measure: TextMeasuring> {
    let theme: Theme
    let fitter: TextFitter<Measure>

    private func tickLine(_ text: String) -> TextLine { fitter.line(text, font: theme.tickLabelFont) }

    /// As many ticks of the x axis as a plot rectangle of `width` points has room for.
    func xTicks(of axes: Axes, width: Double) -> AxisTicks {
        AxisTicks.fitting(
            axes.xTicks, on: xScale(of: axes, from: 0, to: width), gap: 2 * theme.tickLabelFont.size, tickGap: tickGap,
            room: \.width, line: tickLine)
    }

    /// As many ticks of the y axis as a plot rectangle of `height` points has room for.
    func yTicks(of axes: Axes, height: Double) -> AxisTicks {
        AxisTicks.fitting(
            axes.yTicks, on: AxisScale(axes.yScale, domain: axes.yLimits, start: 0, end: height),
            gap: 0.9 * theme.tickLabelFont.size, tickGap: tickGap, room: \.height, line: tickLine)
    }

    /// Two and a half times a tick's width from one to the next: what still looks like several.
    private var tickGap: Double { 2.5 * theme.frameWidth }

    /// Where the x axis has its values when the plot rectangle reaches from `start` to `end`, in points.
    func xScale(of axes: Axes, from start: Double, to end: Double) -> AxisScale {
        AxisScale(axes.xScale, domain: axes.xLimits, start: start, end: end)
    }

    /// The height of a tick label.
    var labelHeight: Double { tickLine("0").height }
    /// How far a y label reaches above its tick: its digits, not its box, are centred.
    var labelRise: Double { tickLine("0").extents.ascent - theme.tickLabelFont.capHeight / 2 }
    /// How far a y label reaches below its tick.
    var labelDrop: Double { tickLine("0").extents.descent + theme.tickLabelFont.capHeight / 2 }
    /// From the frame's lower edge to the top of the x labels: where the first labels of both axes meet at the corner,
    /// the x label starts below the y label's end.
    var xLabelTop: Double { max(theme.tickLength + theme.tickLabelGap, labelDrop) }

    /// What the labels of `yTicks` and their ticks take to the left of the frame.
    func beside(_ yTicks: AxisTicks) -> Double {
        guard let widest = yTicks.labels.map(\.width).max() else { return 0 }
        return theme.tickLength + theme.tickLabelGap + widest
    }

    /// What an axis title takes.
    var titleHeight: Double { fitter.line("x", font: theme.axisTitleFont).height + theme.axisTitleGap }

    /// An axis title with its remark in parentheses: smaller first, then with its name cut, so that the remark stays.
    func title(_ name: String, remark: String, width: Double) -> TextLine? {
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
}
