import ModelSelection
import Testing

@Suite("Folds")
struct FoldTests {
    @Test("Folds equal those of scikit-learn, errors included")
    func likeScikitLearn() throws {
        let folds = try FoldFixture.load().folds
        #expect(folds.count > 100 && folds.contains { $0.foldOfPoint == nil })
        for expected in folds {
            let folds = try? Folds(pointCount: expected.pointCount, count: expected.count, seed: expected.seed)
            #expect(folds?.foldOfPoint == expected.foldOfPoint, "\(expected)")
        }
    }

    @Test("Stratified folds equal those of scikit-learn, small classes and errors included")
    func stratifiedLikeScikitLearn() throws {
        let fixture = try FoldFixture.load()
        #expect(fixture.stratifiedFolds.count > 200 && fixture.stratifiedFolds.contains { $0.foldOfPoint == nil })
        for expected in fixture.stratifiedFolds {
            let folds = try? Folds(
                stratifiedBy: fixture.labelSets[expected.labels], count: expected.count, seed: expected.seed)
            #expect(folds?.foldOfPoint == expected.foldOfPoint, "\(expected)")
        }
    }

    @Test(
        "Every point is held out once, trains otherwise, and the folds differ by a point at most",
        arguments: [(2, 2), (10, 3), (11, 10), (200, 5), (199, 7)])
    func partition(pointCount: Int, count: Int) throws {
        let labels = (0..<pointCount).map { $0 % 3 / 2 }
        for folds in [
            try Folds(pointCount: pointCount, count: count, seed: 1),
            try Folds(stratifiedBy: labels, count: min(count, pointCount - pointCount / 3), seed: 1),
        ] {
            let validations = (0..<folds.count).map(folds.validation)
            #expect(validations.joined().sorted() == Array(0..<pointCount))
            for (fold, validation) in validations.enumerated() {
                #expect(validation.allSatisfy { folds.foldOfPoint[$0] == fold })
                #expect(validation == validation.sorted())
                #expect(folds.training(fold) == (0..<pointCount).filter { !validation.contains($0) })
                #expect([0, 1].contains(validation.count - pointCount / folds.count))
            }
        }
    }

    @Test("A stratified fold has each class's share to within a point")
    func shares() throws {
        let labels = (0..<300).map { [1, 0, 0, 2, 0][$0 * $0 % 5] }
        let folds = try Folds(stratifiedBy: labels, count: 7, seed: 2)
        for fold in 0..<7 {
            for label in 0...2 {
                let share = Double(labels.count { $0 == label }) / 7
                #expect(abs(Double(folds.validation(fold).count { labels[$0] == label }) - share) < 1)
            }
        }
    }

    @Test("Other labels for the same classes give the same folds")
    func labelsAreNames() throws {
        let labels = [0, 1, 1, 2, 0, 2, 1, 0, 1, 1]
        let renamed = labels.map { [7, 0, 3][$0] }
        #expect(
            try Folds(stratifiedBy: labels, count: 3, seed: 4) == Folds(stratifiedBy: renamed, count: 3, seed: 4))
    }

    @Test("Impossible numbers of folds are errors with advice")
    func refused() {
        for (count, description) in [
            (1, "1 fold is too few: 2 or more are accepted"), (0, "0 folds are too few: 2 or more are accepted"),
            (-3, "-3 folds are too few: 2 or more are accepted"),
            (5, "5 folds are too many for 4 points: 2 to 4 folds are accepted"),
        ] {
            let error = #expect(throws: SplitError.self) { try Folds(pointCount: 4, count: count, seed: 0) }
            #expect(error?.description == description)
            let stratified = #expect(throws: SplitError.self) {
                try Folds(stratifiedBy: [0, 1, 0, 1], count: count, seed: 0)
            }
            #expect(stratified == error)
        }
        #expect(throws: SplitError.moreFoldsThanPoints(2, pointCount: 1)) {
            try Folds(pointCount: 1, count: 2, seed: 0)
        }
        #expect(
            "\(SplitError.moreFoldsThanPoints(2, pointCount: 1))"
                == "2 folds are too many for 1 point: 2 or more points are needed")
        #expect(throws: SplitError.moreFoldsThanPointsOfAnyClass(4, mostPoints: 3)) {
            try Folds(stratifiedBy: [0, 0, 0, 1, 1], count: 4, seed: 0)
        }
        #expect(
            "\(SplitError.moreFoldsThanPointsOfAnyClass(4, mostPoints: 3))" == """
                4 folds are too many where no class has more than 3 points: fewer folds, \
                or folds that are not stratified, would do
                """)
    }
}
