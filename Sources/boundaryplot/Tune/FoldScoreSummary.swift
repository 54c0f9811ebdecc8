import ModelSelection
import Optimization

/// A fit as the journal and `tune.json` have it.
struct FoldScoreSummary: Codable, Sendable {
    let fold: Int
    let cost: JSONNumber
    let trainCrossEntropy: JSONNumber
    let accuracy: Double
    let validationAccuracy: Double
    let validationCost: JSONNumber
    let validationErrors: Int
    let validationCount: Int
    let iterations: Int
    let evaluations: Int
    let termination: String

    init(_ score: FoldScore) {
        fold = score.fold
        cost = JSONNumber(score.trainingCost)
        trainCrossEntropy = JSONNumber(score.trainingCrossEntropy)
        accuracy = score.trainingAccuracy
        validationAccuracy = score.validationAccuracy
        validationCost = JSONNumber(score.validationCost)
        validationErrors = score.validationErrorCount
        validationCount = score.validationCount
        iterations = score.iterations
        evaluations = score.evaluations
        termination = score.termination.rawValue
    }

    /// The score that was written; nil where the word for its ending is unknown.
    var score: FoldScore? {
        Termination(rawValue: termination).map {
            FoldScore(
                fold: fold, trainingCost: cost.value, trainingAccuracy: accuracy,
                trainingCrossEntropy: trainCrossEntropy.value,
                validationCost: validationCost.value, validationErrorCount: validationErrors,
                validationCount: validationCount, iterations: iterations, evaluations: evaluations, termination: $0)
        }
    }
}
