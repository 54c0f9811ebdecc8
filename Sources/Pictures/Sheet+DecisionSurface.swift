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
    /// The accuracy on the training points less that on the held-out points; nil if no points are held out.
    public var gap: Double?
    /// True for the best classifier of the page, which is framed.
    public var isBest: Bool

    /// Creates a panel from its parts.
    public init(
        axes: Axes, name: String, row: String? = nil, subtitle: String, gap: Double? = nil, isBest: Bool = false
    ) {
        self.axes = axes
        self.name = name
        self.row = row
        self.subtitle = subtitle
        self.gap = gap
        self.isBest = isBest
    }
}

extension Sheet {
    /// Arranges several classifiers side by side, in the order given; panels with rows form a matrix of rows and names.
    ///
    /// - Parameters:
    ///   - panels: one or more, all with the same limits and colour bar. All panels have a row or none has; in a
    ///     matrix, every name has a panel in every row.
    ///   - title: the first line; left out if empty.
    ///   - subtitle: the second line; left out if empty.
    ///   - size: the page's width and height in points (1/72 inch).
    ///   - theme: the theme of the panels' axes.
    public init(
        of panels: [SurfacePanel], title: String, subtitle: String = "", size: Size, theme: Theme = .light
    ) {
        let rows = panels.compactMap(\.row).distinct
        let names = panels.map(\.name).distinct
        let isMatrix = !rows.isEmpty
        // Row by row.
        let ordered = isMatrix ? rows.flatMap { row in panels.filter { $0.row == row } } : panels
        self.init(
            size: size, title: title, subtitle: subtitle,
            panels: ordered.map {
                Panel(
                    title: isMatrix ? "" : $0.name, subtitle: $0.subtitle,
                    tag: $0.gap.map { Tag(gap: $0, on: theme.ground) }, isFramed: $0.isBest, axes: $0.axes)
            },
            columnCount: isMatrix ? names.count : nil, columnTitles: isMatrix ? names : [],
            rowTitles: rows, xTitle: panels[0].axes.xTitle, yTitle: panels[0].axes.yTitle,
            legend: Legend(merging: ordered.map(\.axes.legend)), colorBar: panels[0].axes.colorBar, theme: theme)
    }
}

extension Sequence where Element: Hashable {
    /// The elements without repetitions, in the order of their first occurrence.
    package var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
