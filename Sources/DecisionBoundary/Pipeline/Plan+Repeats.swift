package import Optimization
import Parallelism
import Training

/// The scores of a network on one division of the points, of several.
package struct SplitScore: Sendable {
    package let splitSeed: UInt32
    /// The seed of the restart with the lowest cost.
    package let initialSeed: UInt32
    /// The training objective, λ term included.
    package let cost: Double
    /// The share of the training points in their own class, 0…1.
    package let accuracy: Double
    /// The cross-entropy over the training points.
    package let crossEntropy: Double
    /// The share of the held-out points in their own class, 0…1.
    package let testAccuracy: Double
    /// The cross-entropy over the held-out points.
    package let testCrossEntropy: Double
    package let termination: Termination

    /// nil unless the classifier was trained in this run and points are held out.
    fileprivate init?(_ scored: ScoredClassifier, splitSeed: UInt32) {
        guard let network = scored.network, let training = network.training, let test = scored.testScore else {
            return nil
        }
        self.splitSeed = splitSeed
        initialSeed = training.initialSeed
        (cost, termination) = (network.report.cost, network.report.termination)
        (accuracy, crossEntropy) = (scored.trainingScore.accuracy, scored.trainingScore.crossEntropy ?? .nan)
        (testAccuracy, testCrossEntropy) = (test.accuracy, test.crossEntropy ?? .nan)
    }
}

extension Plan {
    /// The number of networks to train, repeats included and restarts not.
    package var trainingCount: Int { request.classifiers.count * (request.isCurve ? request.repeats : 1) }

    /// Trains and scores every network of a curve on every division of the points.
    ///
    /// The largest networks start first. The divisions are made when they are needed, so that only those in progress are
    /// in memory.
    ///
    /// - Returns: the results on the first division, each with its scores on all.
    func repeatedClassifiers() throws -> [ClassifierResult] {
        let (count, repeats) = (request.classifiers.count, request.repeats)
        let sizes = candidates
        let order = (0..<count * repeats).sorted {
            let (first, second) = (sizes[$0 % count], sizes[$1 % count])
            return first == second ? $0 < $1 : first > second
        }
        let threads = threadsPerBlock(order.count, threads: environment.threads)
        let results = mapBlocksUntilFailure(order.count, threads: environment.threads) {
            block -> (result: ClassifierResult?, score: SplitScore, seconds: StageSeconds) in
            let (index, classifier) = order[block].quotientAndRemainder(dividingBy: count)
            let plan = try repeated(index)
            let result = try plan.scoredNetwork(classifier, threads: threads)
            guard let score = SplitScore(result.scored, splitSeed: plan.request.split?.seed ?? 0) else {
                throw RunError(.internalError, "a repeat has no held-out score")
            }
            environment.report(.classifierDone)
            // The networks and answers of later divisions are not kept.
            return (result: index == 0 ? result : nil, score: score, seconds: result.seconds)
        }
        var classifiers: [ClassifierResult] = []
        let ordered = try zip(order, results).sorted { $0.0 < $1.0 }.compactMap { try $1?.get() }
        for (position, outcome) in ordered.enumerated() {
            if let result = outcome.result { classifiers.append(result) }
            classifiers[position % count].splits.append(outcome.score)
            if outcome.result == nil { classifiers[position % count].seconds += outcome.seconds }
        }
        return classifiers
    }

    /// Trains and scores a classifier without drawing it.
    private func scoredNetwork(_ index: Int, threads: Int) throws -> ClassifierResult {
        var seconds = StageSeconds()
        let classifier = try seconds.measure(\.train) { try fit(index, threads: threads) }
        let (scored, _) = try seconds.measure(\.grid) { try answer(of: classifier, grid: nil, threads: threads) }
        return ClassifierResult(scored: scored, seconds: seconds)
    }

    /// Returns the plan of one repeat, with its own division of the points.
    private func repeated(_ index: Int) throws(RunError) -> Plan {
        guard index > 0 else { return self }
        var plan = self
        plan.request.split?.seed += UInt32(index)
        plan.data = try DataParts(loaded, split: plan.request.split, isTrained: true)
        return plan
    }

    /// - Throws: `RunError` if a division of a repeated curve is not possible or holds no point out.
    func checkRepeats() throws(RunError) {
        guard request.isCurve, request.repeats > 1 else { return }
        for index in 0..<request.repeats {
            let plan = try repeated(index)
            guard plan.data.test != nil else {
                throw RunError(
                    .badRequest,
                    """
                    \(.splitSeed) \(plan.request.split?.seed ?? 0), one of \(.repeats) \(request.repeats), holds no point \
                    out; use a greater \(.testFraction)
                    """)
            }
        }
    }
}
