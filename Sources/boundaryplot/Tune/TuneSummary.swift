import ModelSelection
import Training

/// `tune.json`, schema 1: keys are only ever added.
struct TuneSummary: Encodable {
    var schema = 1
    let data: DataSummary
    let selection: Selection
    /// By size, then λ.
    let candidates: [CandidateSummary]
    let winner: Winner
    let heatmap: Summary.ImageFile
    let curve: Summary.ImageFile

    /// How the winner is chosen.
    struct Selection: Encodable {
        let folds: Int
        let stratify: Bool
        let seed: UInt32
        let rule: String
        /// The validation fold of every point of the training part, in the order of the split.
        let foldOfPoint: [Int]
    }

    struct CandidateSummary: Encodable {
        let hidden: String
        let lambda: Double
        let validationError: SpreadSummary
        let validationCost: SpreadSummary
        let trainError: SpreadSummary
        let trainCrossEntropy: SpreadSummary
        let folds: [FoldScoreSummary]

        init(_ validation: CrossValidation) {
            hidden = validation.candidate.hiddenText
            lambda = validation.candidate.lambda
            validationError = SpreadSummary(validation.validationError)
            validationCost = SpreadSummary(validation.validationCost)
            trainError = SpreadSummary(validation.trainingError)
            trainCrossEntropy = SpreadSummary(validation.trainingCost)
            folds = validation.scores.map(FoldScoreSummary.init)
        }
    }

    /// The network that is chosen, trained on the whole training part.
    struct Winner: Encodable {
        let hidden: String
        let lambda: Double
        let validationError: JSONNumber
        let standardError: JSONNumber
        let run: Summary.Run
    }

    init(_ result: TuneResult, options: TuneCommand, loaded: LoadedData, run: TuneRun) {
        data = DataSummary(loaded, data: run.data)
        selection = Selection(
            folds: run.folds.count, stratify: options.choice.hasStratifiedFolds, seed: options.choice.splitSeed,
            rule: options.choice.rule.rawValue, foldOfPoint: run.folds.foldOfPoint)
        candidates = result.validations.map(CandidateSummary.init)
        let validation = result.validations[result.winner]
        winner = Winner(
            hidden: validation.candidate.hiddenText, lambda: validation.candidate.lambda,
            validationError: JSONNumber(validation.validationError.mean),
            standardError: JSONNumber(validation.validationError.standardError),
            run: Summary.Run(
                result.winnerPicture.network, picture: result.winnerPicture, optimizer: options.training.usedOptimizer,
                dpi: options.picture.dpi))
        heatmap = Summary.ImageFile(result.heatMap, dpi: options.picture.dpi)
        curve = Summary.ImageFile(result.curve, dpi: options.picture.dpi)
    }
}
