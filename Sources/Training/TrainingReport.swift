public import Optimization

/// A trained network and how its training went.
public struct TrainingReport: Hashable, Sendable {
    /// The network as the training left it.
    public let network: NeuralNetwork
    /// The training objective at the end, λ term included.
    public let cost: Double
    /// How well the network puts the training points into their classes.
    public let score: Score
    /// How many steps the optimiser took.
    public let iterations: Int
    /// How many times cost and gradient were evaluated, the first included.
    public let evaluations: Int
    /// The greatest absolute component of the gradient at the end.
    public let gradientNorm: Double
    /// Why the training ended.
    public let termination: Termination

    /// The share of the training points that the network puts in their own class, 0…1.
    public var accuracy: Double { score.accuracy }
    /// For every training point, whether the network puts it in another class than its own.
    public var misclassified: [Bool] { score.misclassified }

    /// - Parameter minimum: where the minimisation of the network's training objective ended.
    package init(network: NeuralNetwork, minimum: Minimum, score: Score) {
        self.network = network
        self.score = score
        cost = minimum.value
        iterations = minimum.iterations
        evaluations = minimum.evaluations
        gradientNorm = minimum.gradientNorm
        termination = minimum.termination
    }
}
