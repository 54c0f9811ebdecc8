public import Datasets
public import Training

/// What the fits of a cross-validation have in common; each is made for itself, in any order and on any thread.
public struct FitPlan: Sendable {
    private let dataset: Dataset
    private let folds: Folds
    private let settings: TrainingSettings

    /// - Parameters:
    ///   - dataset: the points to train on and validate with; those for a final test are none of them.
    ///   - folds: the validation fold of every point of `dataset`.
    ///   - settings: how a network is trained; hidden layers and λ are those of a candidate instead.
    /// - Precondition: the folds are those of as many points.
    public init(dataset: Dataset, folds: Folds, settings: TrainingSettings) {
        precondition(folds.foldOfPoint.count == dataset.points.count, "every point is in a fold")
        self.dataset = dataset
        self.folds = folds
        self.settings = settings
    }

    /// Trains a candidate on all folds but one, and validates it on that one.
    ///
    /// - Parameter shouldContinue: asked before every iteration, with the number of steps taken and the cost reached.
    /// - Precondition: `fold` is in `0 ..< folds.count`.
    public func score(
        _ candidate: Candidate, fold: Int,
        while shouldContinue: (_ iterations: Int, _ cost: Double) -> Bool = { _, _ in true }
    ) -> FoldScore {
        var settings = settings
        settings.hidden = candidate.hidden
        settings.lambda = candidate.lambda
        let report = Trainer(settings).train(on: dataset.subset(folds.training(fold)), while: shouldContinue)
        let validation = Score(
            of: report.network, on: dataset.subset(folds.validation(fold)), threads: settings.threads)
        return FoldScore(
            fold: fold, trainingCost: report.cost, trainingAccuracy: report.accuracy,
            trainingCrossEntropy: report.score.crossEntropy,
            validationCost: validation.crossEntropy, validationErrorCount: validation.errorCount,
            validationCount: validation.misclassified.count, iterations: report.iterations,
            evaluations: report.evaluations, termination: report.termination)
    }
}
