public import Optimization

/// One fit of a candidate, validated on the fold that was held out.
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
    /// The number of steps of the optimiser.
    public let iterations: Int
    /// The number of evaluations of cost and gradient, the first included.
    public let evaluations: Int
    /// The reason why the training ended.
    public let termination: Termination

    /// The share of the fold's points that the network puts in their own class, 0…1.
    public var validationAccuracy: Double { Double(validationCount - validationErrorCount) / Double(validationCount) }

    /// Creates a score from its parts.
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
