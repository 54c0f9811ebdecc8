public import Datasets
public import Training

/// The points of one part of the data, and which of them a classifier puts in another class than their own.
public struct ScoredPoints: Hashable, Sendable {
    /// The points with their own classes.
    public let dataset: Dataset
    /// One for each point.
    public let misclassified: [Bool]

    /// - Precondition: one flag per point.
    public init(_ dataset: Dataset, misclassified: [Bool]) {
        precondition(dataset.points.count == misclassified.count, "every point is misclassified or is not")
        self.dataset = dataset
        self.misclassified = misclassified
    }

    /// The points on which a network has that score.
    public init(_ dataset: Dataset, score: Score) {
        self.init(dataset, misclassified: score.misclassified)
    }
}
