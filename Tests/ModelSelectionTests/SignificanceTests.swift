import ModelSelection
import Testing
import Training

@Suite("Intervals and tests of shares")
struct SignificanceTests {
    @Test("Wilson intervals equal those of scipy")
    func intervals() throws {
        let expected = try SignificanceFixture.load().intervals
        #expect(expected.count > 10)
        for share in expected {
            let interval = WilsonInterval(share: Double(share.successes) / Double(share.count), count: share.count)
            #expect(abs(interval.low - share.low) < 1e-14 && abs(interval.high - share.high) < 1e-14, "\(share)")
        }
    }

    @Test(
        "An interval holds its share and lies in 0…1; its complement is that of the failures",
        arguments: [1, 7, 60, 5000])
    func bounds(count: Int) {
        for successes in stride(from: 0, through: count, by: max(1, count / 60)) {
            let share = Double(successes) / Double(count)
            let interval = WilsonInterval(share: share, count: count)
            #expect(0 <= interval.low && interval.low <= share && share <= interval.high && interval.high <= 1)
            #expect((interval.low == 0) == (successes == 0) && (interval.high == 1) == (successes == count))
            let failures = WilsonInterval(share: Double(count - successes) / Double(count), count: count)
            #expect(abs(interval.complement.low - failures.low) < 1e-14)
            #expect(abs(interval.complement.high - failures.high) < 1e-14)
        }
    }

    @Test("The interval of a score is that of its accuracy")
    func score() {
        let score = Score(predicted: [0, 1, 1, 1], labels: [0, 1, 0, 1], classCount: 2)
        #expect(WilsonInterval(of: score) == WilsonInterval(share: 0.75, count: 4))
    }

    @Test("McNemar's p-values equal the exact ones, and those of scipy to its accuracy")
    func pValues() throws {
        let expected = try SignificanceFixture.load().tests
        #expect(expected.count > 90)
        for test in expected {
            let p = McNemarTest(firstOnly: test.first, secondOnly: test.second).pValue
            #expect(abs(p - test.exact) <= 1e-12 * test.exact, "\(test)")
            #expect(abs(p - test.p) <= 1e-9 * test.p, "\(test)")
            // Powers of two and whole numbers: not rounded.
            if test.first + test.second <= 50 { #expect(p == test.exact) }
        }
    }

    @Test("Only points that one classifier alone has right count")
    func points() {
        let test = McNemarTest(
            misclassified: [true, true, false, false, false, true], [true, false, false, true, true, false])
        #expect(test.firstOnly == 2 && test.secondOnly == 2 && test.pValue == 1 && test.isWithinChance)
    }

    @Test("The level is 5 %: 5 to 0 are within chance, 6 to 0 are not")
    func level() {
        #expect(McNemarTest(firstOnly: 5, secondOnly: 0).isWithinChance)
        #expect(!McNemarTest(firstOnly: 6, secondOnly: 0).isWithinChance)
        #expect(!McNemarTest(firstOnly: 0, secondOnly: 6).isWithinChance)
    }

    @Test("Too unequal counts for a Double have the p-value 0, and no points have 1")
    func extremes() {
        #expect(McNemarTest(firstOnly: 3, secondOnly: 40_000).pValue == 0)
        #expect(McNemarTest(firstOnly: 0, secondOnly: 0).pValue == 1)
    }

    @Test("Classifiers are compared with the reference, which is not within its own chance")
    func comparison() {
        let none = Array(repeating: false, count: 20)
        let few = none.indices.map { $0 < 3 }
        let many = none.indices.map { $0 > 9 }
        let comparison = ChanceComparison(reference: 1, misclassified: [few, none, many, none])
        #expect(comparison.withinChance == [0, 3])
        #expect(
            comparison.tests.map(\.secondOnly) == [3, 0, 10, 0] && comparison.tests.map(\.firstOnly) == [0, 0, 0, 0])
    }
}
