public import Optimization

/// The score of one fit, validated on the held-out fold.
public struct FoldScore: Hashable, Sendable {
    /// Index of the held-out fold, counted on through the repeats of a division.
    public package(set) var fold: Int
    /// The final training objective, including the λ term.
    public let trainingCost: Double
    /// The share of correctly classified training points, 0…1.
    public let trainingAccuracy: Double
    /// The cross-entropy over the training points: the cost without its λ term.
    public let trainingCrossEntropy: Double
    /// The cross-entropy over the fold's points.
    public let validationCost: Double
    /// True for each point of the fold that is misclassified, in the order of the points.
    public let misclassified: [Bool]
    /// The number of iterations of the optimiser.
    public let iterations: Int
    /// The number of evaluations of cost and gradient, including the first one.
    public let evaluations: Int
    /// The reason why the training ended.
    public let termination: Termination

    /// The number of misclassified points of the fold.
    public var validationErrorCount: Int { misclassified.count { $0 } }

    /// The number of the fold's points.
    public var validationCount: Int { misclassified.count }

    /// The share of correctly classified points of the fold, 0…1.
    public var validationAccuracy: Double { Double(validationCount - validationErrorCount) / Double(validationCount) }

    /// Creates a score from its parts.
    public init(
        fold: Int, trainingCost: Double, trainingAccuracy: Double, trainingCrossEntropy: Double,
        validationCost: Double, misclassified: [Bool], iterations: Int, evaluations: Int, termination: Termination
    ) {
        self.fold = fold
        self.trainingCost = trainingCost
        self.trainingAccuracy = trainingAccuracy
        self.trainingCrossEntropy = trainingCrossEntropy
        self.validationCost = validationCost
        self.misclassified = misclassified
        self.iterations = iterations
        self.evaluations = evaluations
        self.termination = termination
    }
}
