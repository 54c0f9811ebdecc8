public import Datasets
public import Optimization
import Parallelism
public import Training

/// Trains networks of one kind from different initial thetas.
public struct Restarts: Sendable {
    /// The settings shared by all networks.
    public let settings: TrainingSettings
    /// The seeds of the initial thetas, counting up from the seed of the settings and wrapping to 0.
    public let initialSeeds: [UInt32]

    /// - Precondition: 1 restart or more.
    public init(_ settings: TrainingSettings, count: Int) {
        precondition(count >= 1, "a network is trained once or more")
        self.settings = settings
        initialSeeds = (0..<count).map { settings.initialSeed &+ UInt32(truncatingIfNeeded: $0) }
    }

    /// Trains all networks on `dataset`, several at once.
    ///
    /// - Parameters:
    ///   - candidate: the layers, the activation and λ of the networks.
    ///   - threads: the maximum number of threads, 1 or more, shared by the networks; overrides the settings and does
    ///     not change the result.
    ///   - recording: the parts of every training to keep as its report's history; nil for none.
    ///   - observer: called with the initial theta of every network and after each of its iterations, from several
    ///     threads at once; false ends the training of that network.
    public func train(
        _ candidate: Candidate, on dataset: Dataset, threads: Int = 1, recording: HistorySettings? = nil,
        observing observer: @Sendable (Iterate) -> Bool = { _ in true }
    ) -> RestartReport {
        var settings = settings
        settings.threads = threadsPerBlock(initialSeeds.count, threads: threads)
        let trainers = initialSeeds.map { seed in
            settings.initialSeed = seed
            return Trainer(settings)
        }
        let reports = mapBlocks(trainers.count, threads: threads) {
            trainers[$0].train(candidate, on: dataset, recording: recording, observing: observer)
        }
        return RestartReport(reports: reports, initialSeeds: initialSeeds)
    }
}
