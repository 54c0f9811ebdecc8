public import ModelSelection
import Training

extension Baseline {
    /// Returns true if a classifier is right less often: on the held-out points, or on the training points if none are
    /// held out.
    public func exceeds(_ scored: ScoredClassifier) -> Bool {
        if let testAccuracy, let testScore = scored.testScore { return testScore.accuracy < testAccuracy }
        return scored.trainingScore.accuracy < accuracy
    }
}
