public import Geometry
public import Plotting

/// A panel of a page of several classifiers.
public struct SurfacePanel: Sendable {
    /// The classifier's axes.
    public var axes: Axes
    /// The classifier's name: "3 hidden units".
    public var name: String
    /// The name of the panel's row: "λ 0.01"; nil if panels form no matrix.
    public var row: String?
    /// Scores and remarks.
    public var subtitle: String

    /// Creates a panel from its parts.
    public init(axes: Axes, name: String, row: String? = nil, subtitle: String) {
        self.axes = axes
        self.name = name
        self.row = row
        self.subtitle = subtitle
    }
}

extension Sheet {
    /// Arranges several classifiers side by side, in the order given; panels with rows form a matrix of rows and names.
    ///
    /// - Parameters:
    ///   - panels: one or more, all with the same limits and colour bar. All panels have a row or none has; in a
    ///     matrix, every name has a panel in every row.
    ///   - classNames: the names of the classes.
    ///   - hasTestPoints: true if points are held out.
    ///   - hasMisclassified: true if a panel has misclassified points.
    ///   - hasAlternatives: true if the axes show boundaries of other restarts.
    ///   - title: the first line; left out if empty.
    ///   - subtitle: the second line; left out if empty.
    ///   - size: the page's width and height in points (1/72 inch).
    ///   - style: the style of the panels' axes; defaults to the standard style.
    ///   - elements: the elements of the panels' axes.
    public init(
        of panels: [SurfacePanel], classNames: [String], hasTestPoints: Bool = false, hasMisclassified: Bool = false,
        hasAlternatives: Bool = false, title: String, subtitle: String = "", size: Size, style: SurfaceStyle? = nil,
        elements: PictureElements = PictureElements()
    ) {
        let style = style ?? SurfaceStyle(classCount: classNames.count)
        let rows = panels.compactMap(\.row).distinct
        let names = panels.map(\.name).distinct
        let isMatrix = !rows.isEmpty
        // Row by row.
        let ordered = isMatrix ? rows.flatMap { row in panels.filter { $0.row == row } } : panels
        self.init(
            size: size, title: title, subtitle: subtitle,
            panels: ordered.map {
                Panel(title: isMatrix ? "" : $0.name, subtitle: $0.subtitle, axes: $0.axes)
            },
            columnCount: isMatrix ? names.count : nil, columnTitles: isMatrix ? names : [],
            rowTitles: rows, xTitle: panels[0].axes.xTitle, yTitle: panels[0].axes.yTitle,
            legend: Legend(
                classNames: classNames, hasTestPoints: hasTestPoints, hasMisclassified: hasMisclassified,
                hasAlternatives: hasAlternatives, style: style, elements: elements),
            colorBar: panels[0].axes.colorBar, theme: style.theme)
    }
}

extension Sequence where Element: Hashable {
    /// The elements without repetitions, in the order of their first occurrence.
    package var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
