public import Datasets
import Parallelism
public import Training

/// Several trainings of one kind of network, from different initial thetas.
public struct Restarts: Sendable {
    /// How each network is made and trained.
    public let settings: TrainingSettings
    /// The seed of each initial theta: those that follow the settings' own; after the greatest comes 0.
    public let initialSeeds: [UInt32]

    /// - Precondition: 1 restart or more.
    public init(_ settings: TrainingSettings, count: Int) {
        precondition(count >= 1, "a network is trained once or more")
        self.settings = settings
        initialSeeds = (0..<count).map { settings.initialSeed &+ UInt32(truncatingIfNeeded: $0) }
    }

    /// Trains every network on every point of `dataset`, several at once.
    ///
    /// - Parameters:
    ///   - threads: how many threads to use, 1 or more, in place of the settings' own number: those that the networks
    ///     leave over work inside of each. Changes no bit of the result.
    ///   - shouldContinue: asked before every iteration of every network, with the steps that it has taken and the cost
    ///     that it has reached; from several threads at once.
    public func train(
        on dataset: Dataset, threads: Int = 1,
        while shouldContinue: @Sendable (_ iterations: Int, _ cost: Double) -> Bool = { _, _ in true }
    ) -> RestartReport {
        var settings = settings
        settings.threads = threads
        let trainers = initialSeeds.map { seed in
            settings.initialSeed = seed
            return Trainer(settings)
        }
        let reports = mapBlocks(trainers.count, threads: threads) {
            trainers[$0].train(on: dataset, while: shouldContinue)
        }
        return RestartReport(reports: reports, initialSeeds: initialSeeds)
    }
}
