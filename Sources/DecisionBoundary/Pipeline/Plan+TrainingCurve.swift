import Files
import Geometry
import Pictures
import Plotting
import Training

extension Plan {
    /// Draws the training cost and the test cost of a network at every iteration of its training.
    func writeTrainingCurve(
        _ settings: CurveSettings, of scored: ScoredClassifier, to path: String
    ) throws -> CurvePicture {
        guard let history = scored.network?.report.history else {
            throw RunError(.internalError, "the training was not recorded")
        }
        let best = history.bestIteration
        let value = best.map { DecimalText.fixed(history.testCosts[$0], decimals: 4) } ?? ""
        let names = history.testCosts.isEmpty ? "Training cost" : "Training cost and test cost"
        let text = comparisonText(
            title: "Cost of \(scored.classifier.name) during training", scored: [scored],
            remark: best.map { "early stopping: iteration \($0), test cost \(value)" },
            altText: [
                "\(names) of a network with \(scored.classifier.name) at the iterations 0 to \(history.lastIteration) of its "
                    + "training, from \(DecimalText.fixed(history.costs[0], decimals: 4)) to "
                    + "\(DecimalText.fixed(history.costs[history.lastIteration], decimals: 4)) on the training points",
                best.map { "lowest test cost \(value) at iteration \($0), where early stopping would stop" },
            ].compactMap(\.self).joined(separator: "; "))
        var axes = Axes(
            of: TrainingCurve(costs: history.costs, testCosts: history.testCosts), theme: style.theme)
        if !request.page.hasLegend { axes.legend = Legend() }
        axes.legend.place = request.page.elements.legendPlace
        let file = try write(
            figure(axes, text, size: curveSize), text, subject: .curve, of: [scored], to: path)
        return CurvePicture(file: file, settings: settings, best: [], places: [], history: history)
    }
}
