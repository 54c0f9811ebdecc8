import Datasets
public import ModelSelection
public import Training

/// A classifier with its scores on the data of a run.
public struct ScoredClassifier: Sendable {
    /// The classifier.
    public let classifier: any Classifier
    /// The predicted class index of every point: training points, then held-out points.
    let classes: [Int]
    /// What the classifier's scores are; nil for classes alone.
    let kind: ScoreKind?
    /// SHA-256 of the file of predictions; nil for other classifiers.
    let sha256: String?
    /// The names of the two features, x first.
    package let features: [String]
    /// The score on the training points.
    public let trainingScore: Score
    /// The score on the held-out points; nil if no points are held out.
    public let testScore: Score?

    /// - Parameter answer: the answer for every point: training points, then held-out points.
    init(_ classifier: any Classifier, _ answer: ClassifierAnswer, data: DataParts) {
        self.classifier = classifier
        (classes, kind, sha256) = (answer.classes, answer.kind, answer.sha256)
        features = data.training.featureNames
        let network = classifier.network
        let trainingCount = data.training.points.count
        trainingScore = Score(
            predicted: Array(classes.prefix(trainingCount)), labels: data.training.labels,
            classCount: data.training.classCount, crossEntropy: network?.report.score.crossEntropy)
        testScore = data.test.map { [classes] test in
            Score(
                predicted: Array(classes.dropFirst(trainingCount)), labels: test.labels, classCount: test.classCount,
                crossEntropy: network?.testCrossEntropy)
        }
    }

    /// The 95 % interval of the accuracy on the held-out points; nil if no points are held out.
    public var testAccuracyInterval: WilsonInterval? { testScore.map(WilsonInterval.init) }

    /// The accuracy on the held-out points with its 95 % interval: "98.3 % (91–100)"; nil if no points are held out.
    package var testAccuracyText: String? {
        testScore.map { IntervalText.percent($0.accuracy, WilsonInterval(of: $0)) }
    }

    /// The facts of a network; nil for any other classifier.
    public var network: NetworkFacts? { classifier.network }
}
