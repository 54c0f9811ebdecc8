public import Datasets
public import Optimization
public import Training

/// Data, folds and settings of a cross-validation. Its fits are independent: they may run in any order and on any
/// thread.
public struct FitPlan: Sendable {
    private let dataset: Dataset
    private let folds: Folds
    private let settings: @Sendable (Candidate) -> TrainingSettings
    private let standardizations: [Standardization]?
    private let restartCount: Int

    /// - Parameters:
    ///   - dataset: the points for training and validation, without the test part.
    ///   - folds: the validation fold of every point of `dataset`.
    ///   - standardizations: the standardisation of the points for each fold, optional.
    ///     `standardizations(of:folds:)` computes them without the validation fold.
    ///   - restartCount: the number of trainings of each fit, of which the one with the lowest cost counts; 1 or greater.
    ///   - settings: the settings of a candidate's training. Their threads are shared by the restarts.
    /// - Precondition: `folds` is a partition of `dataset`; `standardizations` is nil or has one element per fold.
    public init(
        dataset: Dataset, folds: Folds, standardizations: [Standardization]? = nil, restartCount: Int = 1,
        settings: @escaping @Sendable (Candidate) -> TrainingSettings
    ) {
        precondition(standardizations.map { $0.count == folds.count } ?? true, "every fold has a standardisation")
        precondition(folds.foldOfPoint.count == dataset.points.count, "every point is in a fold")
        self.dataset = dataset
        self.folds = folds
        self.settings = settings
        self.standardizations = standardizations
        self.restartCount = restartCount
    }

    /// Returns the standardisation of the training points of each fold.
    ///
    /// - Throws: `StandardizationError` if a feature is constant over the training points of a fold.
    public static func standardizations(
        of dataset: Dataset, folds: Folds
    ) throws(StandardizationError) -> [Standardization] {
        var standardizations: [Standardization] = []
        for fold in 0..<folds.count {
            standardizations.append(try Standardization(of: dataset.subset(folds.training(fold))))
        }
        return standardizations
    }

    /// Trains a candidate on all other folds and validates it on `fold`.
    ///
    /// - Parameter observer: called with the initial theta of every restart and after each of its iterations, from several
    ///   threads at once; false ends that training.
    /// - Precondition: `fold` is in `0 ..< folds.count`.
    public func score(
        _ candidate: Candidate, fold: Int, observing observer: @Sendable (Iterate) -> Bool = { _ in true }
    ) -> FoldScore {
        var (training, held) = (dataset.subset(folds.training(fold)), dataset.subset(folds.validation(fold)))
        if let standardization = standardizations?[fold] {
            (training, held) = (standardization.apply(to: training), standardization.apply(to: held))
        }
        let settings = settings(candidate)
        let report = Restarts(settings, count: restartCount).train(
            candidate, on: training, threads: settings.threads, observing: observer
        ).best
        let validation = Score(of: report.network, on: held, threads: settings.threads)
        return FoldScore(
            fold: fold, trainingCost: report.cost, trainingAccuracy: report.accuracy,
            trainingCrossEntropy: report.score.crossEntropy ?? .nan,
            validationCost: validation.crossEntropy ?? .nan, misclassified: validation.misclassified,
            iterations: report.iterations,
            evaluations: report.evaluations, termination: report.termination)
    }
}
