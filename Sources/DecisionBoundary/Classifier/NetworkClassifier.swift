import Datasets
import Meshgrid
import ModelSelection
import Optimization
import Pictures
import SavedModels
import Training

/// A network as a classifier: trained in this run, or read from a file.
struct NetworkClassifier: Classifier {
    private var facts: NetworkFacts

    /// Trains a network on the training part and scores every restart on the held-out part.
    ///
    /// - Parameters:
    ///   - settings: the settings that all networks of the run share.
    ///   - recorded: the iterations at which theta is kept in a history of the training; nil for no history.
    ///   - observe: called with every iterate, from several threads at once; false ends the training.
    init(
        training candidate: Candidate, settings: TrainingSettings, restartCount: Int, data: DataParts, threads: Int,
        recording recorded: RecordedIterations? = nil, observing observe: @Sendable (Iterate) -> Bool
    ) {
        let restarts = Restarts(settings, count: restartCount).train(
            candidate, on: data.trainingInputs, threads: threads,
            recording: recorded.map { HistorySettings($0, test: data.testInputs) }, observing: observe)
        let testScores =
            data.testInputs.map { test in
                restarts.reports.map { Score(of: $0.network, on: test, threads: threads) }
            } ?? []
        facts = NetworkFacts(
            report: restarts.best,
            testCrossEntropy: testScores.isEmpty ? nil : testScores[restarts.bestIndex].crossEntropy,
            standardization: data.standardization,
            training: TrainingFacts(restarts: restarts, testScores: testScores))
    }

    /// Creates the classifier of a network during its training.
    ///
    /// - Parameter facts: the trained network, with its history.
    init(_ facts: NetworkFacts, at snapshot: TrainingHistory.Snapshot, data: DataParts) {
        let testCosts = facts.report.history?.testCosts ?? []
        self.facts = NetworkFacts(
            report: TrainingReport(
                of: NeuralNetwork(shape: facts.report.network.shape, theta: snapshot.theta), on: data.trainingInputs,
                lambda: facts.report.lambda),
            testCrossEntropy: testCosts.isEmpty ? nil : testCosts[snapshot.iteration],
            standardization: facts.standardization, training: nil)
    }

    /// Creates a classifier from a saved model, and scores it on the data.
    ///
    /// - Throws: `RunError` if the cost on the data is not finite.
    init(_ model: SavedModel, data: DataParts, threads: Int) throws(RunError) {
        func inputs(_ dataset: Dataset) -> Dataset { model.standardization?.apply(to: dataset) ?? dataset }
        let report = TrainingReport(
            of: model.network, on: inputs(data.training), lambda: model.lambda, threads: threads)
        guard report.cost.isFinite else {
            throw RunError(.badData, "\(.model): the cost of the network on these data is not finite")
        }
        facts = NetworkFacts(
            report: report,
            testCrossEntropy: data.test.flatMap {
                Score(of: model.network, on: inputs($0), threads: threads).crossEntropy
            },
            standardization: model.standardization, training: nil)
    }

    var name: String { HiddenLayers(facts.candidate.hidden).name }
    var network: NetworkFacts? { facts }

    /// Marks the networks that are stuck in a poor local minimum.
    ///
    /// - Parameters:
    ///   - classifiers: all classifiers of a run. Only trained networks are compared.
    ///   - isRecorded: true to mark all, since the record of the picture to draw again says so. A network's own picture
    ///     does not have the others in its request.
    static func markingStuck(_ classifiers: [any Classifier], isRecorded: Bool) -> [any Classifier] {
        var classifiers = classifiers
        let indices = classifiers.indices.filter { classifiers[$0].network?.training != nil }
        let better = ComparedTraining.betterContained(
            among: indices.compactMap { classifiers[$0].network?.comparedTraining })
        let reports = indices.map { classifiers[$0].network?.report }
        for (index, contained) in zip(indices, better) where isRecorded || contained != nil {
            guard var network = classifiers[index] as? NetworkClassifier else { continue }
            network.facts.isStuck = true
            network.facts.betterContained = contained.flatMap { reports[$0] }
            classifiers[index] = network
        }
        return classifiers
    }

    /// Returns the classes of the points, and the network as the response.
    func answer(_ query: ClassifierQuery) throws(RunError) -> ClassifierAnswer {
        let network = facts.report.network
        let inputs = facts.standardization.map { standardization in
            query.points.map { standardization.apply(to: $0) }
        }
        let classes = network.classes(of: inputs ?? query.points)
        query.report(query.points.count)
        try query.checkCancellation()
        return ClassifierAnswer(
            classes: classes, response: query.grid == nil ? nil : facts.inDataUnits(network),
            kind: .probability)
    }
}
