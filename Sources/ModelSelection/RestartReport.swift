public import Training

/// Networks trained from several initial thetas.
public struct RestartReport: Hashable, Sendable {
    /// One report per training, in the order of `initialSeeds`.
    public let reports: [TrainingReport]
    /// The seed of each initial theta.
    public let initialSeeds: [UInt32]

    /// - Precondition: there is at least one report, and one seed per report.
    package init(reports: [TrainingReport], initialSeeds: [UInt32]) {
        precondition(!reports.isEmpty && reports.count == initialSeeds.count, "every training has a seed")
        self.reports = reports
        self.initialSeeds = initialSeeds
    }

    /// The index of the training with the lowest finite cost; the first on a tie, or if no cost is finite.
    public var bestIndex: Int {
        reports.indices.filter { reports[$0].cost.isFinite }.min { reports[$0].cost < reports[$1].cost } ?? 0
    }

    /// The training at `bestIndex`.
    public var best: TrainingReport { reports[bestIndex] }

    /// Statistics of the costs.
    public var costs: SampleStatistics { SampleStatistics(of: reports.map { $0.cost }) }

    /// Statistics of the accuracies on the training points.
    public var accuracies: SampleStatistics { SampleStatistics(of: reports.map { $0.accuracy }) }
}
