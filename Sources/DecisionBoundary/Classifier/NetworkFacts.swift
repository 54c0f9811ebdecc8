package import Datasets
package import ModelSelection
import Optimization
public import Training

/// Facts of a classifier that is a network.
public struct NetworkFacts: Sendable {
    /// The drawn restart: network, λ, cost and score on the training part.
    public let report: TrainingReport
    /// The mean cross-entropy over the held-out points; nil if no points are held out.
    public let testCrossEntropy: Double?
    /// The standardisation of the inputs; nil if the network takes data units.
    package let standardization: Standardization?
    /// The training; nil if the network comes from a file.
    package let training: TrainingFacts?

    /// True if training is stuck in a poor local minimum: it converged, and the cost is more than 1 % above that of a
    /// network of the same run which this one contains.
    public internal(set) var isStuck = false
    /// The contained network with the lowest cost; nil if the training is not stuck, or if only a record says so.
    package internal(set) var betterContained: TrainingReport?

    /// Returns the network for points in data units.
    func inDataUnits(_ network: NeuralNetwork) -> NeuralNetwork {
        standardization.map { network.destandardized(by: $0) } ?? network
    }

    /// The networks of the other restarts, for points in data units.
    var otherRestarts: [NeuralNetwork] {
        guard let restarts = training?.restarts else { return [] }
        return restarts.reports.indices.filter { $0 != restarts.bestIndex }
            .map { inDataUnits(restarts.reports[$0].network) }
    }

    /// Layers, activation and λ.
    public var candidate: Candidate { report.candidate }

    /// The training for a comparison with those of other networks; nil if the network comes from a file.
    var comparedTraining: ComparedTraining? {
        training.map { _ in
            ComparedTraining(
                candidate: candidate, cost: report.cost, isConverged: report.termination.isConverged)
        }
    }

    /// True if the training of the network did not converge.
    package var hasNotConverged: Bool { training != nil && !report.termination.isConverged }
}

/// The restarts of a network's training.
package struct TrainingFacts: Sendable {
    /// One report per restart.
    package let restarts: RestartReport
    /// One score on the held-out points per restart; empty if no points are held out.
    package let testScores: [Score]

    /// The seed of the initial theta of the drawn restart.
    package var initialSeed: UInt32 { restarts.initialSeeds[restarts.bestIndex] }
    package var hasRestarts: Bool { restarts.reports.count > 1 }
}
