public import Optimization

/// How a network is made and trained.
public struct TrainingSettings: Sendable {
    /// Units per hidden layer, from the inputs to the outputs; none for a linear classifier.
    public var hidden: [Int]
    /// What the hidden units make of their logits.
    public var activation: Activation
    /// λ, the weight of the penalty on large weights; 0 or greater.
    public var lambda: Double
    /// The seed of the initial theta.
    public var initialSeed: UInt32
    /// What finds the minimum of the cost.
    public var optimizer: any Minimizer
    /// How many threads one evaluation of the cost may use; changes no bit of the result.
    public var threads: Int

    /// Settings from their parts.
    public init(
        hidden: [Int] = [3], activation: Activation = .sigmoid, lambda: Double = 0.001, initialSeed: UInt32 = 0,
        optimizer: any Minimizer = ConjugateGradient(), threads: Int = 1
    ) {
        self.hidden = hidden
        self.activation = activation
        self.lambda = lambda
        self.initialSeed = initialSeed
        self.optimizer = optimizer
        self.threads = threads
    }
}
