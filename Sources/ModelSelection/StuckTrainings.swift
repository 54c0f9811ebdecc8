public import Training

/// A training on data that several trainings share.
public struct ComparedTraining: Sendable {
    /// The kind of the network.
    public let candidate: Candidate
    /// The training objective at the end, λ term included.
    public let cost: Double
    /// True if the training converged.
    public let isConverged: Bool

    /// Creates a training from its facts.
    public init(candidate: Candidate, cost: Double, isConverged: Bool) {
        self.candidate = candidate
        self.cost = cost
        self.isConverged = isConverged
    }

    /// A training whose cost is greater by more than this share is stuck.
    private static let tolerance = 0.01

    /// Finds the trainings that are stuck in a poor local minimum: they converged, and their cost is more than 1 % above
    /// that of a network which theirs contains. The least cost of the larger network is never above that of the smaller.
    ///
    /// - Parameter trainings: trainings on the same points.
    /// - Returns: for each training in order, the index of the contained network with the lowest cost, the first on a tie;
    ///   nil if the training is not stuck.
    /// - Complexity: quadratic in the number of trainings.
    public static func betterContained(among trainings: [ComparedTraining]) -> [Int?] {
        trainings.map { training in
            guard training.isConverged else { return nil }
            let limit = training.cost / (1 + tolerance)
            return trainings.indices.filter {
                trainings[$0].cost < limit && training.candidate.contains(trainings[$0].candidate)
            }
            .min { trainings[$0].cost < trainings[$1].cost }
        }
    }
}
