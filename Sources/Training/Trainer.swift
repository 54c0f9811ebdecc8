public import Datasets
import Optimization
import Parallelism

/// Trains networks: from a data set and settings to a network and a report.
public struct Trainer: Sendable {
    /// How networks are made and trained.
    public var settings: TrainingSettings

    /// A trainer of networks of one kind.
    public init(_ settings: TrainingSettings = TrainingSettings()) {
        self.settings = settings
    }

    /// Trains a network on every point of `dataset`, from its initial theta to where the optimiser ends.
    ///
    /// - Parameter shouldContinue: asked before every iteration, with the number of steps taken and the cost reached.
    public func train(
        on dataset: Dataset,
        while shouldContinue: (_ iterations: Int, _ cost: Double) -> Bool = { _, _ in true }
    ) -> TrainingReport {
        let shape = NetworkShape(
            hidden: settings.hidden, classCount: dataset.classCount, activation: settings.activation)
        let initial = NeuralNetwork(shape: shape, initialSeed: settings.initialSeed)
        let objective = TrainingObjective(
            dataset: dataset, shape: shape, lambda: settings.lambda, threads: settings.threads)
        return sharingThreads(settings.threads) {
            let minimum = settings.optimizer.minimize(objective, from: initial.theta, while: shouldContinue)
            let network = NeuralNetwork(shape: shape, theta: minimum.parameters)
            let score = Score(of: network, on: dataset, threads: settings.threads)
            return TrainingReport(network: network, minimum: minimum, score: score)
        }
    }
}
