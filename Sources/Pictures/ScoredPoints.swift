public import Datasets

/// One part of the data, with a flag for each misclassified point.
public struct ScoredPoints: Hashable, Sendable {
    /// The points with their true classes.
    public let dataset: Dataset
    /// One flag per point.
    public let misclassified: [Bool]

    /// - Precondition: one flag per point.
    public init(_ dataset: Dataset, misclassified: [Bool]) {
        precondition(dataset.points.count == misclassified.count, "every point is misclassified or is not")
        self.dataset = dataset
        self.misclassified = misclassified
    }

    /// Creates points of a picture of several classifiers, since which are misclassified depends on the classifier.
    init(withoutMistakes dataset: Dataset) {
        self.init(dataset, misclassified: Array(repeating: false, count: dataset.points.count))
    }
}
