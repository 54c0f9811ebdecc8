import DecisionBoundary
import ModelSelection
import Optimization
import Training

/// What a tune command has come to.
struct TuneResult {
    /// By size, then λ.
    let validations: [CrossValidation]
    /// The index of the one that is chosen.
    let winner: Int
    /// The winner, trained on the whole training part.
    let winnerPicture: Picture
    let heatMap: PictureFile
    let curve: PictureFile
    let journal: Journal

    /// A row for each candidate, that of the winner with a star.
    var table: String {
        TextTable([
            column("hidden") { $0.candidate.hiddenText }, column("lambda") { $0.candidate.lambdaText },
            column("validation error") { Self.percent($0.validationError) },
            column("validation cost") {
                "\(DecimalText.fixed($0.validationCost.mean, decimals: 4)) ± "
                    + DecimalText.fixed($0.validationCost.deviation, decimals: 4)
            },
            column("training error") { DecimalText.percent($0.trainingError.mean) },
            TextTable.Column(
                "", .left, cells: validations.indices.map { $0 == winner ? "* chosen" : "" }),
        ]).description
    }

    /// "Chosen: hidden size 5 and λ 0.01; …".
    var verdict: String {
        let picture = winnerPicture
        let test = picture.network.testScore.map { score in
            "test error \(DecimalText.percent(1 - score.accuracy)), test cost "
                + DecimalText.fixed(score.crossEntropy ?? .nan, decimals: 4)
        }
        return """
            Chosen: \(picture.network.candidate.name(withLambda: true)), trained again on all folds: \(test ?? ""); \
            \(picture.file.path)

            """
    }

    /// Every fit, by size, λ and fold.
    var csv: String {
        let header =
            "hidden,lambda,fold,cost,trainCrossEntropy,accuracy,validationAccuracy,validationCost,validationErrors,"
            + "validationCount,iterations,evaluations,termination\n"
        let rows = validations.flatMap { validation in
            validation.scores.map { score in
                let cells: [Any] = [
                    validation.candidate.hiddenText, validation.candidate.lambdaText, score.fold, score.trainingCost,
                    score.trainingCrossEntropy, score.trainingAccuracy, score.validationAccuracy, score.validationCost,
                    score.validationErrorCount, score.validationCount, score.iterations, score.evaluations,
                    score.termination.rawValue,
                ]
                return cells.map { "\($0)" }.joined(separator: ",") + "\n"
            }
        }
        return header + rows.joined()
    }

    /// What is to be said of the winner; nothing where it has converged.
    var shortcomings: [String] {
        let report = winnerPicture.network.report
        if report.termination == .converged { return [] }
        return [
            "the network of \(winnerPicture.network.candidate.name(withLambda: true)) did not converge: \(report.shortcoming)"
        ]
    }

    /// How many fits did not converge; nil where all did.
    var fitShortcoming: String? {
        let count = validations.flatMap(\.scores).count { $0.termination != .converged }
        let fits = validations.reduce(0) { $0 + $1.scores.count }
        return count > 0
            ? "\(count) of \(fits) fits did not converge; 'termination' in tune.csv says which and how" : nil
    }

    private func column(_ heading: String, _ cell: (CrossValidation) -> String) -> TextTable.Column {
        TextTable.Column(heading, cells: validations.map(cell))
    }

    /// "3.1 ± 1.7 %".
    private static func percent(_ spread: SampleStatistics) -> String {
        "\(DecimalText.fixed(100 * spread.mean, decimals: 1)) ± \(DecimalText.percent(spread.deviation))"
    }
}
