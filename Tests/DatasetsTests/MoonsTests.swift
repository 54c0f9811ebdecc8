import Datasets
import Foundation
import Geometry
import Testing

@Suite("Moons")
struct MoonsTests {
    @Test("Data sets equal scikit-learn's")
    func likeScikitLearn() throws {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/moons", withExtension: "json"))
        let fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        #expect(fixture.dataSets.count == 112)
        for expected in fixture.dataSets {
            let moons = try Dataset.moons(
                sampleCount: expected.sampleCount, noise: expected.noise, seed: expected.seed)
            let settings = "seed \(expected.seed), \(expected.sampleCount) samples, noise \(expected.noise)"
            #expect(moons.labels == expected.labels, "\(settings)")
            #expect(moons.points.count == expected.points.count, "\(settings)")
            let coordinates = moons.points.flatMap { [$0.x, $0.y] }
            let mostApart = zip(coordinates, expected.points.joined()).map { abs($0 - $1) / max(1, abs($1)) }.max()
            #expect(try #require(mostApart) <= 1e-15, "\(settings)")
        }
    }

    @Test("The defaults are the data set of common tutorials")
    func defaults() throws {
        let moons = try Dataset.moons()
        #expect(moons.points.count == 200)
        #expect(moons.labels.prefix(3) == [0, 1, 1])
        let tutorial = [
            Point(x: 0.74346118, y: 0.46465633), Point(x: 1.65755662, y: -0.63203157),
            Point(x: -0.15878875, y: 0.25584465),
        ]
        for (point, expected) in zip(moons.points, tutorial) {
            #expect(abs(point.x - expected.x) < 1e-8)
            #expect(abs(point.y - expected.y) < 1e-8)
        }
        #expect(moons.featureNames == ["x1", "x2"])
        #expect(moons.classNames == ["0", "1"])
    }

    @Test("The bits are the same on every machine")
    func sameBits() throws {
        let moons = try Dataset.moons(sampleCount: 10_000, noise: 0.2, seed: 0)
        let sum = moons.points.reduce(into: 0 as UInt64) { sum, point in
            sum = sum &* 31 &+ point.x.bitPattern
            sum = sum &* 31 &+ point.y.bitPattern
        }
        #expect(sum == 4_015_105_222_425_875_950)
    }

    @Test("Without noise every point lies on its half circle", arguments: [2, 3, 4, 101, 1000])
    func onTheCircles(sampleCount: Int) throws {
        let moons = try Dataset.moons(sampleCount: sampleCount, noise: 0, seed: 5)
        for (point, label) in zip(moons.points, moons.labels) {
            let x = label == 0 ? point.x : 1 - point.x
            let y = label == 0 ? point.y : 0.5 - point.y
            #expect(abs(x * x + y * y - 1) < 1e-14)
            #expect(y >= -1e-15)
        }
    }

    @Test("If the count is odd, the inner moon has one point more", arguments: [2, 3, 4, 5, 200, 201])
    func classSizes(sampleCount: Int) throws {
        let labels = try Dataset.moons(sampleCount: sampleCount, noise: 0.1, seed: 3).labels
        #expect(labels.count { $0 == 0 } == sampleCount / 2)
        #expect(labels.count { $0 == 1 } == (sampleCount + 1) / 2)
    }

    @Test("Noise moves the points and keeps their order")
    func noiseAfterShuffle() throws {
        let still = try Dataset.moons(sampleCount: 50, noise: 0, seed: 9)
        let moved = try Dataset.moons(sampleCount: 50, noise: 0.001, seed: 9)
        #expect(still.labels == moved.labels)
        for (a, b) in zip(still.points, moved.points) {
            #expect(a != b)
            #expect(abs(a.x - b.x) < 0.01)
            #expect(abs(a.y - b.y) < 0.01)
        }
    }

    @Test("The largest noise keeps every coordinate finite")
    func largestNoise() throws {
        let moons = try Dataset.moons(sampleCount: 1000, noise: 1e300)
        #expect(moons.points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }

    @Test("Too few samples are refused with the least number", arguments: [1, 0, -5, Int.min])
    func tooFewSamples(sampleCount: Int) {
        let error = #expect(throws: DatasetError.self) { try Dataset.moons(sampleCount: sampleCount) }
        #expect(error == .tooFewSamples(sampleCount, least: 2))
        #expect(
            error?.description
                == "\(sampleCount) \(sampleCount == 1 ? "sample is" : "samples are") too few; use 2 or more")
    }

    @Test(
        "Noise out of range is refused with the accepted range", arguments: [-1, .nan, .infinity, -0.001, 1.1e300])
    func impossibleNoise(noise: Double) {
        let error = #expect(throws: DatasetError.self) { try Dataset.moons(noise: noise) }
        #expect(error?.description == "noise \(noise) is out of range; use a standard deviation from 0 to 1e300")
    }

    private struct Fixture: Decodable {
        let dataSets: [Expected]

        struct Expected: Decodable {
            let seed: UInt32
            let sampleCount: Int
            let noise: Double
            let points: [[Double]]
            let labels: [Int]
        }
    }
}
