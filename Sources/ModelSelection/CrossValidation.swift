public import Training

/// A candidate with one score per fold.
public struct CrossValidation: Hashable, Sendable {
    /// The candidate of all fits.
    public let candidate: Candidate
    /// One score per fold, in the order of the folds.
    public let scores: [FoldScore]

    /// Creates a cross-validation; sorts the scores by fold.
    ///
    /// - Precondition: there is at least one score.
    public init(candidate: Candidate, scores: [FoldScore]) {
        precondition(!scores.isEmpty, "a validation has a fold or more")
        self.candidate = candidate
        self.scores = scores.sorted { $0.fold < $1.fold }
    }

    /// The misclassified shares of the folds, 0…1.
    public var validationError: SampleStatistics {
        SampleStatistics(of: scores.map { Double($0.validationErrorCount) / Double($0.validationCount) })
    }

    /// The cross-entropies over the folds' points.
    public var validationCost: SampleStatistics { SampleStatistics(of: scores.map { $0.validationCost }) }

    /// The misclassified shares of the training points, 0…1.
    public var trainingError: SampleStatistics { SampleStatistics(of: scores.map { 1 - $0.trainingAccuracy }) }

    /// The cross-entropies over the training points, without the λ term like the validation costs.
    public var trainingCost: SampleStatistics { SampleStatistics(of: scores.map { $0.trainingCrossEntropy }) }

    /// True if the costs of all fits are finite; no other candidate can win.
    public var isFinite: Bool {
        scores.allSatisfy {
            $0.trainingCost.isFinite && $0.trainingCrossEntropy.isFinite && $0.validationCost.isFinite
        }
    }
}
