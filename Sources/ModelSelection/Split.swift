import MersenneTwister

/// A division of a data set into training points and held-out test points.
public struct Split: Hashable, Sendable {
    /// The indices of the training points, in the random order of scikit-learn.
    public let training: [Int]
    /// The indices of the test points, in random order as well.
    public let test: [Int]

    /// Splits points at random: scikit-learn's `train_test_split(range(pointCount), test_size=testFraction,
    /// random_state=seed)`, index for index.
    ///
    /// - Parameters:
    ///   - testFraction: the share of test points, between 0 and 1; their number is rounded up.
    ///   - seed: the seed, as for `RandomState(seed)` of numpy.
    /// - Throws: `SplitError` if the fraction is not between 0 and 1, or leaves no point for training.
    public init(pointCount: Int, testFraction: Double, seed: UInt32) throws(SplitError) {
        let testCount = try Self.testCount(of: pointCount, testFraction: testFraction)
        var random = RandomState(seed: seed)
        let order = random.permutation(pointCount)
        test = Array(order.prefix(testCount))
        training = Array(order.dropFirst(testCount))
    }

    /// Splits points at random so that each part has about its share of every class: scikit-learn's `train_test_split`
    /// with `stratify=labels`, index for index.
    ///
    /// A rare class may still be missing in the smaller part.
    ///
    /// - Parameters:
    ///   - labels: the class index of every point.
    ///   - testFraction: the share of test points, between 0 and 1; their number is rounded up.
    ///   - seed: the seed, as for `RandomState(seed)` of numpy.
    /// - Throws: `SplitError` as for the other initialiser; also if a class has a single point, or a part has fewer
    ///   points than there are classes with points.
    public init(stratifiedBy labels: [Int], testFraction: Double, seed: UInt32) throws(SplitError) {
        let testCount = try Self.testCount(of: labels.count, testFraction: testFraction)
        let trainingCount = labels.count - testCount
        let classes = pointsByClass(labels)
        if let single = classes.first(where: { $0.count == 1 }) { throw .singlePoint(classIndex: labels[single[0]]) }
        guard trainingCount >= classes.count else {
            throw .tooFewTrainingPoints(trainingCount, classCount: classes.count)
        }
        guard testCount >= classes.count else { throw .tooFewTestPoints(testCount, classCount: classes.count) }

        var random = RandomState(seed: seed)
        let counts = classes.map { $0.count }
        let trainingCounts = apportion(trainingCount, inProportionTo: counts, random: &random)
        let testCounts = apportion(
            testCount, inProportionTo: zip(counts, trainingCounts).map { $0 - $1 }, random: &random)
        var (training, test): ([Int], [Int]) = ([], [])
        for (index, points) in classes.enumerated() {
            let order = random.permutation(points.count).map { points[$0] }
            training += order.prefix(trainingCounts[index])
            test += order.dropFirst(trainingCounts[index]).prefix(testCounts[index])
        }
        random.shuffle(&training)
        random.shuffle(&test)
        self.training = training
        self.test = test
    }

    /// ⌈testFraction · pointCount⌉, the product rounded to a floating-point number first.
    private static func testCount(of pointCount: Int, testFraction: Double) throws(SplitError) -> Int {
        guard testFraction > 0 && testFraction < 1 else { throw .impossibleTestFraction(testFraction) }
        let count = Int((testFraction * Double(pointCount)).rounded(.up))
        guard count < pointCount else { throw .noTrainingPoint(testFraction: testFraction, pointCount: pointCount) }
        return count
    }
}

/// Apportions `count` among classes in proportion to their weights by the method of largest remainders: every class
/// gets its share rounded down, and the classes with the largest fractions get the rest.
///
/// A draw decides among equal fractions. It is made even if there is enough for all of them, as scikit-learn does.
private func apportion(_ count: Int, inProportionTo weights: [Int], random: inout RandomState) -> [Int] {
    let sum = Double(weights.reduce(0, +))
    let exact = weights.map { Double($0) / sum * Double(count) }
    var shares = exact.map { Int($0) }
    let fractions = zip(exact, shares).map { $0 - Double($1) }
    var left = count - shares.reduce(0, +)
    for fraction in Set(fractions).sorted(by: >) where left > 0 {
        let tied = fractions.indices.filter { fractions[$0] == fraction }
        let chosen = random.choice(min(left, tied.count), outOf: tied.count)
        for index in chosen { shares[tied[index]] += 1 }
        left -= chosen.count
    }
    return shares
}
