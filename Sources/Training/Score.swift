public import Datasets

/// Numbers that say how well a classifier puts the points of a data set into their classes.
public struct Score: Hashable, Sendable {
    /// The binary cross-entropy, summed over the outputs and averaged over the points: the training objective without
    /// its λ term. nil if the classifier has none.
    public let crossEntropy: Double?
    /// The number of points of each true class (row) that were put into each class (column).
    public let confusion: [[Int]]
    /// True for each point, in order, that was put into another class than its own.
    public let misclassified: [Bool]

    /// Compares predicted classes with the true ones.
    ///
    /// - Parameters:
    ///   - predicted: the predicted class index of every point.
    ///   - labels: the true class index of every point.
    ///   - crossEntropy: nil if the classifier has none.
    /// - Precondition: as many predictions as labels, all in `0 ..< classCount`.
    public init(predicted: [Int], labels: [Int], classCount: Int, crossEntropy: Double? = nil) {
        precondition(predicted.count == labels.count, "every point has a prediction")
        var confusion = Array(repeating: Array(repeating: 0, count: classCount), count: classCount)
        for (label, predicted) in zip(labels, predicted) { confusion[label][predicted] += 1 }
        self.confusion = confusion
        self.crossEntropy = crossEntropy
        misclassified = zip(predicted, labels).map { $0 != $1 }
    }

    /// Evaluates a network on a data set of as many classes.
    ///
    /// - Parameter threads: the number of threads to use on large data sets; changes no bit of the result.
    /// - Precondition: one output per class of the data set; 1 thread or more.
    /// - Complexity: linear in the number of points.
    public init(of network: NeuralNetwork, on dataset: Dataset, threads: Int = 1) {
        let plan = EvaluationPlan(dataset: dataset, shape: network.shape, threads: threads)
        let (predicted, sum) = plan.classify(theta: network.theta)
        self.init(
            predicted: predicted, labels: dataset.labels, classCount: dataset.classCount,
            crossEntropy: 1 / Double(dataset.points.count) * sum)
    }

    /// The number of points that were put into another class than their own.
    public var errorCount: Int { misclassified.count { $0 } }

    /// The share of the points of each class that were put into it, 0…1; nil for a class without points.
    public var recalls: [Double?] {
        confusion.enumerated().map { label, row in
            let count = row.reduce(0, +)
            return count > 0 ? Double(row[label]) / Double(count) : nil
        }
    }

    /// The share of the points that were put into their own class, 0…1.
    public var accuracy: Double {
        Double(misclassified.count - errorCount) / Double(misclassified.count)
    }
}
