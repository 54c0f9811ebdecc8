import ModelSelection
import Testing

@Suite("The points of curves")
struct LearningSizesTests {
    @Test("A learning curve trains on the first points of the training part, as many as scikit-learn's")
    func learningCurve() throws {
        let curves = try CurveFixture.load().learningCurves
        #expect(curves.count > 100 && curves.contains { $0.sizes.count < $0.count })
        for expected in curves {
            let split = try Split(
                pointCount: expected.pointCount, testFraction: expected.testFraction, seed: expected.seed)
            let counts = LearningSizes.counts(pointCount: split.training.count, count: expected.count)
            #expect(counts == expected.sizes, "\(expected.pointCount), \(expected.testFraction)")
            #expect(counts.map { Array(split.training.prefix($0)) } == expected.fitted && split.test == expected.test)
        }
    }

    @Test("A curve over sizes or λ trains every network on the whole training part, like validation_curve")
    func validationCurve() throws {
        for expected in try CurveFixture.load().validationCurves {
            let split = try Split(
                pointCount: expected.pointCount, testFraction: expected.testFraction, seed: expected.seed)
            #expect(expected.fitted.count == 3 && expected.fitted.allSatisfy { $0 == split.training })
            #expect(expected.test == split.test)
        }
    }

    @Test("Sizes ascend from a tenth of the points to all of them, ten by default")
    func defaultSizes() {
        #expect(LearningSizes.counts(pointCount: 140) == [14, 28, 42, 56, 70, 84, 98, 112, 126, 140])
        #expect(LearningSizes.counts(pointCount: 3) == [1, 2, 3])
        #expect(LearningSizes.counts(pointCount: 1) == [1])
    }
}
