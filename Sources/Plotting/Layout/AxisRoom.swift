/// Room of ticks, labels and titles beside a plot rectangle, and the ticks that fit along it.
struct AxisRoom<Measure: TextMeasuring> {
    let theme: Theme
    let fitter: TextFitter<Measure>

    private func tickLine(_ text: String) -> TextLine { fitter.line(text, font: theme.tickLabelFont) }

    /// Returns as many ticks of the x axis as fit a plot rectangle of `width` points.
    func xTicks(of axes: Axes, width: Double) -> AxisTicks {
        TickFitter(
            scale: xScale(of: axes, from: 0, to: width), gap: 2 * theme.tickLabelFont.size, tickGap: tickGap,
            room: \.width, line: tickLine
        ).fitting(axes.xTicks)
    }

    /// Returns as many ticks of the y axis as fit a plot rectangle of `height` points.
    func yTicks(of axes: Axes, height: Double) -> AxisTicks {
        TickFitter(
            scale: AxisScale(axes.yScale, domain: axes.yLimits, start: 0, end: height),
            gap: 0.9 * theme.tickLabelFont.size, tickGap: tickGap, room: \.height, line: tickLine
        ).fitting(axes.yTicks)
    }

    /// Least distance of ticks, 2.5 times their width: closer ones look like one.
    private var tickGap: Double { 2.5 * theme.frameWidth }

    /// Returns the scale of the x axis of a plot rectangle from `start` to `end`, in points.
    func xScale(of axes: Axes, from start: Double, to end: Double) -> AxisScale {
        AxisScale(axes.xScale, domain: axes.xLimits, start: start, end: end)
    }

    /// Height of a tick label, in points.
    var labelHeight: Double { tickLine("0").height }
    /// Height of a y label above its tick, in points: its digits, not its box, are centred.
    var labelRise: Double { tickLine("0").extents.ascent - theme.tickLabelFont.capHeight / 2 }
    /// Depth of a y label below its tick, in points.
    var labelDrop: Double { tickLine("0").extents.descent + theme.tickLabelFont.capHeight / 2 }
    /// Distance from the frame's lower edge to the top of the x labels, in points.
    ///
    /// The x label at the corner starts below the y label.
    var xLabelTop: Double { max(theme.tickLength + theme.tickLabelGap, labelDrop) }

    /// Returns the width of `yTicks` and their labels to the left of the frame, in points.
    func beside(_ yTicks: AxisTicks) -> Double {
        guard let widest = yTicks.labels.map(\.width).max() else { return 0 }
        return theme.tickLength + theme.tickLabelGap + widest
    }

    /// Height of an axis title with its gap, in points.
    var titleHeight: Double { fitter.line("x", font: theme.axisTitleFont).height + theme.axisTitleGap }

    /// Returns an axis title with its remark in parentheses.
    ///
    /// If it is too wide it is set smaller; then its name is cut, so that the remark stays.
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
