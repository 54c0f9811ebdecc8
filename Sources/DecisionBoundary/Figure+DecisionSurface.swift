public import Datasets
import Files
public import Geometry
import Optimization
public import Plotting
public import Training

extension Figure {
    /// The picture of what a network has learned, with its scores in the second line.
    ///
    /// - Parameters:
    ///   - surface: the network's response.
    ///   - dataset: the points that the network was trained on.
    ///   - report: how the training went.
    ///   - isLoaded: whether the network was trained elsewhere, so that nothing is said of its training.
    ///   - test: points that were held out, and the network's score on them; nil where none were.
    ///   - lambda: λ, for the second line.
    ///   - alternatives: boundaries of other networks, drawn faintly; see `LineMark.alternative(_:)`.
    ///   - title: the first line; "Decision Boundary for hidden layer size 3" or the like where nil.
    ///   - size: the page's width and height in points (1/72 inch).
    ///   - style: fill, colours, names and theme; the default one where nil.
    public init(
        of surface: DecisionSurface, dataset: Dataset, report: TrainingReport, isLoaded: Bool = false,
        test: (dataset: Dataset, score: Score)? = nil, lambda: Double, alternatives: [LineMark] = [],
        title: String? = nil, size: Size = Figure.defaultSize, style: SurfaceStyle? = nil
    ) {
        self.init(
            of: surface, training: ScoredPoints(dataset, score: report.score),
            test: test.map { ScoredPoints($0.dataset, score: $0.score) }, alternatives: alternatives,
            title: title ?? Self.title(for: report.network),
            subtitle: Self.subtitle(report, isLoaded: isLoaded, testScore: test?.score, lambda: lambda), size: size,
            style: style)
    }

    /// The picture of how any classifier divides the plane.
    ///
    /// - Parameters:
    ///   - surface: the classifier's response, of as many classes as the data has.
    ///   - training: the points that the classifier was trained on.
    ///   - test: the points that were held out; nil where none were.
    ///   - alternatives: boundaries of other classifiers, drawn faintly.
    ///   - title: the first line; none where empty.
    ///   - subtitle: the second line; none where empty.
    ///   - size: the page's width and height in points (1/72 inch).
    ///   - style: fill, colours, names and theme; the default one where nil.
    public init(
        of surface: DecisionSurface, training: ScoredPoints, test: ScoredPoints? = nil, alternatives: [LineMark] = [],
        title: String, subtitle: String = "", size: Size = Figure.defaultSize, style: SurfaceStyle? = nil
    ) {
        self.init(
            size: size, title: title, subtitle: subtitle,
            axes: Axes(of: surface, training: training, test: test, alternatives: alternatives, style: style),
            theme: style?.theme ?? .light)
    }

    /// "Decision Boundary for hidden layer size 3", or "sizes 8×4" for stacked layers.
    public static func title(for network: NeuralNetwork) -> String {
        let hidden = network.shape.hidden
        return switch hidden.count {
        case 0: "Decision Boundary without hidden layers"
        case 1: "Decision Boundary for hidden layer size \(hidden[0])"
        default: "Decision Boundary for hidden layer sizes \(hidden.map(String.init).joined(separator: "×"))"
        }
    }

    /// "accuracy 98.0 % · cost 0.1342 · λ 0.001", or "train 98.6 % · test 95.0 % · …" with points held out; and a word
    /// where the training did not converge.
    static func subtitle(
        _ report: TrainingReport, isLoaded: Bool = false, testScore: Score?, lambda: Double
    ) -> String {
        let parts = [
            accuracies(report, testScore: testScore), "cost \(DecimalText.fixed(report.cost, decimals: 4))",
            "λ \(DecimalText.shortest(lambda))", isLoaded ? nil : report.shortcomingWord,
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    /// "accuracy 98.0 %", or "train 98.6 % · test 95.0 %" with points held out.
    package static func accuracies(_ report: TrainingReport, testScore: Score?) -> String {
        let training = DecimalText.percent(report.accuracy)
        guard let testScore else { return "accuracy \(training)" }
        return "train \(training) · test \(DecimalText.percent(testScore.accuracy))"
    }
}

extension TrainingReport {
    /// What a picture says of a training that did not converge; nil where it did.
    package var shortcomingWord: String? {
        if termination == .converged { return nil }
        return iterations == 0 ? "untrained" : "not converged"
    }
}
