import Foundation
import Plotting
import Testing

private struct TickFixture: Decodable {
    struct Case: Decodable {
        let lower: Double
        let upper: Double
        let binCount: Int
        let ticks: [Double]
    }

    let cases: [Case]

    static func load() throws -> TickFixture {
        let url = try #require(Bundle.module.url(forResource: "ticks", withExtension: "json", subdirectory: "Fixtures"))
        return try JSONDecoder().decode(TickFixture.self, from: Data(contentsOf: url))
    }
}

@Suite("Ticks stand on round numbers")
struct TickLocatorTests {
    @Test("They are those of matplotlib's MaxNLocator that lie in the range")
    func oracle() throws {
        let cases = try TickFixture.load().cases
        #expect(cases.count >= 300)
        for expected in cases {
            let ticks = TickLocator(maximumBinCount: expected.binCount).ticks(in: expected.lower...expected.upper)
            let values = ticks.values
            let step = (expected.upper - expected.lower) / Double(expected.binCount)
            // matplotlib adds steps to an offset, and so has rounding noise of the offset's size.
            let tolerance = 1e-6 * step + 4e-16 * max(abs(expected.lower), abs(expected.upper))
            let agrees =
                values.count == expected.ticks.count
                && zip(values, expected.ticks).allSatisfy { abs($0 - $1) <= tolerance }
            #expect(agrees, "\(expected.lower)…\(expected.upper), \(expected.binCount) bins: \(values)")
        }
    }

    @Test(
        "They are in the range, evenly spaced, and leave no more bins than asked for",
        arguments: [-3.3...7.1, 0...1, -1e-12...2e-12, 1e12...3e12, 999_999.7...1_000_000.2, -1e300...1e300])
    func spacing(range: ClosedRange<Double>) {
        for binCount in 1...20 {
            let ticks = TickLocator(maximumBinCount: binCount).ticks(in: range)
            let steps = zip(ticks.multiples, ticks.multiples.dropFirst()).map { $1 - $0 }
            #expect(Set(steps).count <= 1)
            #expect(steps.allSatisfy { $0 > 0 })
            #expect(ticks.values.allSatisfy { range.contains($0) })
            #expect(ticks.multiples.count <= max(3, binCount + 1))
        }
    }

    @Test("A value is the double nearest to its decimal number, without the noise of repeated addition")
    func exactValues() {
        let ticks = TickLocator(maximumBinCount: 10).ticks(in: 0...1)
        #expect(ticks.values == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    }

    @Test("An end of the range that misses a tick by rounding alone has it")
    func roundedEnds() {
        let ticks = TickLocator(maximumBinCount: 4).ticks(in: (0.1 + 0.2)...0.7)
        #expect(ticks.values == [0.3, 0.4, 0.5, 0.6, 0.7])
        #expect(TickLocator(maximumBinCount: 3).ticks(in: 0...(0.3 - 1e-17)).values == [0, 0.1, 0.2, 0.3])
    }

    @Test(
        "Ranges at the ends of what numbers can say give ticks in the range or none",
        arguments: [
            0...Double.leastNonzeroMagnitude, 1...(1 + 2.3e-16), -1.7e308...1.7e308, 1e300...(1e300 * (1 + 1e-15)),
            3...3,
            0...Double.infinity,
        ] as [ClosedRange<Double>])
    func extremes(range: ClosedRange<Double>) {
        for binCount in [1, 5, 10] {
            let values = TickLocator(maximumBinCount: binCount).ticks(in: range).values
            #expect(values.allSatisfy { $0 >= range.lowerBound.nextDown && $0 <= range.upperBound.nextUp })
        }
    }
}
