package import Datasets
public import Optimization

/// A trained network and the course of its training.
public struct TrainingReport: Hashable, Sendable {
    /// The network at the end of the training.
    public let network: NeuralNetwork
    /// λ, the weight of the penalty on large weights in the cost.
    public let lambda: Double
    /// The training objective at the end, λ term included.
    public let cost: Double
    /// The score of the network on the training points.
    public let score: Score
    /// The number of steps of the optimiser.
    public let iterations: Int
    /// The number of evaluations of cost and gradient, the first included.
    public let evaluations: Int
    /// The greatest absolute component of the gradient at the end.
    public let gradientNorm: Double
    /// The reason why the training ended.
    public let termination: Termination
    /// The course of the training; nil unless it was recorded.
    public let history: TrainingHistory?

    /// The kind of the network.
    public var candidate: Candidate {
        Candidate(hidden: network.shape.hidden, activation: network.shape.activation, lambda: lambda)
    }
    /// The share of the training points that the network puts in their own class, 0…1.
    public var accuracy: Double { score.accuracy }
    /// True for each training point that the network puts in another class than its own.
    public var misclassified: [Bool] { score.misclassified }

    /// Creates the report of a network that was trained elsewhere: a training of no iteration.
    ///
    /// - Parameter lambda: λ of the cost; 0 or greater.
    package init(of network: NeuralNetwork, on dataset: Dataset, lambda: Double, threads: Int = 1) {
        var objective = TrainingObjective(dataset: dataset, shape: network.shape, lambda: lambda, threads: threads)
        var gradient = network.theta
        self.network = network
        self.lambda = lambda
        cost = objective.evaluate(at: network.theta, gradient: &gradient)
        score = Score(of: network, on: dataset, threads: threads)
        iterations = 0
        evaluations = 1
        gradientNorm = gradient.reduce(0) { max($0, abs($1)) }
        termination = .iterationLimit
        history = nil
    }

    /// Creates a report.
    ///
    /// - Parameter minimum: the minimum of the training objective, found with the same λ.
    package init(
        network: NeuralNetwork, lambda: Double, minimum: Minimum, score: Score, history: TrainingHistory? = nil
    ) {
        self.history = history
        self.network = network
        self.lambda = lambda
        self.score = score
        cost = minimum.value
        iterations = minimum.iterations
        evaluations = minimum.evaluations
        gradientNorm = minimum.gradientNorm
        termination = minimum.termination
    }
}
