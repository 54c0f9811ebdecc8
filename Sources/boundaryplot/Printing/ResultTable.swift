import Datasets
import DecisionBoundary
import Files
import ModelSelection
import Optimization
import Pictures
import Training

/// The results of a run as text: a heading for data from a file, a table, and the paths of pictures of all networks.
///
/// Columns that are empty or equal for all networks are left out.
struct ResultTable: CustomStringConvertible {
    let result: RunResult
    let plan: Plan

    init(_ result: RunResult, of plan: Plan) {
        self.result = result
        self.plan = plan
    }

    var description: String {
        if let shard = result.shard { return Self.line(of: shard) }
        if let tuning = result.tuning {
            return heading + tuning.table(folds: plan.foldsText) + furtherPaths + verdict + baselineLine
        }
        if result.classifiers.contains(where: { !$0.splits.isEmpty }) {
            return heading + TextTable(repeatedColumns).description + repeatsNote + lastLine
        }
        return heading + TextTable(columns).description + baselineLine + lastLine
    }

    /// "Shard 3/16 is complete: 10 of 150 fits, in sweep/tune.3-of-16.ndjson".
    private static func line(of shard: ShardResult) -> String {
        let state = shard.knownCount == shard.fitCount ? "was complete already" : "is complete"
        return """
            Shard \(shard.shard) \(state): \(shard.fitCount) of \(shard.totalCount) fits, in \
            \(shard.path.withoutControlCharacters)

            """
    }

    /// The file, its columns and the number of points per class; empty for generated data.
    private var heading: String {
        guard case .file = plan.loaded.source else { return "" }
        let rows = plan.loaded.rows
        var counts = Array(repeating: 0, count: rows.classNames.count)
        for label in rows.labels { counts[label] += 1 }
        let classes = zip(rows.classNames, counts).map { "\($0) \($1)" }.joined(separator: ", ")
        // Every pair has columns of its own, which the table has.
        if case .pairs = plan.request.product {
            return "\(rows.count) points: \(classes)".withoutControlCharacters + "\n"
        }
        let options = if case .features = rows { "--features" } else { "--x, --y" }
        let others = plan.loaded.hasChosenColumns ? "; \(options) and --label choose other columns" : ""
        return "\(plan.loaded.description): \(classes)\(others)".withoutControlCharacters + "\n"
    }

    private var columns: [TextTable.Column] {
        let classifiers = result.classifiers
        let scored = classifiers.map(\.scored)
        let isDifference = result.difference != nil
        let lambdas = Set(scored.compactMap { $0.network?.report.lambda })
        let hasLambda = lambdas.count > (isDifference ? 0 : 1)
        let hasTest = scored.contains { $0.testScore != nil }
        let isTrained = scored.contains { $0.network?.training != nil }
        let hasRestarts = scored.contains { $0.network?.training?.hasRestarts ?? false }
        let hasPictures = classifiers.contains { $0.picture != nil }
        let areNetworks = scored.allSatisfy { $0.network != nil }
        let baseline = plan.baseline
        func column(
            _ heading: String, _ alignment: TextTable.Alignment = .right, if isShown: Bool = true,
            _ cell: (ScoredClassifier) -> String?
        ) -> TextTable.Column? {
            isShown ? TextTable.Column(heading, alignment, cells: scored.map { cell($0) ?? "" }) : nil
        }
        func restarts(_ scored: ScoredClassifier) -> RestartReport? { scored.network?.training?.restarts }
        func report(_ scored: ScoredClassifier) -> TrainingReport? {
            scored.network?.training == nil ? nil : scored.network?.report
        }
        let isPairs = Set(scored.map(\.features)).count > 1
        let columns = [
            column("x", .left, if: isPairs) { $0.features[0] }, column("y", .left, if: isPairs) { $0.features[1] },
            areNetworks
                ? column("hidden") { $0.network.map { HiddenLayers($0.candidate.hidden).text } }
                : column("classifier", .left) { $0.classifier.name.withoutControlCharacters },
            column("lambda", if: hasLambda) { $0.network.map { DecimalText.shortest($0.report.lambda) } },
            column("cost", if: scored.contains { $0.network != nil }) {
                $0.network.map { DecimalText.fixed($0.report.cost, decimals: 6) }
            },
            column("costs", if: hasRestarts) { restarts($0).map { Self.range($0.costs) } },
            column(hasTest ? "train" : "accuracy") { DecimalText.percent($0.trainingScore.accuracy) },
            column("test", if: hasTest, \.testAccuracyText),
            column("cross-entropy", if: hasTest && scored.contains { $0.network != nil }) {
                Self.crossEntropies(of: $0)
            },
            column("", .left, if: scored.contains(where: baseline.exceeds)) {
                baseline.exceeds($0) ? "below baseline" : nil
            },
            // With held-out points there is room for the scores only.
            column("iterations", if: isTrained && !isDifference && !hasTest) { report($0).map { "\($0.iterations)" } },
            column("ended", .left, if: isTrained) { scored in
                report(scored).map { scored.network?.isStuck == true ? "stuck" : $0.termination.statusLabel }
            },
        ]
        let own: [TextTable.Column?] = [
            isDifference || hasTest
                ? nil
                : TextTable.Column(
                    "time", cells: classifiers.map { DecimalText.fixed($0.seconds.total, decimals: 3) + " s" }),
            hasPictures
                ? TextTable.Column("image", .left, cells: classifiers.map { $0.picture?.shownPath ?? "" }) : nil,
        ]
        return (columns + own).compactMap(\.self)
    }

    /// "Baseline: always class 0 is right for 50.0 % of the test points".
    private var baselineLine: String {
        let baseline = plan.baseline
        let name = plan.data.training.classNames[baseline.classIndex].withoutControlCharacters.shortened(to: 40)
        return """
            Baseline: always class \(name) is right for \(DecimalText.percent(baseline.testAccuracy ?? baseline.accuracy)) \
            of the \(baseline.testAccuracy == nil ? "" : "test ")points

            """
    }

    /// Returns "0.1519 / 0.0381", the cross-entropies on the training points and on the held-out points.
    private static func crossEntropies(of scored: ScoredClassifier) -> String? {
        guard let training = scored.trainingScore.crossEntropy, let test = scored.testScore?.crossEntropy else {
            return nil
        }
        return "\(DecimalText.fixed(training, decimals: 4)) / \(DecimalText.fixed(test, decimals: 4))"
    }

    /// The shares of a difference, or the paths of pictures of several networks.
    private var lastLine: String {
        if let difference = result.difference {
            return """
                They differ on \(DecimalText.percent(difference.areaShare)) of the area and \
                \(DecimalText.percent(difference.pointShare)) of the points (\(difference.pointCount)); \
                \(difference.file.shownPath)

                """ + difference.sentences.map { "\($0).\n" }.joined()
        }
        if let files = result.film?.files, files.count > 1, let first = files.first, let last = files.last {
            return "\(files.count) frames: \(first.shownPath) to \(last.shownPath)\n"
        }
        let comparison = result.comparison.map { plan.text(of: $0, result.classifiers.map(\.scored)) + "\n" } ?? ""
        return comparison + furtherPaths
    }

    /// The paths of files that neither the table nor the verdict names, a line each.
    private var furtherPaths: String {
        let named = Set(result.classifiers.compactMap(\.picture?.path))
        let pictures = result.files.filter { !named.contains($0.path) }.map(\.shownPath)
        let others = (result.tuning?.furtherPaths ?? []).map(\.withoutControlCharacters)
        let page = result.report.map { [$0.path.withoutControlCharacters] } ?? []
        return (pictures + page + others).map { $0 + "\n" }.joined()
    }

    /// "Chosen: hidden size 5 and λ 0.01, …".
    private var verdict: String {
        let chosen = result.classifiers[0]
        let test = chosen.scored.testScore.map { score in
            "test error \(IntervalText.percent(1 - score.accuracy, WilsonInterval(of: score).complement)), test cost "
                + DecimalText.fixed(score.crossEntropy ?? .nan, decimals: 4)
        }
        let parts = [test, chosen.picture?.shownPath].compactMap(\.self).joined(separator: "; ")
        return "Chosen: \(chosen.scored.sizeName(withLambda: true)), trained again on all folds: \(parts)\n"
    }

    /// Returns the least and the greatest value: "0.1318–0.1734".
    private static func range(_ statistics: SampleStatistics) -> String {
        "\(DecimalText.fixed(statistics.least, decimals: 4))–\(DecimalText.fixed(statistics.greatest, decimals: 4))"
    }
}

extension Tuning {
    /// A row per candidate; the chosen candidate has a star, and those within chance of it have a tilde.
    ///
    /// - Parameter folds: the number of folds as text.
    fileprivate func table(folds: String) -> String {
        let withinChance = Set(comparison.withinChance)
        func column(_ heading: String, _ cell: (CrossValidation) -> String) -> TextTable.Column {
            TextTable.Column(heading, cells: validations.map(cell))
        }
        return TextTable([
            column("hidden") { HiddenLayers($0.candidate.hidden).text },
            column("lambda") { DecimalText.shortest($0.candidate.lambda) },
            column("validation error") {
                $0.validationError.percentText
            },
            column("validation cost") { $0.validationCost.costText },
            column("training error") { DecimalText.percent($0.trainingError.mean) },
            TextTable.Column(
                "", .left,
                cells: validations.indices.map { $0 == winner ? "* chosen" : withinChance.contains($0) ? "~" : "" }),
        ]).description + "±: one standard deviation over \(folds)\n"
            + (withinChance.isEmpty
                ? "" : "~: within chance of the chosen network (McNemar's exact test of out-of-fold answers, 5 %)\n")
    }

    /// The number of fits that did not converge; nil if all did.
    var convergenceNote: String? {
        let fits = validations.flatMap(\.scores)
        let count = fits.count { !$0.termination.isConverged }
        return count > 0
            ? "\(count) of \(fits.count) fits did not converge; 'termination' in tune.csv says which and how" : nil
    }
}

extension Tuning {
    /// The number of fits that are stuck in a poor local minimum; nil if none is.
    var stuckNote: String? {
        let flags = stuckFits.flatMap(\.self)
        let count = flags.count { $0 }
        return count > 0
            ? "\(count) of \(flags.count) fits are stuck in a poor local minimum; 'stuck' in tune.json says which" : nil
    }
}

extension ScoredClassifier {
    /// Returns a warning if the training is stuck in a poor local minimum; nil otherwise.
    ///
    /// "20 hidden units, λ 0.1: cost 0.616, above that of 10 hidden units (0.297): a poor local minimum; …".
    func stuckWarning(training: TrainingRequest) -> String? {
        guard let network, let better = network.betterContained else { return nil }
        func cost(_ report: TrainingReport) -> String { DecimalText.significant(report.cost, digits: 3) }
        let reason =
            training.tolerance > TrainingRequest().tolerance
            ? "training ended too early; a smaller --tolerance goes on"
            : "a poor local minimum; --restarts \(max(5, 2 * training.restarts)) tries other initial weights"
        return """
            \(classifier.name), λ \(DecimalText.shortest(network.report.lambda)): cost \(cost(network.report)), above that of \
            \(HiddenLayers(better.candidate.hidden).name) (\(cost(better))): \
            \(reason)
            """
    }

    /// Returns "hidden size 3", or "hidden size 3 and λ 0.1".
    func sizeName(withLambda: Bool) -> String {
        network.map { ClassifierName($0.candidate).text(withLambda: withLambda) } ?? classifier.name
    }

    /// Returns a warning if the training did not converge; nil otherwise.
    func convergenceWarning(namesLambda: Bool, training: TrainingRequest) -> String? {
        guard let network, network.hasNotConverged else { return nil }
        let report = network.report
        let gradient =
            "the largest component of the gradient is \(DecimalText.significant(report.gradientNorm, digits: 2))"
        let usesConjugateGradient = training.optimizer(for: network.candidate) == .cg
        let reason =
            switch report.termination {
            case .converged, .valueConverged, .interrupted: "it was interrupted"
            case .iterationLimit:
                "after \(report.iterations) iterations \(gradient); more --max-iterations"
                    + "\(usesConjugateGradient ? " or --optimizer lbfgs" : "") may help"
            case .lineSearchFailed where network.candidate.activation == .relu && usesConjugateGradient:
                "it is held up at a kink of the cost after \(report.iterations) iterations; \(gradient); "
                    + "--optimizer lbfgs gets past kinks"
            case .lineSearchFailed:
                "rounding hides any further decrease after \(report.iterations) iterations; \(gradient)"
            case .nonFinite: "the cost is not finite"
            }
        return "the network of \(sizeName(withLambda: namesLambda)) did not converge: \(reason)"
    }
}

extension Termination {
    /// The reason for the end of training, as shown in tables.
    var statusLabel: String {
        switch self {
        case .converged: "converged"
        case .valueConverged: "cost converged"
        case .iterationLimit: "iteration limit"
        case .lineSearchFailed: "line search failed"
        case .nonFinite: "not finite"
        case .interrupted: "interrupted"
        }
    }
}

extension PictureFile {
    /// The path for a terminal.
    fileprivate var shownPath: String { path.withoutControlCharacters }
}
