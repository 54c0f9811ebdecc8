import Datasets
import Files
public import Geometry
public import Plotting
public import Training

/// One network of a page that shows several.
public struct NetworkPanel: Sendable {
    /// What is drawn.
    public var axes: Axes
    /// How the training went.
    public var report: TrainingReport
    /// The score on the points held out; nil where none were.
    public var testScore: Score?
    /// λ of the training.
    public var lambda: Double

    /// A panel from its parts.
    public init(axes: Axes, report: TrainingReport, testScore: Score? = nil, lambda: Double) {
        self.axes = axes
        self.report = report
        self.testScore = testScore
        self.lambda = lambda
    }
}

extension Sheet {
    /// Several networks side by side, in the order given; where there are several λ, a matrix with λ down and sizes
    /// across.
    ///
    /// - Parameters:
    ///   - networks: one or more, all with the same limits and, where regions have bands, the same colour bar; of every
    ///     size one for every λ.
    ///   - classNames: as the data set has them.
    ///   - hasAlternatives: whether the axes show boundaries of other restarts.
    ///   - title: the first line; one that says what is seen where nil.
    ///   - subtitle: the second line.
    ///   - size: the page's width and height in points (1/72 inch).
    ///   - style: that of the networks' axes; the default one where nil.
    public init(
        of networks: [NetworkPanel], classNames: [String], hasAlternatives: Bool = false,
        title: String? = nil, subtitle: String = "", size: Size, style: SurfaceStyle? = nil
    ) {
        let lambdas = networks.map(\.lambda).distinct
        let shapes = networks.map(\.report.network.shape).distinct
        let isMatrix = lambdas.count > 1
        // Row by row: the networks of one λ after those of another.
        let ordered = isMatrix ? lambdas.flatMap { lambda in networks.filter { $0.lambda == lambda } } : networks
        self.init(
            size: size,
            title: title
                ?? (isMatrix ? "Decision Boundaries by size and λ" : "Decision Boundaries by hidden layer size"),
            subtitle: subtitle,
            panels: ordered.map { network in
                let scores = [
                    Figure.accuracies(network.report, testScore: network.testScore), network.report.shortcomingWord,
                ]
                return Panel(
                    title: isMatrix ? "" : network.report.network.shape.hidden.hiddenUnitsText,
                    subtitle: scores.compactMap(\.self).joined(separator: " · "), axes: network.axes)
            },
            columnCount: isMatrix ? shapes.count : nil,
            columnTitles: isMatrix ? shapes.map(\.hidden.hiddenUnitsText) : [],
            rowTitles: isMatrix ? lambdas.map { "λ \(DecimalText.shortest($0))" } : [],
            xTitle: networks[0].axes.xTitle, yTitle: networks[0].axes.yTitle,
            legend: Legend(
                classNames: classNames, hasTestPoints: networks.contains { $0.testScore != nil },
                hasMisclassified: networks.contains {
                    $0.report.score.errorCount > 0 || ($0.testScore?.errorCount ?? 0) > 0
                }, hasAlternatives: hasAlternatives, style: style), colorBar: networks[0].axes.colorBar,
            theme: style?.theme ?? .light)
    }
}

extension [Int] {
    /// What units per hidden layer are called: "1 hidden unit", "3 hidden units", or "8×4 hidden units" for layers.
    package var hiddenUnitsText: String {
        self == [1] ? "1 hidden unit" : "\(map(String.init).joined(separator: "×")) hidden units"
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, where it is first.
    fileprivate var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
