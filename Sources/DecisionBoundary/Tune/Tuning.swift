package import ModelSelection
import Optimization

/// The result of a choice by cross-validation.
package struct Tuning: Sendable {
    /// The candidates with their fits, sorted by size, then λ.
    package let validations: [CrossValidation]
    /// Index of the chosen candidate.
    package let winner: Int
    /// The comparison of the candidates' out-of-fold answers with those of the winner.
    package let comparison: ChanceComparison
    package let heatMap: PictureFile
    package let curve: PictureFile
    /// The paths of `tune.csv` and `tune.json`.
    package let furtherPaths: [String]

    /// For each candidate and fold, true if the fit is stuck in a poor local minimum: see `ComparedTraining`.
    package var stuckFits: [[Bool]] {
        let foldCount = validations[0].scores.count
        let byFold = (0..<foldCount).map { fold in
            ComparedTraining.betterContained(
                among: validations.map {
                    let score = $0.scores[fold]
                    return ComparedTraining(
                        candidate: $0.candidate, cost: score.trainingCost, isConverged: score.termination.isConverged)
                })
        }
        return validations.indices.map { index in byFold.map { $0[index] != nil } }
    }

    /// All fits as CSV, sorted by size, λ and fold.
    var csv: String {
        let header =
            "hidden,lambda,fold,cost,trainCrossEntropy,accuracy,validationAccuracy,validationCost,validationErrors,"
            + "validationCount,iterations,evaluations,termination\n"
        let rows = validations.flatMap { validation in
            let name = ClassifierName(validation.candidate).values
            return validation.scores.map { score in
                let cells: [Any] = [
                    name["hidden"] ?? "", name["lambda"] ?? "", score.fold, score.trainingCost,
                    score.trainingCrossEntropy, score.trainingAccuracy, score.validationAccuracy, score.validationCost,
                    score.validationErrorCount, score.validationCount, score.iterations, score.evaluations,
                    score.termination.rawValue,
                ]
                return cells.map { "\($0)" }.joined(separator: ",") + "\n"
            }
        }
        return header + rows.joined()
    }
}

/// The fixed file names of a tuning.
enum TuneFile: CaseIterable {
    case heatMap
    case curve
    case csv
    case json

    func path(in folder: PicturePaths) -> String {
        switch self {
        case .heatMap: folder.path(ofPicture: "tune-heatmap")
        case .curve: folder.path(ofPicture: "tune-curve")
        case .csv: folder.path(beside: "tune.csv")
        case .json: folder.path(beside: "tune.json")
        }
    }
}
