public import Geometry
public import Plotting

extension Figure {
    /// Draws the regions of a classifier as a figure.
    ///
    /// - Parameters:
    ///   - surface: the classifier's response, with as many classes as the data.
    ///   - training: the points that the classifier was trained on.
    ///   - test: the held-out points; nil if no points are held out.
    ///   - alternatives: boundaries of other classifiers, drawn faintly.
    ///   - title: the first line; left out if empty.
    ///   - subtitle: the second line; left out if empty.
    ///   - size: the page's width and height in points (1/72 inch).
    ///   - style: fill, colours, names and theme; defaults to the standard style.
    public init(
        of surface: DecisionSurface, training: ScoredPoints, test: ScoredPoints? = nil, alternatives: [LineMark] = [],
        title: String, subtitle: String = "", size: Size = Figure.defaultSize, style: SurfaceStyle? = nil
    ) {
        self.init(
            size: size, title: title, subtitle: subtitle,
            axes: Axes(of: surface, training: training, test: test, alternatives: alternatives, style: style),
            theme: style?.theme ?? .light)
    }
}
