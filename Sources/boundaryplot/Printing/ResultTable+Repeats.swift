import DecisionBoundary
import Files
import ModelSelection
import Optimization
import Pictures
import Training

extension ResultTable {
    /// The columns of a run that repeats the division of the points: means with one standard deviation.
    var repeatedColumns: [TextTable.Column] {
        let classifiers = result.classifiers
        let hasLambda = Set(classifiers.map { $0.scored.network?.report.lambda }).count > 1
        let unconverged = classifiers.map { [$0].unconvergedCount }
        func column(
            _ heading: String, if isShown: Bool = true, _ cell: (ClassifierResult) -> String?
        ) -> TextTable.Column? {
            isShown ? TextTable.Column(heading, cells: classifiers.map { cell($0) ?? "" }) : nil
        }
        func statistics(_ result: ClassifierResult, _ value: (SplitScore) -> Double) -> SampleStatistics {
            SampleStatistics(of: result.splits.map(value))
        }
        return [
            column("hidden") { $0.scored.network.map { HiddenLayers($0.candidate.hidden).text } },
            column("lambda", if: hasLambda) { $0.scored.network.map { DecimalText.shortest($0.report.lambda) } },
            column("train") { statistics($0, \.accuracy).percentText },
            column("test") { statistics($0, \.testAccuracy).percentText },
            column("test cost") { statistics($0, \.testCrossEntropy).costText },
            column("not converged", if: unconverged.contains { $0.count > 0 }) {
                let count = [$0].unconvergedCount
                return "\(count.count) of \(count.total)"
            },
            column("time") { DecimalText.fixed($0.seconds.total, decimals: 3) + " s" },
        ].compactMap(\.self)
    }

    /// "±: one standard deviation over 10 splits, split seeds 0 to 9".
    var repeatsNote: String {
        let split = plan.request.split
        return "±: one standard deviation over \(split?.repeats ?? 1) splits, split \(split?.seedsText ?? "")\n"
    }
}

extension SampleStatistics {
    /// Mean and deviation of shares: "95.0 ± 2.1 %".
    var percentText: String { "\(DecimalText.fixed(100 * mean, decimals: 1)) ± \(DecimalText.percent(deviation))" }

    /// Mean and deviation of costs: "0.1342 ± 0.0121".
    var costText: String { "\(DecimalText.fixed(mean, decimals: 4)) ± \(DecimalText.fixed(deviation, decimals: 4))" }
}
