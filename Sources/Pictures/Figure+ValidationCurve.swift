public import Geometry
public import Plotting

extension Figure {
    /// Draws a validation curve as a figure.
    ///
    /// - Parameters:
    ///   - title: the first line; left out if empty.
    ///   - subtitle: the second line; left out if empty.
    ///   - size: the page's width and height in points (1/72 inch).
    ///   - theme: the theme of the picture.
    ///   - hasLegend: false to leave out the legend.
    ///   - legendPlace: the place of the legend.
    public init(
        of curve: ValidationCurve, title: String, subtitle: String = "", size: Size = Figure.defaultSize,
        theme: Theme = .light, hasLegend: Bool = true, legendPlace: Legend.Place = .automatic
    ) {
        var (axes, legendTheme) = (Axes(of: curve, theme: theme), theme)
        if !hasLegend { axes.legend = Legend() }
        axes.legend.place = legendPlace
        // An opaque legend hides the vertical line of the best place.
        legendTheme.legendColor = theme.legendColor.opacity(1)
        self.init(size: size, title: title, subtitle: subtitle, axes: axes, theme: legendTheme)
    }
}

extension Axes {
    /// Draws a line with points for each series: over a logarithmic axis of sizes or λ, an evenly spaced list of networks
    /// if some have several hidden layers, or a linear axis of training points.
    ///
    /// Points of held-out series are hollow. A light band shows ± one standard deviation. The best place has a vertical
    /// line, a star on its point, its number below and its value in the legend. Points are left out if they would
    /// touch.
    ///
    /// - Parameters:
    ///   - limits: the limits of the axes, in data units; defaults to `ValidationCurve.limits(of:)` of this curve.
    ///     Limits of several curves make panels comparable.
    ///   - theme: the theme of the page.
    public init(of curve: ValidationCurve, limits: Rectangle? = nil, theme: Theme = .light) {
        let limits = limits ?? ValidationCurve.limits(of: [curve])
        let drawing = ValidationCurveDrawing(curve, in: limits, theme: theme)
        self.init(
            xLimits: limits.minX...limits.maxX, yLimits: limits.minY...limits.maxY, xScale: curve.axis.scale,
            xTicks: curve.axis.ticks(bestIndex: curve.bestIndex),
            xTitle: curve.axis.title, yTitle: curve.yTitle, background: theme.pageColor, marks: drawing.marks,
            legend: drawing.legend)
    }
}
