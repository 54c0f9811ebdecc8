/// A reason that a data set cannot be split; the description says what to do.
public enum SplitError: Error, Hashable, Sendable {
    /// A test fraction that is not between 0 and 1.
    case impossibleTestFraction(Double)
    /// A test fraction that would hold out all points.
    case noTrainingPoint(testFraction: Double, pointCount: Int)
    /// A class (by index) with a single point, which cannot be in both parts of a stratified split.
    case singlePoint(classIndex: Int)
    /// Classes of one point each, of which none can be divided.
    case singlePointsOnly
    /// A class (by index) of many points, of which chance would hold out all.
    case noTrainingPointOfClass(Int)
    /// A stratified split with fewer training points than classes.
    case tooFewTrainingPoints(Int, classCount: Int)
    /// A stratified split with fewer test points than classes.
    case tooFewTestPoints(Int, classCount: Int)
    /// Fewer than two folds.
    case tooFewFolds(Int)
    /// More folds than points.
    case moreFoldsThanPoints(Int, pointCount: Int)
    /// More stratified folds than points of the most frequent class.
    case moreFoldsThanPointsOfAnyClass(Int, mostPoints: Int)
}

extension SplitError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .impossibleTestFraction(let fraction):
            "test fraction \(fraction) is impossible: a number between 0 and 1, both excluded, is accepted"
        case .noTrainingPoint(let fraction, let pointCount):
            """
            test fraction \(fraction) of \(Self.count(pointCount, "point")) leaves none for training: \
            \(pointCount < 2 ? "2 or more points" : "a smaller fraction") would do
            """
        case .singlePoint(let classIndex):
            """
            class \(classIndex) has a single point, which cannot be in both parts: 2 or more of every class, \
            or a split that is not stratified, would do
            """
        case .singlePointsOnly: "every class has a single point: 2 or more of a class are needed"
        case .noTrainingPointOfClass(let index):
            "no point of class \(index) is left for training: a smaller test fraction would do"
        case .tooFewTrainingPoints(let count, let classCount):
            """
            \(Self.count(count, "training point")) for \(classCount) classes: as many or more, from a smaller test \
            fraction, or a split that is not stratified, would do
            """
        case .tooFewTestPoints(let count, let classCount):
            """
            \(Self.count(count, "test point")) for \(classCount) classes: as many or more, from a greater test \
            fraction, or a split that is not stratified, would do
            """
        case .tooFewFolds(let count):
            "\(Self.count(count, "fold")) \(count == 1 ? "is" : "are") too few: 2 or more are accepted"
        case .moreFoldsThanPoints(let count, let pointCount):
            """
            \(count) folds are too many for \(Self.count(pointCount, "point")): \
            \(pointCount < 2 ? "2 or more points are needed" : "2 to \(pointCount) folds are accepted")
            """
        case .moreFoldsThanPointsOfAnyClass(let count, let mostPoints):
            """
            \(count) folds are too many where no class has more than \(Self.count(mostPoints, "point")): \
            fewer folds, or folds that are not stratified, would do
            """
        }
    }

    private static func count(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
