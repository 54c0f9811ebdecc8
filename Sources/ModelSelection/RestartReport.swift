public import Training

/// The networks that several initial thetas have led to.
public struct RestartReport: Hashable, Sendable {
    /// One report for each training, in the order of `initialSeeds`.
    public let reports: [TrainingReport]
    /// The seed of each initial theta.
    public let initialSeeds: [UInt32]

    /// - Precondition: one report or more, and a seed for each.
    package init(reports: [TrainingReport], initialSeeds: [UInt32]) {
        precondition(!reports.isEmpty && reports.count == initialSeeds.count, "every training has a seed")
        self.reports = reports
        self.initialSeeds = initialSeeds
    }

    /// The index of the training with the lowest finite cost: the first on a tie, or where no cost is finite.
    public var bestIndex: Int {
        reports.indices.filter { reports[$0].cost.isFinite }.min { reports[$0].cost < reports[$1].cost } ?? 0
    }

    /// The training with the lowest finite cost, as `bestIndex` has it.
    public var best: TrainingReport { reports[bestIndex] }

    /// The costs that the trainings have reached.
    public var costs: SampleStatistics { SampleStatistics(of: reports.map(\.cost)) }

    /// The shares of the training points that the networks put in their own class.
    public var accuracies: SampleStatistics { SampleStatistics(of: reports.map(\.accuracy)) }
}
