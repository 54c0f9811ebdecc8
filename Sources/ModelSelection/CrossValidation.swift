public import Training

/// A candidate and its fits, one for each fold.
public struct CrossValidation: Hashable, Sendable {
    /// What was fitted.
    public let candidate: Candidate
    /// One score for each fold, in the order of the folds.
    public let scores: [FoldScore]

    /// - Parameter scores: those of different folds, in whatever order.
    /// - Precondition: one score or more.
    public init(candidate: Candidate, scores: [FoldScore]) {
        precondition(!scores.isEmpty, "a validation has a fold or more")
        self.candidate = candidate
        self.scores = scores.sorted { $0.fold < $1.fold }
    }

    /// The shares of the folds' points that are put in another class than their own, 0…1.
    public var validationError: SampleStatistics {
        SampleStatistics(of: scores.map { Double($0.validationErrorCount) / Double($0.validationCount) })
    }

    /// The cross-entropies over the folds' points.
    public var validationCost: SampleStatistics { SampleStatistics(of: scores.map(\.validationCost)) }

    /// The shares of the training points that are put in another class than their own, 0…1.
    public var trainingError: SampleStatistics { SampleStatistics(of: scores.map { 1 - $0.trainingAccuracy }) }

    /// The cross-entropies over the training points, without the λ term: of the same kind as the validation costs.
    public var trainingCost: SampleStatistics { SampleStatistics(of: scores.map(\.trainingCrossEntropy)) }

    /// Whether the costs of all fits are finite; a candidate of which they are not cannot win.
    public var isFinite: Bool {
        scores.allSatisfy {
            $0.trainingCost.isFinite && $0.trainingCrossEntropy.isFinite && $0.validationCost.isFinite
        }
    }
}
