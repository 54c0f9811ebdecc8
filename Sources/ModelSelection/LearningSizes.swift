import Datasets

/// The numbers of training points of a learning curve.
public enum LearningSizes {
    /// Returns the numbers of points of `learning_curve` of scikit-learn with `train_sizes=np.linspace(0.1, 1.0, count)`:
    /// rounded down, at least 1, without repetitions. The networks are trained on the first so many points of the
    /// training part.
    ///
    /// - Parameters:
    ///   - pointCount: number of points of the training part, 1 or more.
    ///   - count: number of sizes before repetitions are removed, 2 or more.
    /// - Returns: ascending numbers, the last `pointCount`.
    public static func counts(pointCount: Int, count: Int = 10) -> [Int] {
        precondition(pointCount >= 1 && count >= 2, "a learning curve has a point and two sizes")
        let shares = EvenSpacing(from: 0.1, to: 1, count: count)
        var counts: [Int] = []
        for index in 0..<count {
            let size = max(1, Int(shares[index] * Double(pointCount)))
            if size != counts.last { counts.append(size) }
        }
        return counts
    }
}
