import MersenneTwister

/// Which points of a data set train, and which are held out to test what has been trained.
public struct Split: Hashable, Sendable {
    /// The indices of the points that train, in random order: that of scikit-learn.
    public let training: [Int]
    /// The indices of the points that are held out, in random order as well.
    public let test: [Int]

    /// Splits at random: scikit-learn's `train_test_split(range(pointCount), test_size=testFraction, random_state=seed)`,
    /// index for index.
    ///
    /// - Parameters:
    ///   - testFraction: the share of the points that is held out, between 0 and 1; a part of a point counts as one.
    ///   - seed: as in numpy's `RandomState(seed)`.
    /// - Throws: `SplitError` where the fraction is not between 0 and 1, or leaves no point for training.
    public init(pointCount: Int, testFraction: Double, seed: UInt32) throws(SplitError) {
        let testCount = try Self.testCount(of: pointCount, testFraction: testFraction)
        var random = RandomState(seed: seed)
        let order = random.permutation(pointCount)
        test = Array(order.prefix(testCount))
        training = Array(order.dropFirst(testCount))
    }

    /// Splits at random so that each part has about its share of every class: the same with scikit-learn's
    /// `stratify=labels`.
    ///
    /// A rare class may still be left out of the lesser part.
    ///
    /// - Parameters:
    ///   - labels: the class index of every point.
    ///   - testFraction: the share of the points that is held out, between 0 and 1; a part of a point counts as one.
    ///   - seed: as in numpy's `RandomState(seed)`.
    /// - Throws: `SplitError` as for a split without regard to classes; also where a class has a single point, or a part
    ///   fewer points than there are classes with points.
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
        let counts = classes.map(\.count)
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

/// Shares out `count` among classes in proportion to their weights, by the method of the largest remainders: every
/// class gets its share without the fraction, what is left goes to those with the largest fractions.
///
/// Fractions are the same where they are as floating-point numbers. A draw then tells who gets what is left; it is made
/// even where there is enough for all, since scikit-learn makes it too.
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
