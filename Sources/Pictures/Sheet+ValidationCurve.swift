public import Geometry
public import Plotting

extension Sheet {
    /// Arranges several validation curves side by side, with the same limits.
    ///
    /// - Parameters:
    ///   - curves: one or more, all with the same measure.
    ///   - titles: one for each curve.
    ///   - title: the first line; left out if empty.
    ///   - subtitle: the second line; left out if empty.
    ///   - size: the page's width and height in points (1/72 inch).
    ///   - theme: the theme of the page.
    ///   - hasLegend: false to leave out the legend.
    public init(
        of curves: [ValidationCurve], titles: [String], title: String, subtitle: String = "", size: Size,
        theme: Theme = .light, hasLegend: Bool = true
    ) {
        let limits = ValidationCurve.limits(of: curves)
        var panels = zip(curves, titles).map { Panel(title: $1, axes: Axes(of: $0, limits: limits, theme: theme)) }
        // Panels share their ticks, although the best place may differ.
        let axes = panels[0].axes
        for index in panels.indices { panels[index].axes.xTicks = axes.xTicks }
        self.init(
            size: size, title: title, subtitle: subtitle, panels: panels,
            xTitle: axes.xTitle, yTitle: axes.yTitle,
            legend: hasLegend ? ValidationCurveDrawing(curves[0], in: limits, theme: theme).sharedLegend : Legend(),
            theme: theme)
    }
}
