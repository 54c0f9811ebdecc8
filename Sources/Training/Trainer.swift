public import Datasets
public import Optimization

/// Trains networks on a data set.
public struct Trainer: Sendable {
    /// The settings that all networks share.
    public var settings: TrainingSettings

    /// Creates a trainer.
    public init(_ settings: TrainingSettings = TrainingSettings()) {
        self.settings = settings
    }

    /// Trains a network on every point of `dataset`, from its initial theta to where the optimiser ends.
    ///
    /// - Parameters:
    ///   - candidate: the layers, the activation and λ of the network.
    ///   - recording: the parts of the training to keep as the report's history; nil for none.
    ///   - observer: called with the initial theta and after every iteration, the last included; false ends the
    ///     training.
    public func train(
        _ candidate: Candidate, on dataset: Dataset, recording: HistorySettings? = nil,
        observing observer: (Iterate) -> Bool = { _ in true }
    ) -> TrainingReport {
        train(candidate, on: dataset, by: settings.optimizer, recording: recording, observing: observer)
    }

    /// Trains a network by a minimiser that replaces that of the settings.
    public func train(
        _ candidate: Candidate, on dataset: Dataset, by minimizer: some Minimizer, recording: HistorySettings? = nil,
        observing observer: (Iterate) -> Bool = { _ in true }
    ) -> TrainingReport {
        let shape = NetworkShape(
            hidden: candidate.hidden, classCount: dataset.classCount, activation: candidate.activation)
        let initial = NeuralNetwork(shape: shape, initialSeed: settings.initialSeed)
        let objective = TrainingObjective(
            dataset: dataset, shape: shape, lambda: candidate.lambda, threads: settings.threads)
        var recorder = recording.map { HistoryRecorder($0, shape: shape, threads: settings.threads) }
        let minimum = minimizer.minimize(objective, from: initial.theta) { iterate in
            recorder?.record(iterate)
            return observer(iterate)
        }
        let network = NeuralNetwork(shape: shape, theta: minimum.parameters)
        let score = Score(of: network, on: dataset, threads: settings.threads)
        return TrainingReport(
            network: network, lambda: candidate.lambda, minimum: minimum, score: score,
            history: recorder?.finished(at: minimum))
    }
}
