import Datasets
public import Optimization

/// A trained network and how its training went.
public struct TrainingReport: Hashable, Sendable {
    /// The network as the training left it.
    public let network: NeuralNetwork
    /// The training objective at the end, λ term included.
    public let cost: Double
    /// The share of the training points that the network puts in their own class, 0…1.
    public let accuracy: Double
    /// For every training point, whether the network puts it in another class than its own.
    public let misclassified: [Bool]
    /// How many steps the optimiser took.
    public let iterations: Int
    /// How many times cost and gradient were evaluated, the first included.
    public let evaluations: Int
    /// The greatest absolute component of the gradient at the end.
    public let gradientNorm: Double
    /// Why the training ended.
    public let termination: Termination

    init(network: NeuralNetwork, minimum: Minimum, predictedLabels: [Int], dataset: Dataset) {
        self.network = network
        cost = minimum.value
        misclassified = zip(predictedLabels, dataset.labels).map { $0 != $1 }
        let errorCount = misclassified.count { $0 }
        accuracy = Double(misclassified.count - errorCount) / Double(misclassified.count)
        iterations = minimum.iterations
        evaluations = minimum.evaluations
        gradientNorm = minimum.gradientNorm
        termination = minimum.termination
    }
}
