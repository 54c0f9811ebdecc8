/// A division of points into a training part and a held-out part, in which no class lacks training points.
///
/// Classes that cannot be divided stay in the training part: in a stratified split those with a single point, in a random
/// one those of few points of which all would be held out.
public struct Division: Hashable, Sendable {
    /// The indices of the training points.
    public let training: [Int]
    /// The indices of the held-out points.
    public let test: [Int]
    /// The indices of the classes with too few points to divide, ascending.
    public let undividedClasses: [Int]

    /// Holds out the last points of a data set.
    ///
    /// - Precondition: `lastCount` is from 0 to `pointCount`.
    public init(of pointCount: Int, lastCount: Int) {
        training = Array(0..<pointCount - lastCount)
        test = Array(pointCount - lastCount..<pointCount)
        undividedClasses = []
    }

    /// A class of fewer points is too small to be divided by chance.
    private static let fewPoints = 10

    /// Divides points by `Split`, into parts in random order.
    ///
    /// - Parameter labels: the class index of every point, in `0 ..< classCount`.
    /// - Throws: `SplitError` if the points cannot be divided.
    public init(
        of labels: [Int], classCount: Int, testFraction: Double, seed: UInt32, isStratified: Bool
    ) throws(SplitError) {
        var counts = Array(repeating: 0, count: classCount)
        for label in labels { counts[label] += 1 }
        var undivided = isStratified ? counts.indices.filter { counts[$0] == 1 } : []
        // The points to divide; all of them as a rule.
        let points = labels.indices.filter { !undivided.contains(labels[$0]) }
        guard !points.isEmpty else { throw .singlePointsOnly }
        let split =
            isStratified
            ? try Split(stratifiedBy: points.map { labels[$0] }, testFraction: testFraction, seed: seed)
            : try Split(pointCount: points.count, testFraction: testFraction, seed: seed)
        var training = split.training.map { points[$0] }
        var test = split.test.map { points[$0] }
        if isStratified {
            training += labels.indices.filter { undivided.contains(labels[$0]) }
        } else {
            var trainingCounts = Array(repeating: 0, count: classCount)
            for index in training { trainingCounts[labels[index]] += 1 }
            undivided = counts.indices.filter { counts[$0] > 0 && trainingCounts[$0] == 0 }
            if let large = undivided.first(where: { counts[$0] >= Self.fewPoints }) {
                throw .noTrainingPointOfClass(large)
            }
            training += test.filter { undivided.contains(labels[$0]) }
            test.removeAll { undivided.contains(labels[$0]) }
            undivided = counts.indices.filter { counts[$0] == 1 || undivided.contains($0) }
        }
        (self.training, self.test, undividedClasses) = (training, test, undivided)
    }
}
