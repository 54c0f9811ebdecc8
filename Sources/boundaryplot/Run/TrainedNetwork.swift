import ModelSelection
import Training

/// A network of a run after its training, with its scores.
struct TrainedNetwork: Sendable {
    let candidate: Candidate
    /// One report where it was trained once.
    let restarts: RestartReport
    /// On the points that are held out, one for each restart; empty where there are none.
    let testScores: [Score]

    /// Trains a network of the kind of `candidate`.
    ///
    /// - Parameters:
    ///   - settings: what all networks of the run have in common.
    ///   - threads: how many may work on it.
    init(
        _ candidate: Candidate, settings: TrainingSettings, restartCount: Int = 1, data: DataParts, threads: Int,
        while shouldContinue: @Sendable (_ iterations: Int, _ cost: Double) -> Bool
    ) {
        self.candidate = candidate
        let restarts = Restarts(settings.with(candidate), count: restartCount).train(
            on: data.training, threads: threads, while: shouldContinue)
        self.restarts = restarts
        testScores =
            data.test.map { test in
                restarts.reports.map { Score(of: $0.network, on: test, threads: threads) }
            } ?? []
    }

    /// The training of the restart that is drawn.
    var report: TrainingReport { restarts.best }
    /// The score of the restart that is drawn on the points that are held out.
    var testScore: Score? { testScores.isEmpty ? nil : testScores[restarts.bestIndex] }
    /// The seed of the initial theta of the restart that is drawn.
    var initialSeed: UInt32 { restarts.initialSeeds[restarts.bestIndex] }
    var hasRestarts: Bool { restarts.reports.count > 1 }
}

extension TrainingSettings {
    /// The same for the sizes and λ of `candidate`.
    func with(_ candidate: Candidate) -> TrainingSettings {
        var settings = self
        settings.hidden = candidate.hidden
        settings.lambda = candidate.lambda
        return settings
    }
}
