import Datasets
import ModelSelection
import Testing

@Suite("Splits")
struct SplitTests {
    @Test("Splits equal those of scikit-learn, order and errors included")
    func likeScikitLearn() throws {
        let splits = try SplitFixture.load().splits
        #expect(splits.count > 150 && splits.contains { $0.training == nil })
        for expected in splits {
            let split = try? Split(
                pointCount: expected.pointCount, testFraction: expected.testFraction, seed: expected.seed)
            #expect(split?.training == expected.training && split?.test == expected.test, "\(expected)")
        }
    }

    @Test("Stratified splits equal those of scikit-learn, ties and errors included")
    func stratifiedLikeScikitLearn() throws {
        let fixture = try SplitFixture.load()
        #expect(fixture.stratifiedSplits.count > 300 && fixture.stratifiedSplits.contains { $0.training == nil })
        for expected in fixture.stratifiedSplits {
            let split = try? Split(
                stratifiedBy: fixture.labelSets[expected.labels], testFraction: expected.testFraction,
                seed: expected.seed)
            #expect(split?.training == expected.training && split?.test == expected.test, "\(expected)")
        }
    }

    @Test(
        "Every point is in one part, and the test part has its fraction, rounded up",
        arguments: [(2, 0.001, 1), (200, 0.3, 60), (201, 0.3, 61), (100, 0.07, 8), (5, 0.5, 3), (1000, 0.999, 999)])
    func partition(pointCount: Int, testFraction: Double, testCount: Int) throws {
        let split = try Split(pointCount: pointCount, testFraction: testFraction, seed: 7)
        #expect(split.test.count == testCount)
        #expect((split.training + split.test).sorted() == Array(0..<pointCount))
    }

    @Test("A stratified part has each class's share to within a point", arguments: [0.05, 0.2, 0.37, 0.5, 0.81])
    func shares(testFraction: Double) throws {
        let labels = (0..<500).map { [0, 0, 0, 2, 1, 0, 2][$0 * $0 % 7] }
        let split = try Split(stratifiedBy: labels, testFraction: testFraction, seed: 3)
        #expect((split.training + split.test).sorted() == Array(0..<500))
        for label in 0...2 {
            let count = labels.count { $0 == label }
            let share = Double(count * split.test.count) / 500
            #expect(abs(Double(split.test.count { labels[$0] == label }) - share) < 1)
        }
    }

    @Test("Another seed gives another split")
    func seeds() throws {
        let splits = try (0..<20).map { try Split(pointCount: 100, testFraction: 0.3, seed: $0) }
        #expect(Set(splits).count == 20)
    }

    @Test("A fraction that is not between 0 and 1 is refused", arguments: [0, 1, -0.3, 1.5, .infinity, .nan])
    func impossibleFraction(fraction: Double) {
        let description =
            "test fraction \(fraction) is impossible: a number between 0 and 1, both excluded, is accepted"
        // Also an error for a single point, which no fraction could split.
        for labels in [[0, 1, 0, 1], [0]] {
            let error = #expect(throws: SplitError.self) {
                try Split(pointCount: labels.count, testFraction: fraction, seed: 0)
            }
            #expect(error?.description == description)
            let stratified = #expect(throws: SplitError.self) {
                try Split(stratifiedBy: labels, testFraction: fraction, seed: 0)
            }
            #expect(stratified?.description == description)
        }
    }

    @Test("A split without training points is an error with advice")
    func noTrainingPoint() {
        #expect(throws: SplitError.noTrainingPoint(testFraction: 0.999, pointCount: 200)) {
            try Split(pointCount: 200, testFraction: 0.999, seed: 0)
        }
        #expect(throws: SplitError.noTrainingPoint(testFraction: 0.5, pointCount: 1)) {
            try Split(pointCount: 1, testFraction: 0.5, seed: 0)
        }
        #expect(
            "\(SplitError.noTrainingPoint(testFraction: 0.999, pointCount: 200))"
                == "test fraction 0.999 of 200 points leaves none for training: a smaller fraction would do")
        #expect(
            "\(SplitError.noTrainingPoint(testFraction: 0.5, pointCount: 1))"
                == "test fraction 0.5 of 1 point leaves none for training: 2 or more points would do")
    }

    @Test("A stratified split without every class in both parts is an error with advice")
    func tooFewOfAClass() {
        let labels = Array(repeating: 0, count: 20) + [1, 1, 2, 2, 4]
        #expect(throws: SplitError.singlePoint(classIndex: 4)) {
            try Split(stratifiedBy: labels, testFraction: 0.3, seed: 0)
        }
        #expect(throws: SplitError.tooFewTestPoints(2, classCount: 3)) {
            try Split(stratifiedBy: labels.dropLast(), testFraction: 0.05, seed: 0)
        }
        #expect(throws: SplitError.tooFewTrainingPoints(1, classCount: 3)) {
            try Split(stratifiedBy: labels.dropLast(), testFraction: 0.95, seed: 0)
        }
        #expect(
            "\(SplitError.singlePoint(classIndex: 4))" == """
                class 4 has a single point, which cannot be in both parts: 2 or more of every class, \
                or a split that is not stratified, would do
                """)
        #expect(
            "\(SplitError.tooFewTestPoints(2, classCount: 3))" == """
                2 test points for 3 classes: as many or more, from a greater test fraction, \
                or a split that is not stratified, would do
                """)
        #expect(
            "\(SplitError.tooFewTrainingPoints(1, classCount: 3))" == """
                1 training point for 3 classes: as many or more, from a smaller test fraction, \
                or a split that is not stratified, would do
                """)
    }
}
