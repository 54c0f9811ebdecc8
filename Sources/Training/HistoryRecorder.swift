public import Datasets
import Optimization

/// Records a training while its iterates pass; changes no bit of it.
struct HistoryRecorder {
    private(set) var history = TrainingHistory()
    private let iterations: RecordedIterations
    private let test: EvaluationPlan?
    private var next = 0

    init(_ settings: HistorySettings, shape: NetworkShape, threads: Int) {
        iterations = settings.iterations
        test = settings.test.map { EvaluationPlan(dataset: $0, shape: shape, threads: threads) }
    }

    mutating func record(_ iterate: Iterate) {
        let testCost = test.map {
            1 / Double($0.dataset.points.count) * $0.classify(theta: iterate.parameters).crossEntropy
        }
        history.append(cost: iterate.value, testCost: testCost)
        guard iterate.iteration >= next else { return }
        history.keep(iterate.parameters)
        next = iterations.next(after: iterate.iteration)
    }

    /// Returns the history with the final theta.
    func finished(at minimum: Minimum) -> TrainingHistory {
        var history = history
        history.keep(minimum.parameters)
        return history
    }
}

/// The parts of a training that are recorded.
public struct HistorySettings: Sendable {
    /// The iterations at which theta is kept.
    public var iterations: RecordedIterations
    /// The held-out points whose cost is computed at every iteration, as network inputs; nil if no points are held out.
    public var test: Dataset?

    /// Creates settings from their parts.
    public init(_ iterations: RecordedIterations, test: Dataset? = nil) {
        self.iterations = iterations
        self.test = test
    }
}
