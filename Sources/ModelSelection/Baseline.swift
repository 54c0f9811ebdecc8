public import Datasets

/// The classifier that gives every point the most frequent class of the training points.
///
/// A network with a lower accuracy has learned less than the class counts tell.
public struct Baseline: Hashable, Sendable {
    /// The index of the class; the lowest on a tie.
    public let classIndex: Int
    /// The share of the training points in this class, 0…1.
    public let accuracy: Double
    /// The share of the held-out points in this class, 0…1; nil if no points are held out.
    public let testAccuracy: Double?

    /// - Parameter test: the held-out points; nil if no points are held out.
    public init(training: Dataset, test: Dataset?) {
        func share(of label: Int, in labels: [Int]) -> Double {
            Double(labels.count { $0 == label }) / Double(labels.count)
        }
        var counts = Array(repeating: 0, count: training.classCount)
        for label in training.labels { counts[label] += 1 }
        let most = counts.max() ?? 0
        let index = counts.firstIndex(of: most) ?? 0
        classIndex = index
        accuracy = share(of: index, in: training.labels)
        testAccuracy = test.map { share(of: index, in: $0.labels) }
    }
}
