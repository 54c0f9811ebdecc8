import Datasets
import DecisionBoundary
import Files
import Geometry
import Meshgrid
import Optimization
import Pictures
import Plotting
import Training

extension Figure {
    /// Creates the picture of a network with the texts of a run.
    init(
        of surface: DecisionSurface, training: Dataset, report: TrainingReport,
        test: (dataset: Dataset, score: Score)? = nil, alternatives: [LineMark] = [], title: String? = nil,
        size: Size = Figure.defaultSize, style: SurfaceStyle? = nil
    ) {
        let accuracy = DecimalText.percent(report.accuracy)
        let accuracies = test.map { "train \(accuracy) · test \(DecimalText.percent($0.score.accuracy))" }
        let isUntrained = report.iterations == 0
        let remark = report.termination == .converged ? "" : isUntrained ? " · untrained" : " · not converged"
        self.init(
            of: surface, training: ScoredPoints(training, misclassified: report.misclassified),
            test: test.map { ScoredPoints($0.dataset, misclassified: $0.score.misclassified) },
            alternatives: alternatives,
            title: title ?? "Decision Boundary for hidden layer size \(report.candidate.hidden[0])",
            subtitle: """
                \(accuracies ?? "accuracy \(accuracy)") · cost \(DecimalText.fixed(report.cost, decimals: 4)) · \
                λ \(DecimalText.shortest(report.lambda))\(remark)
                """,
            size: size, style: style)
    }

    /// Creates the picture of the difference of two networks with the texts of a run.
    ///
    /// - Parameter pointShare: the share of the points, 0…1.
    init(
        differenceOf networks: [NeuralNetwork], step: Double, training: Dataset, pointShare: Double,
        names: (String, String), theme: Theme = .light
    ) throws {
        let limits = training.limits
        let surfaces = try networks.map { try DecisionSurface(of: $0, within: limits, step: step) }
        let areaShare = networks[0].differenceShare(from: networks[1], over: surfaces[0].grid)
        self.init(
            title: "Where \(Figure.joined(names)) differ",
            subtitle: """
                differ on \(DecimalText.percent(areaShare)) of the area · \(DecimalText.percent(pointShare)) of the points
                """,
            axes: Axes(
                differenceOf: surfaces[0], and: surfaces[1], areaShare: areaShare, training: training, names: names,
                theme: theme),
            theme: theme)
    }
}

extension Figure {
    /// Creates the picture of the boundaries of networks, one for each size.
    init(
        overlayOf sizes: [Int], step: Double, training: Dataset, test: Dataset? = nil, theme: Theme = .light
    ) throws {
        let surfaces = try sizes.map { size in
            let report = Trainer(TrainingSettings(optimizer: .conjugateGradient(.init(iterationLimit: 25))))
                .train(Candidate(hidden: [size], lambda: 0.001), on: training)
            return try DecisionSurface(of: report.network, within: training.limits, step: step)
        }
        self.init(
            title: "Decision Boundaries by hidden layer size", subtitle: "25 iterations",
            axes: Axes(
                overlayOf: surfaces, names: sizes.map { "\($0) hidden unit\($0 == 1 ? "" : "s")" }, training: training,
                test: test, theme: theme),
            theme: theme)
    }
}

extension Dataset {
    /// The limits of a picture of generated points.
    var limits: Rectangle { bounds.expanded(by: 0.5) }
}
