import Foundation
import Geometry
import Testing

@Suite("Axes")
struct SampledAxisTests {
    @Test("Counts and values are those of numpy's arange")
    func likeArange() throws {
        let fixture = try ArangeFixture.load()
        #expect(fixture.ranges.count == 51)
        for range in fixture.ranges + [fixture.moons.x, fixture.moons.y] {
            let count = SampledAxis.count(from: range.start, to: range.stop, by: range.step)
            #expect(count == Double(range.count), "\(range.name)")
            guard count >= 2 else { continue }
            let axis = SampledAxis(start: range.start, step: range.step, count: Int(count))
            for expected in range.values { #expect(axis[expected.index] == expected.value, "\(range.name)") }
            #expect(axis.values.count == range.count)
        }
    }

    @Test("Values ascend by the increment, as it is rounded at the start")
    func values() {
        let axis = SampledAxis(start: 1e6, step: 0.01, count: 4)
        #expect(axis.increment == (1e6 + 0.01) - 1e6)
        #expect(axis.increment != axis.step)
        #expect(axis.values == [1e6, 1e6 + axis.increment, 1e6 + 2 * axis.increment, 1e6 + 3 * axis.increment])
        #expect(SampledAxis(start: -1, step: 0.25, count: 5).values == [-1, -0.75, -0.5, -0.25, 0])
    }

    @Test("A count that no whole number could hold is a number all the same")
    func hugeCounts() {
        #expect(SampledAxis.count(from: 0, to: 1, by: 0x1p-1000) == 0x1p1000)
        #expect(SampledAxis.count(from: -1e308, to: 1e308, by: 1e-10) == .infinity)
        #expect(SampledAxis.count(from: 0, to: 1, by: 0) == .infinity)
        #expect(SampledAxis.count(from: 0, to: 1, by: -0.1) == 0)
        #expect(SampledAxis.count(from: 1, to: 0, by: 0.1) == 0)
        #expect(SampledAxis.count(from: 0, to: 1, by: .infinity) == 0)
    }
}

/// Results of `numpy.arange`, written by `Scripts/oracles/meshgrid.py`.
struct ArangeFixture: Decodable {
    let ranges: [Range]
    let moons: Grid

    struct Range: Decodable {
        let start: Double
        let stop: Double
        let step: Double
        let count: Int
        /// Some of the values, including both ends.
        let values: [Value]

        var name: String { "arange(\(start), \(stop), \(step))" }
    }

    struct Value: Decodable {
        let index: Int
        let value: Double
    }

    struct Grid: Decodable {
        let x: Range
        let y: Range
    }

    static func load() throws -> ArangeFixture {
        let url = try #require(
            Bundle.module.url(forResource: "arange", withExtension: "json", subdirectory: "Fixtures"))
        return try JSONDecoder().decode(ArangeFixture.self, from: Data(contentsOf: url))
    }
}
