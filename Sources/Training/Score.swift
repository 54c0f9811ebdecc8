public import Datasets

/// How well a network puts the points of a data set into their classes.
public struct Score: Hashable, Sendable {
    /// The binary cross-entropy, summed over the outputs and averaged over the points: the training objective without
    /// its λ term.
    public let crossEntropy: Double
    /// The number of points by their class and the one that the network gives them: a row for each true class, a
    /// column for each predicted one.
    public let confusion: [[Int]]
    /// For every point, in order, whether the network puts it in another class than its own.
    public let misclassified: [Bool]

    /// Evaluates a network, of whatever origin, on a data set of as many classes.
    ///
    /// - Parameter threads: as for `TrainingObjective`; changes no bit of the result.
    /// - Precondition: one output per class of the data set; 1 thread or more.
    /// - Complexity: linear in the number of points.
    public init(of network: NeuralNetwork, on dataset: Dataset, threads: Int = 1) {
        var objective = TrainingObjective(dataset: dataset, shape: network.shape, lambda: 0, threads: threads)
        var gradient = network.theta
        crossEntropy = objective.evaluate(at: network.theta, gradient: &gradient)

        let predictedLabels = network.classes(of: dataset.points)
        misclassified = zip(predictedLabels, dataset.labels).map { $0 != $1 }
        let classCount = dataset.classCount
        var counts = Array(repeating: 0, count: classCount * classCount)
        for (label, predicted) in zip(dataset.labels, predictedLabels) { counts[label * classCount + predicted] += 1 }
        confusion = (0..<classCount).map { Array(counts[$0 * classCount..<($0 + 1) * classCount]) }
    }

    /// The number of points that the network puts in another class than their own.
    public var errorCount: Int {
        confusion.joined().reduce(0, +) - confusion.indices.reduce(0) { $0 + confusion[$1][$1] }
    }

    /// The share of the points that the network puts in their own class, 0…1.
    public var accuracy: Double {
        Double(misclassified.count - errorCount) / Double(misclassified.count)
    }
}
