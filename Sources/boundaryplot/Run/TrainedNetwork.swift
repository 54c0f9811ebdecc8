import Datasets
import DecisionBoundary
import ModelSelection
import Optimization
import Training

/// A network of a run after its training, with its scores.
struct TrainedNetwork: Sendable {
    let candidate: Candidate
    /// One report where it was trained once.
    let restarts: RestartReport
    /// On the points that are held out, one for each restart; empty where there are none.
    let testScores: [Score]
    /// What is done to points before the network sees them; nil where they are taken as they are.
    let standardization: Standardization?
    /// Whether it was read from a file and not trained here.
    let isLoaded: Bool

    /// Trains a network of the kind of `candidate`.
    ///
    /// - Parameters:
    ///   - settings: what all networks of the run have in common.
    ///   - threads: how many may work on it.
    init(
        _ candidate: Candidate, settings: TrainingSettings, restartCount: Int = 1, data: DataParts, threads: Int,
        observing observer: @Sendable (Iterate) -> Bool
    ) {
        self.candidate = candidate
        standardization = data.standardization
        isLoaded = false
        let restarts = Restarts(settings, count: restartCount).train(
            candidate, on: data.trainingInputs, threads: threads, observing: observer)
        self.restarts = restarts
        testScores =
            data.testInputs.map { test in
                restarts.reports.map { Score(of: $0.network, on: test, threads: threads) }
            } ?? []
    }

    /// A network that was trained elsewhere, with its scores on the data.
    init(_ model: SavedModel, data: DataParts, threads: Int) {
        candidate = Candidate(
            hidden: model.network.shape.hidden, activation: model.network.shape.activation, lambda: model.lambda)
        standardization = model.standardization
        isLoaded = true
        testScores = []
        restarts = RestartReport(
            reports: [
                TrainingReport(of: model.network, on: data.trainingInputs, lambda: model.lambda, threads: threads)
            ], initialSeeds: [0])
    }

    /// A network of one of the restarts, for points in data units: what is drawn.
    func inDataUnits(_ report: TrainingReport) -> NeuralNetwork {
        standardization.map { report.network.destandardized(by: $0) } ?? report.network
    }

    /// What is kept of the network in a file.
    func model(of data: DataParts, description: String) -> SavedModel {
        SavedModel(
            network: report.network, standardization: standardization, featureNames: data.training.featureNames,
            classNames: data.training.classNames, lambda: candidate.lambda, dataDescription: description)
    }

    /// The training of the restart that is drawn.
    var report: TrainingReport { restarts.best }
    /// The score of the restart that is drawn on the points that are held out.
    var testScore: Score? { testScores.isEmpty ? nil : testScores[restarts.bestIndex] }
    /// The seed of the initial theta of the restart that is drawn.
    var initialSeed: UInt32 { restarts.initialSeeds[restarts.bestIndex] }
    var hasRestarts: Bool { restarts.reports.count > 1 }
}
