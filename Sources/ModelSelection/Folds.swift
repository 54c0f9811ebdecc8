import MersenneTwister

/// A partition of a data set for cross-validation. Each fold in turn is held out from training on the others.
///
/// The sizes of folds differ by at most one.
public struct Folds: Hashable, Sendable {
    /// The number of folds, two or more.
    public let count: Int
    /// The fold of every point, in `0 ..< count`.
    public let foldOfPoint: [Int]

    /// Divides points at random: scikit-learn's `KFold(count, shuffle=True, random_state=seed)`, fold for fold.
    ///
    /// - Parameter seed: the seed, as for `RandomState(seed)` of numpy.
    /// - Throws: `SplitError` for fewer than two folds, or more than points.
    public init(pointCount: Int, count: Int, seed: UInt32) throws(SplitError) {
        try Self.check(count, pointCount: pointCount)
        // The first folds have one more point if the number of points is not divisible.
        let (size, longerCount) = pointCount.quotientAndRemainder(dividingBy: count)
        var random = RandomState(seed: seed)
        var foldOfPoint = Array(repeating: 0, count: pointCount)
        for (place, point) in random.permutation(pointCount).enumerated() {
            let isInLonger = place < longerCount * (size + 1)
            foldOfPoint[point] = isInLonger ? place / (size + 1) : (place - longerCount) / size
        }
        self.count = count
        self.foldOfPoint = foldOfPoint
    }

    /// Divides points at random so that each fold has its share of every class: scikit-learn's
    /// `StratifiedKFold(count, shuffle=True, random_state=seed)`, fold for fold.
    ///
    /// A class with fewer points than folds is missing in some folds.
    ///
    /// - Parameters:
    ///   - labels: the class index of every point.
    ///   - seed: the seed, as for `RandomState(seed)` of numpy.
    /// - Throws: `SplitError` for fewer than two folds, more than points, or more than points of any class.
    public init(stratifiedBy labels: [Int], count: Int, seed: UInt32) throws(SplitError) {
        try Self.check(count, pointCount: labels.count)
        // Classes are drawn in the order of their first occurrence.
        let classes = pointsByClass(labels).sorted { $0[0] < $1[0] }
        let mostPoints = classes.map { $0.count }.max() ?? 0
        guard count <= mostPoints else { throw .moreFoldsThanPointsOfAnyClass(count, mostPoints: mostPoints) }

        // Points are dealt to the folds in turn, class by class; the points of a class are shuffled.
        var random = RandomState(seed: seed)
        var foldOfPoint = Array(repeating: 0, count: labels.count)
        var first = 0
        for points in classes {
            var folds = (first..<first + points.count).map { $0 % count }.sorted()
            random.shuffle(&folds)
            for (point, fold) in zip(points, folds) { foldOfPoint[point] = fold }
            first += points.count
        }
        self.count = count
        self.foldOfPoint = foldOfPoint
    }

    /// Returns the indices of the points outside of a fold, ascending.
    ///
    /// - Precondition: `fold` is in `0 ..< count`.
    public func training(_ fold: Int) -> [Int] {
        precondition((0..<count).contains(fold), "the fold exists")
        return foldOfPoint.indices.filter { foldOfPoint[$0] != fold }
    }

    /// Returns the indices of the points of a fold, ascending; one or more.
    ///
    /// - Precondition: `fold` is in `0 ..< count`.
    public func validation(_ fold: Int) -> [Int] {
        precondition((0..<count).contains(fold), "the fold exists")
        return foldOfPoint.indices.filter { foldOfPoint[$0] == fold }
    }

    private static func check(_ count: Int, pointCount: Int) throws(SplitError) {
        guard count >= 2 else { throw .tooFewFolds(count) }
        guard count <= pointCount else { throw .moreFoldsThanPoints(count, pointCount: pointCount) }
    }
}
