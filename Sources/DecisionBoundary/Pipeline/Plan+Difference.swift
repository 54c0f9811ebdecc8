import Datasets
import Files
import Meshgrid
import Parallelism
import Pictures
import Plotting
import Training

/// The difference of two classifiers.
package struct Difference: Sendable {
    /// The share of grid points with different classes, 0…1.
    package let areaShare: Double
    /// The number of training and held-out points with different classes.
    package let pointCount: Int
    /// The share of points with different classes, 0…1.
    package let pointShare: Double
    /// The training points with different classes.
    package let training: Disagreement
    /// The held-out points with different classes; nil if no points are held out.
    package let test: Disagreement?
    /// Sentences that say which classifier is right on the points where they differ, without full stops.
    package let sentences: [String]
    package let file: PictureFile
}

extension Plan {
    /// Trains or reads two classifiers and draws their difference.
    func runDifference() throws -> RunResult {
        let threads = environment.threads
        let fits = mapBlocksUntilFailure(2, threads: threads) {
            let classifier = try fit($0, threads: threadsPerBlock(2, threads: threads))
            environment.report(.classifierDone)
            return classifier
        }
        let classifiers = NetworkClassifier.markingStuck(
            try fits.compactMap { try $0?.get() }, isRecorded: false)
        try environment.checkCancellation()
        let evaluations = try classifiers.map { try evaluate($0, threads: threads) }
        let scored = evaluations.map(\.scored)
        var result = RunResult(classifiers: scored.map { ClassifierResult(scored: $0) })
        result.difference = try drawDifference(of: evaluations)
        return result
    }

    private func drawDifference(of evaluations: [Evaluation]) throws -> Difference {
        let (first, second) = (evaluations[0], evaluations[1])
        let scored = evaluations.map(\.scored)
        let threads = environment.threads
        let surfaces = try evaluations.map {
            try surface(of: $0.response, over: $0.grid, threads: threads)
        }
        let areaShare = first.response.differenceShare(from: second.response, over: first.grid, threads: threads)
        let pointCount = zip(first.scored.classes, second.scored.classes).count { $0 != $1 }
        let pointShare = Double(pointCount) / Double(data.points.count)
        let names = shortNames(first.scored, second.scored)
        let (training, test) = disagreements(first.scored.classes, second.scored.classes)
        let trainingSentence = training.sentence(part: "training", names: names)
        let testSentence = test.map { test in
            test.sentence(part: "held-out", names: names) + (test.count > 0 ? "; \(test.test.verdict)" : "")
        }
        let sentences = [trainingSentence, testSentence].compactMap(\.self)
        let remark = evaluations.compactMap(\.scored.network?.trainingRemark).first
        let defaultTitle = "Where \(Figure.joined(names)) differ"
        let title = sharedTitle(default: defaultTitle)
        let subtitle = [
            remark, "\(title == defaultTitle ? "" : "differ on ")\(DecimalText.percent(areaShare)) of the area",
            "\(DecimalText.percent(pointShare)) of the points",
            test.map { "held out: \($0.count > 0 ? $0.test.shortVerdict : "no difference")" },
        ].compactMap(\.self).joined(separator: " · ")
        let statement = """
            \(Figure.joined(names))\(remark.map { " (\($0))" } ?? "") differ on \(DecimalText.percent(areaShare)) of the area \
            and at \(pointCount) of \(data.points.count) points
            """
        let text = PictureText(
            title: title, subtitle: subtitle, description: "\(dataDescription); \(subtitle)",
            altText: """
                Where the regions of two \(scored.noun), \(names.0) and \(names.1), differ: on \
                \(DecimalText.percent(areaShare)) of the area and for \(pointCount) of \(data.points.count) points\
                \(testSentence.map { ". \($0)" } ?? "")
                """,
            caption: (title == defaultTitle ? "" : "\(title): ")
                + ([statement] + sentences).map { $0 + "." }.joined(separator: " "))
        let axes = Axes(
            differenceOf: surfaces[0], and: surfaces[1], areaShare: areaShare, training: data.training, test: data.test,
            names: names,
            palette: try request.regions.chosenPalette(classCount: data.training.classCount), theme: style.theme,
            elements: request.page.elements)
        let file = try write(
            figure(axes, text, size: request.page.points), text, subject: .difference,
            of: scored, to: paths.paths[0])
        return Difference(
            areaShare: areaShare, pointCount: pointCount, pointShare: pointShare, training: training, test: test,
            sentences: sentences, file: file)
    }

    /// - Parameters:
    ///   - first: the classes that the first classifier gives to all points, training points first.
    ///   - second: the classes that the second classifier gives to them.
    private func disagreements(_ first: [Int], _ second: [Int]) -> (training: Disagreement, test: Disagreement?) {
        let count = data.training.points.count
        return (
            Disagreement(first.prefix(count), second.prefix(count), labels: data.training.labels),
            data.test.map { Disagreement(first.dropFirst(count), second.dropFirst(count), labels: $0.labels) }
        )
    }

    /// All in which the two differ: "3 hidden units" and "20 hidden units", or "λ 0.01" and "λ 0.1" for one size.
    private func shortNames(_ first: ScoredClassifier, _ second: ScoredClassifier) -> (String, String) {
        let plain = (first.classifier.name, second.classifier.name)
        guard let one = first.network?.candidate, let other = second.network?.candidate, one != other else {
            return plain
        }
        func name(_ scored: ScoredClassifier, _ candidate: Candidate) -> String {
            [
                // "No and 20 hidden units" would be hard to read.
                one.hidden == other.hidden
                    ? nil : candidate.hidden.isEmpty ? "logistic regression" : scored.classifier.name,
                one.lambda != other.lambda ? "λ \(DecimalText.shortest(candidate.lambda))" : nil,
                one.activation != other.activation ? candidate.activation.rawValue : nil,
            ].compactMap(\.self).joined(separator: ", ")
        }
        return (name(first, one), name(second, other))
    }
}
