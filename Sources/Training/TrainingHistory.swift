/// The course of a training: the costs of all iterations, and theta at some of them.
public struct TrainingHistory: Hashable, Sendable {
    /// A network during its training.
    public struct Snapshot: Hashable, Sendable {
        /// The number of iterations so far; 0 for the initial theta.
        public let iteration: Int
        /// The parameters, in the order that `NetworkShape` describes.
        public let theta: [Double]
    }

    /// The training objective, λ term included, at iterations 0, 1, … up to the last; never empty after a training.
    public private(set) var costs: [Double] = []
    /// The mean cross-entropy over the held-out points at the same iterations; empty if no points are held out.
    public private(set) var testCosts: [Double] = []
    /// The networks at the recorded iterations, ascending; the first is the initial one, the last the trained one.
    public private(set) var snapshots: [Snapshot] = []

    /// The number of iterations of the training.
    public var lastIteration: Int { costs.count - 1 }

    /// The iteration with the lowest finite test cost, at which early stopping would stop; the first on a tie, and nil if
    /// no points are held out.
    public var bestIteration: Int? {
        testCosts.indices.filter { testCosts[$0].isFinite }.min { testCosts[$0] < testCosts[$1] }
    }

    mutating func append(cost: Double, testCost: Double?) {
        costs.append(cost)
        if let testCost { testCosts.append(testCost) }
    }

    mutating func keep(_ theta: [Double]) {
        guard snapshots.last?.iteration != lastIteration else { return }
        snapshots.append(Snapshot(iteration: lastIteration, theta: theta))
    }
}
