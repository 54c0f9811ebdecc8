import Datasets
import Files
import Geometry
import ModelSelection
import Optimization
import Pictures
import Plotting
import Training

/// Title, alternative text and caption of a picture.
public struct PictureText: Sendable {
    /// The first line.
    public let title: String
    /// The second line.
    public let subtitle: String
    /// A description of data, networks and scores, for full-text search.
    let description: String
    /// The alternative text: one sentence.
    public let altText: String
    /// The caption: a sentence or more.
    public let caption: String

    /// - Parameters:
    ///   - subtitle: the second line, with parts separated by " · ".
    ///   - caption: defaults to title and second line as a sentence.
    init(title: String, subtitle: String, description: String, altText: String, caption: String? = nil) {
        self.title = title
        self.subtitle = subtitle
        self.description = description
        // Names may contain line breaks; these texts may not.
        self.altText = altText.singleLine
        let parts = subtitle.split(separator: " · ").joined(separator: ", ").singleLine
        self.caption =
            caption?.singleLine ?? [title.singleLine, parts].filter { !$0.isEmpty }.joined(separator: ": ") + "."
    }
}

extension ScoredClassifier {
    /// "Decision Boundary for hidden layer size 3".
    var title: String {
        guard let hidden = network?.candidate.hidden else { return "Decision Boundary of \(classifier.name)" }
        return switch hidden.count {
        case 0: "Decision Boundary without hidden units (logistic regression)"
        case 1: "Decision Boundary for hidden layer size \(hidden[0])"
        default: "Decision Boundary for hidden layer sizes \(HiddenLayers(hidden).label)"
        }
    }

    /// "accuracy 98.0 % · cost 0.1342 · λ 0.001", with a remark if training did not converge or is stuck.
    var subtitle: String {
        [
            accuracies, network.map { "cost \(DecimalText.fixed($0.report.cost, decimals: 4))" },
            network.map { "λ \(DecimalText.shortest($0.report.lambda))" }, network?.trainingRemark,
        ].compactMap(\.self).joined(separator: " · ")
    }

    /// "accuracy 98.0 %", or "train 98.6 % · test 95.0 % (86–98)" if points are held out.
    var accuracies: String {
        let training = DecimalText.percent(trainingScore.accuracy)
        return testAccuracyText.map { "train \(training) · test \($0)" } ?? "accuracy \(training)"
    }

    /// "98.0 % of 200 points", or "98.6 % of 140 points to train on and 95.0 % of 60 points held out (95 % interval 86–98 %)".
    var shares: String {
        let training = "\(DecimalText.percent(trainingScore.accuracy)) of \(trainingScore.misclassified.count) points"
        guard let testScore, let interval = testAccuracyInterval else { return training }
        return """
            \(training) to train on and \(DecimalText.percent(testScore.accuracy)) of \
            \(testScore.misclassified.count) points held out (95 % interval \
            \(IntervalText.range(interval.low, interval.high)) %)
            """
    }

    /// "Decision regions of a network with 3 hidden units over x1 from −1.85 to 2.75 and x2 from −1.43 to 1.84, for the
    /// classes 0 and 1; 98.0 % of 200 points on the right side of the boundary".
    func altText(data: DataParts, limits: Rectangle) -> String {
        let (x, y) = (data.training.featureNames[0], data.training.featureNames[1])
        func range(_ low: Double, _ high: Double) -> String {
            "from \(DecimalText.significant(low, digits: 3)) to \(DecimalText.significant(high, digits: 3))"
        }
        return """
            Decision regions of \(network == nil ? "" : "a network with ")\(classifier.name) over \(x) \
            \(range(limits.minX, limits.maxX)) and \(y) \(range(limits.minY, limits.maxY)), for the classes \
            \(data.training.classNames.listed); \(shares) on the right side of the boundary
            """
    }

    /// "2-3-2 network, λ 0.001, initial seed 0; cost 0.134, accuracy 0.98, converged".
    var description: String {
        let accuracy = "accuracy \(DecimalText.shortest(trainingScore.accuracy))"
        guard let network else { return "\(classifier.name); \(accuracy)" }
        let report = network.report
        let units = report.network.shape.unitCounts.map(String.init).joined(separator: "-")
        let activation = network.candidate.activation
        return """
            \(units) network\(activation == .sigmoid ? "" : " of \(activation.rawValue) units"), \
            λ \(DecimalText.shortest(report.lambda)), \
            \(network.training.map { "initial seed \($0.initialSeed)" } ?? "read from a file"); \
            cost \(report.cost), \(accuracy)\(network.training == nil ? "" : ", \(report.termination.rawValue)")\(network.isStuck ? ", stuck" : "")
            """
    }
}

extension NetworkFacts {
    /// A remark if training did not converge or is stuck; nil otherwise.
    var trainingRemark: String? { isStuck ? "stuck in a poor minimum" : shortRemark }

    /// A remark of one or two words, for panels; nil if training converged and is not stuck.
    var shortRemark: String? {
        if isStuck { return "stuck" }
        guard hasNotConverged else { return nil }
        return report.iterations == 0 ? "untrained" : "not converged"
    }
}

extension [String] {
    /// "a, b and c"; beyond eight elements, the first seven and the number of the others.
    package var listed: String {
        if count > 8 { return prefix(7).joined(separator: ", ") + " and \(count - 7) more" }
        return count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + self[count - 1]
    }
}
