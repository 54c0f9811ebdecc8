public import Optimization

/// One fit of a candidate, validated on the fold that it has not seen.
public struct FoldScore: Hashable, Sendable {
    /// The index of the fold that was held out.
    public let fold: Int
    /// The training objective at the end, λ term included.
    public let trainingCost: Double
    /// The share of the training points that the network puts in their own class, 0…1.
    public let trainingAccuracy: Double
    /// The cross-entropy over the training points: the cost without its λ term.
    public let trainingCrossEntropy: Double
    /// The cross-entropy over the fold's points.
    public let validationCost: Double
    /// The number of the fold's points that the network puts in another class than their own.
    public let validationErrorCount: Int
    /// The number of the fold's points.
    public let validationCount: Int
    /// How many steps the optimiser took.
    public let iterations: Int
    /// How many times cost and gradient were evaluated, the first included.
    public let evaluations: Int
    /// Why the training ended.
    public let termination: Termination

    /// The share of the fold's points that the network puts in their own class, 0…1.
    public var validationAccuracy: Double { Double(validationCount - validationErrorCount) / Double(validationCount) }

    /// A score from its parts, as it may have been kept in a file.
    public init(
        fold: Int, trainingCost: Double, trainingAccuracy: Double, trainingCrossEntropy: Double,
        validationCost: Double, validationErrorCount: Int, validationCount: Int,
        iterations: Int, evaluations: Int, termination: Termination
    ) {
        self.fold = fold
        self.trainingCost = trainingCost
        self.trainingAccuracy = trainingAccuracy
        self.trainingCrossEntropy = trainingCrossEntropy
        self.validationCost = validationCost
        self.validationErrorCount = validationErrorCount
        self.validationCount = validationCount
        self.iterations = iterations
        self.evaluations = evaluations
        self.termination = termination
    }
}
