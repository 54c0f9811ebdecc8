import ModelSelection
import Testing

@Suite("Spreads")
struct SampleStatisticsTests {
    @Test("Mean, sample standard deviation, least and greatest")
    func numbers() {
        let spread = SampleStatistics(of: [2, 4, 4, 4, 5, 5, 7, 9])
        #expect(spread.count == 8 && spread.mean == 5 && spread.least == 2 && spread.greatest == 9)
        #expect(abs(spread.deviation * spread.deviation - 32.0 / 7) < 1e-14)
        #expect(abs(spread.standardError * spread.standardError - 4.0 / 7) < 1e-14)
    }

    @Test("Equal numbers have deviation 0, in spite of rounded sums", arguments: [1, 3, 7, 10])
    func equalNumbers(count: Int) {
        let spread = SampleStatistics(of: Array(repeating: 0.1, count: count))
        #expect(spread.mean == 0.1 && spread.deviation == 0 && spread.least == 0.1 && spread.greatest == 0.1)
        #expect(spread.standardError == 0)
    }

    @Test("A NaN at any position makes all statistics NaN")
    func notANumber() {
        for values in [[.nan, 1, 2], [1, .nan, 2], [1, 2, .nan], [.nan]] {
            let spread = SampleStatistics(of: values)
            #expect([spread.mean, spread.deviation, spread.least, spread.greatest].allSatisfy { $0.isNaN })
        }
    }

    @Test("An infinite number leaves the least and greatest, and no deviation")
    func infinite() {
        let spread = SampleStatistics(of: [1, .infinity])
        #expect(spread.mean == .infinity && spread.least == 1 && spread.greatest == .infinity)
        #expect(spread.deviation.isNaN)
    }
}
