public import Geometry
public import Plotting

extension Figure {
    /// The picture of a validation curve.
    ///
    /// - Parameters:
    ///   - title: the first line; "Error by hidden layer size" or the like where nil.
    ///   - subtitle: the second line; none where empty.
    ///   - size: the page's width and height in points (1/72 inch).
    ///   - theme: of the whole picture.
    public init(
        of curve: ValidationCurve, title: String? = nil, subtitle: String = "", size: Size = Figure.defaultSize,
        theme: Theme = .light
    ) {
        var legendTheme = theme
        // Or the best size's line, which the legend may cover, would shine through its names.
        legendTheme.legendColor = theme.legendColor.opacity(1)
        self.init(
            size: size, title: title ?? Self.title(of: curve.measure), subtitle: subtitle,
            axes: Axes(of: curve, theme: theme), theme: legendTheme)
    }

    /// "Error by hidden layer size".
    static func title(of measure: ValidationCurve.Measure) -> String {
        "\(measure == .error ? "Error" : "Cost") by hidden layer size"
    }
}

extension Axes {
    /// The axes of a validation curve: for each series a line with points, over a logarithmic axis of sizes, or over an
    /// evenly spaced list of networks where some have stacked layers.
    ///
    /// Points of held-out series are hollow, as those of a data set are; values ± one standard deviation are a light
    /// band. The best size has an upright line, a star on its point, its number below and its value in the legend.
    /// Points are left out where they would touch each other.
    ///
    /// - Parameters:
    ///   - limits: `ValidationCurve.limits(of:)` of this curve where nil; of several, so that panels side by side can be
    ///     compared.
    ///   - theme: that of the page.
    public init(of curve: ValidationCurve, limits: Rectangle? = nil, theme: Theme = .light) {
        let limits = limits ?? ValidationCurve.limits(of: [curve])
        let drawing = ValidationCurveDrawing(curve, in: limits, theme: theme)
        self.init(
            xLimits: limits.minX...limits.maxX, yLimits: limits.minY...limits.maxY, xScale: curve.sizes.scale,
            xTicks: HiddenSizeTicks.ranked(curve.sizes, bestIndex: curve.bestIndex, at: curve.sizes.position),
            xTitle: "hidden units", yTitle: curve.measure.axisTitle, background: theme.pageColor, marks: drawing.marks,
            legend: drawing.legend)
    }
}
