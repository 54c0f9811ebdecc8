public import Geometry
public import Plotting

extension Sheet {
    /// Several validation curves side by side, with the same limits.
    ///
    /// - Parameters:
    ///   - curves: one or more, all of one measure.
    ///   - titles: one for each curve.
    ///   - title: the first line; "Error by hidden layer size" or the like where nil.
    ///   - subtitle: the second line; none where empty.
    ///   - size: the page's width and height in points (1/72 inch).
    ///   - theme: of the whole page.
    public init(
        of curves: [ValidationCurve], titles: [String], title: String? = nil, subtitle: String = "", size: Size,
        theme: Theme = .light
    ) {
        let limits = ValidationCurve.limits(of: curves)
        var panels = zip(curves, titles).map { Panel(title: $1, axes: Axes(of: $0, limits: limits, theme: theme)) }
        // The best size is another in every panel, but the ticks are shared.
        let axes = panels[0].axes
        for index in panels.indices { panels[index].axes.xTicks = axes.xTicks }
        self.init(
            size: size, title: title ?? Figure.title(of: curves[0].measure), subtitle: subtitle, panels: panels,
            xTitle: axes.xTitle, yTitle: axes.yTitle,
            legend: ValidationCurveDrawing(curves[0], in: limits, theme: theme).sharedLegend, theme: theme)
    }
}
