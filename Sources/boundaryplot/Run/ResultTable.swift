import DecisionBoundary
import ModelSelection
import Training

/// The scores of a run as a table: a row for each network, its columns lined up.
///
/// Columns that would say the same for every network, or nothing, are left out: λ where there is one, the test part
/// where no points are held out, the spread over restarts where there are none, the training of a network that was
/// read.
struct ResultTable: CustomStringConvertible {
    let pictures: [Picture]

    var description: String {
        TextTable(
            columns.map { column in
                TextTable.Column(column.heading, column.alignment, cells: pictures.map(column.cell))
            }
        ).description
    }

    private struct Column {
        let heading: String
        var alignment = TextTable.Alignment.right
        let cell: (Picture) -> String
    }

    private var columns: [Column] {
        let hasSeveralLambdas = Set(pictures.map(\.network.candidate.lambda)).count > 1
        let hasTest = pictures.contains { $0.network.testScore != nil }
        let isTrained = pictures.contains { !$0.network.isLoaded }
        let hasRestarts = pictures.contains { $0.network.hasRestarts }
        let columns: [Column?] = [
            Column(heading: "hidden") { $0.network.candidate.hiddenText },
            hasSeveralLambdas ? Column(heading: "lambda") { $0.network.candidate.lambdaText } : nil,
            Column(heading: "cost") { DecimalText.fixed($0.network.report.cost, decimals: 6) },
            hasRestarts ? Column(heading: "costs") { Self.range($0.network.restarts.costs) } : nil,
            Column(heading: hasTest ? "train" : "accuracy") { DecimalText.percent($0.network.report.accuracy) },
            hasRestarts ? Column(heading: "accuracies") { Self.percentRange($0.network.restarts.accuracies) } : nil,
            hasTest
                ? Column(heading: "test") { $0.network.testScore.map { DecimalText.percent($0.accuracy) } ?? "" } : nil,
            hasTest
                ? Column(heading: "test cost") {
                    $0.network.testScore.map { DecimalText.fixed($0.crossEntropy ?? .nan, decimals: 4) } ?? ""
                } : nil,
            isTrained ? Column(heading: "iterations") { "\($0.network.report.iterations)" } : nil,
            isTrained ? Column(heading: "evaluations") { "\($0.network.report.evaluations)" } : nil,
            isTrained ? Column(heading: "ended", alignment: .left) { $0.network.report.endingWords } : nil,
            Column(heading: "time") { DecimalText.fixed($0.seconds.total, decimals: 3) + " s" },
            Column(heading: "image", alignment: .left) { $0.file.path },
        ]
        return columns.compactMap(\.self)
    }

    /// "0.1318–0.1734", least and greatest.
    private static func range(_ spread: SampleStatistics) -> String {
        "\(DecimalText.fixed(spread.least, decimals: 4))–\(DecimalText.fixed(spread.greatest, decimals: 4))"
    }

    private static func percentRange(_ spread: SampleStatistics) -> String {
        "\(DecimalText.fixed(100 * spread.least, decimals: 1))–\(DecimalText.percent(spread.greatest))"
    }
}
