import Datasets
import Foundation
import Geometry
import Testing

@Suite("Generators")
struct GeneratorTests {
    @Test("Circles equal scikit-learn's")
    func circles() throws {
        let expected = try Fixture.read().circles
        #expect(expected.count == 24)
        for expected in expected {
            let (noise, factor) = (try #require(expected.noise), try #require(expected.factor))
            try expected.check(
                Dataset.circles(sampleCount: expected.sampleCount, noise: noise, factor: factor, seed: expected.seed))
        }
    }

    @Test("Blobs equal scikit-learn's")
    func blobs() throws {
        let expected = try Fixture.read().blobs
        #expect(expected.count == 24)
        for expected in expected {
            let (count, spread) = (try #require(expected.centerCount), try #require(expected.spread))
            try expected.check(
                Dataset.blobs(
                    sampleCount: expected.sampleCount, centerCount: count, spread: spread, seed: expected.seed))
        }
    }

    @Test("Gaussian quantiles equal scikit-learn's")
    func gaussianQuantiles() throws {
        let expected = try Fixture.read().gaussianQuantiles
        #expect(expected.count == 24)
        for expected in expected {
            let count = try #require(expected.classCount)
            try expected.check(
                Dataset.gaussianQuantiles(
                    sampleCount: expected.sampleCount, classCount: count, seed: expected.seed))
        }
    }

    @Test("Spirals and exclusive or equal the numpy code in their documentation")
    func spiralsAndXOR() throws {
        let fixture = try Fixture.read()
        #expect(fixture.spirals.count == 16)
        #expect(fixture.xor.count == 16)
        for expected in fixture.spirals {
            let noise = try #require(expected.noise)
            try expected.check(Dataset.spirals(sampleCount: expected.sampleCount, noise: noise, seed: expected.seed))
        }
        for expected in fixture.xor {
            let noise = try #require(expected.noise)
            try expected.check(Dataset.xor(sampleCount: expected.sampleCount, noise: noise, seed: expected.seed))
        }
    }

    @Test("Defaults are 200 points, seed 0, and class names that are numbers")
    func defaults() throws {
        #expect(try Dataset.circles() == Dataset.circles(sampleCount: 200, noise: 0.1, factor: 0.5, seed: 0))
        #expect(try Dataset.blobs() == Dataset.blobs(sampleCount: 200, centerCount: 3, spread: 1, seed: 0))
        #expect(
            try Dataset.gaussianQuantiles() == Dataset.gaussianQuantiles(sampleCount: 200, classCount: 3, seed: 0))
        #expect(try Dataset.spirals() == Dataset.spirals(sampleCount: 200, noise: 0.1, seed: 0))
        #expect(try Dataset.xor() == Dataset.xor(sampleCount: 200, noise: 0.1, seed: 0))
        #expect(try Dataset.circles().classNames == ["0", "1"])
        #expect(try Dataset.blobs().classNames == ["0", "1", "2"])
        #expect(try Dataset.gaussianQuantiles(classCount: 4).classNames == ["0", "1", "2", "3"])
        #expect(try Dataset.xor().featureNames == ["x1", "x2"])
    }

    @Test("Without noise every point lies on its circle", arguments: [0, 0.25, 0.999])
    func onTheCircles(factor: Double) throws {
        let circles = try Dataset.circles(sampleCount: 101, noise: 0, factor: factor, seed: 5)
        #expect(circles.labels.count { $0 == 1 } == 51)
        for (point, label) in zip(circles.points, circles.labels) {
            let radius = (point.x * point.x + point.y * point.y).squareRoot()
            #expect(abs(radius - (label == 0 ? 1 : factor)) < 1e-14)
        }
    }

    @Test("Without a spread every point is the centre of its blob")
    func centers() throws {
        let blobs = try Dataset.blobs(sampleCount: 50, centerCount: 7, spread: 0, seed: 2)
        #expect(Set(zip(blobs.points, blobs.labels).map { [$0.x, $0.y, Double($1)] }).count == 7)
        #expect(blobs.points.allSatisfy { abs($0.x) <= 10 && abs($0.y) <= 10 })
        #expect((0..<7).map { label in blobs.labels.count { $0 == label } } == [8, 7, 7, 7, 7, 7, 7])
    }

    @Test("Each Gaussian quantile is farther out than the one before")
    func rings() throws {
        let quantiles = try Dataset.gaussianQuantiles(sampleCount: 500, classCount: 3, seed: 1)
        var distances: [[Double]] = [[], [], []]
        for (point, label) in zip(quantiles.points, quantiles.labels) {
            distances[label].append(point.x * point.x + point.y * point.y)
        }
        #expect(distances.map(\.count) == [166, 166, 168])
        for (inner, outer) in zip(distances, distances.dropFirst()) {
            #expect(try #require(inner.max()) <= (try #require(outer.min())))
        }
    }

    @Test("Without noise a spiral grows by 2 per turn, and the other one is opposite")
    func onTheSpirals() throws {
        let spirals = try Dataset.spirals(sampleCount: 400, noise: 0, seed: 3)
        for (point, label) in zip(spirals.points, spirals.labels) {
            let sign = label == 0 ? 1.0 : -1.0
            let radius = (point.x * point.x + point.y * point.y).squareRoot()
            #expect((0.5 - 1e-14...3.5 + 1e-14).contains(radius))
            #expect(abs(sign * point.x - radius * cos(.pi * radius)) < 1e-12)
            #expect(abs(sign * point.y - radius * sin(.pi * radius)) < 1e-12)
        }
    }

    @Test("Without noise the class of an exclusive or is the sign of the product", arguments: [2, 3, 4, 5, 400])
    func signs(sampleCount: Int) throws {
        let xor = try Dataset.xor(sampleCount: sampleCount, noise: 0, seed: 4)
        for (point, label) in zip(xor.points, xor.labels) {
            #expect(abs(point.x) <= 1 && abs(point.y) <= 1)
            #expect((point.x * point.y > 0) == (label == 1))
        }
        #expect(xor.labels.count { $0 == 1 } == (sampleCount + 1) / 2)
    }

    @Test("Noise moves the points and keeps their order")
    func noiseAfterShuffle() throws {
        for make in [
            { try Dataset.circles(sampleCount: 50, noise: $0) }, { try Dataset.spirals(sampleCount: 50, noise: $0) },
            { try Dataset.xor(sampleCount: 50, noise: $0) },
        ] as [(Double) throws -> Dataset] {
            let (still, moved) = (try make(0), try make(0.001))
            #expect(still.labels == moved.labels)
            #expect(zip(still.points, moved.points).allSatisfy { $0 != $1 && abs($0.x - $1.x) < 0.01 })
        }
    }

    @Test("The largest noise keeps every coordinate finite")
    func largestNoise() throws {
        for dataset in [
            try Dataset.circles(sampleCount: 1000, noise: 1e300), try Dataset.spirals(sampleCount: 1000, noise: 1e300),
            try Dataset.xor(sampleCount: 1000, noise: 1e300), try Dataset.blobs(sampleCount: 1000, spread: 1e300),
        ] {
            #expect(dataset.points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
        }
    }

    @Test("The bits are the same on every machine")
    func sameBits() throws {
        let dataSets = try [
            Dataset.circles(sampleCount: 2000), .blobs(sampleCount: 2000), .gaussianQuantiles(sampleCount: 2000),
            .spirals(sampleCount: 2000), .xor(sampleCount: 2000),
        ]
        let sums = dataSets.map { dataset in
            dataset.points.reduce(into: 0 as UInt64) { sum, point in
                sum = sum &* 31 &+ point.x.bitPattern
                sum = sum &* 31 &+ point.y.bitPattern
            }
        }
        #expect(
            sums == [
                499_120_459_885_507_039, 2_366_683_476_092_471_490, 14_523_683_415_911_569_215,
                2_067_118_190_824_615_860, 13_650_093_509_571_385_847,
            ])
    }

    @Test("Parameters out of range are refused with the accepted range")
    func refusals() {
        let cases: [(DatasetError, String, () throws -> Dataset)] = [
            (
                .tooFewSamples(1, least: 2), "1 sample is too few; use 2 or more",
                { try Dataset.circles(sampleCount: 1) }
            ),
            (
                .tooFewSamples(-4, least: 2), "-4 samples are too few; use 2 or more",
                { try Dataset.spirals(sampleCount: -4) }
            ),
            (
                .tooFewSamples(0, least: 2), "0 samples are too few; use 2 or more",
                { try Dataset.xor(sampleCount: 0) }
            ),
            (
                .tooFewSamples(3, least: 4), "3 samples are too few; use 4 or more, one for each class",
                { try Dataset.blobs(sampleCount: 3, centerCount: 4) }
            ),
            (
                .tooFewSamples(2, least: 3), "2 samples are too few; use 3 or more, one for each class",
                { try Dataset.gaussianQuantiles(sampleCount: 2) }
            ),
            (
                .deviationOutOfRange(-0.5, parameter: "noise"),
                "noise -0.5 is out of range; use a standard deviation from 0 to 1e300",
                { try Dataset.circles(noise: -0.5) }
            ),
            (
                .deviationOutOfRange(.infinity, parameter: "noise"),
                "noise inf is out of range; use a standard deviation from 0 to 1e300",
                { try Dataset.spirals(noise: .infinity) }
            ),
            (
                .deviationOutOfRange(2e300, parameter: "noise"),
                "noise 2e+300 is out of range; use a standard deviation from 0 to 1e300",
                { try Dataset.xor(noise: 2e300) }
            ),
            (
                .deviationOutOfRange(-1, parameter: "spread"),
                "spread -1.0 is out of range; use a standard deviation from 0 to 1e300",
                { try Dataset.blobs(spread: -1) }
            ),
            (
                .factorOutOfRange(1), "factor 1.0 is out of range; use a radius of 0 or more and less than 1",
                { try Dataset.circles(factor: 1) }
            ),
            (
                .factorOutOfRange(-0.1), "factor -0.1 is out of range; use a radius of 0 or more and less than 1",
                { try Dataset.circles(factor: -0.1) }
            ),
            (
                .classCountOutOfRange(1), "a data set cannot have 1 classes; use 2 to 100",
                { try Dataset.blobs(centerCount: 1) }
            ),
            (
                .classCountOutOfRange(101), "a data set cannot have 101 classes; use 2 to 100",
                { try Dataset.blobs(centerCount: 101) }
            ),
            (
                .classCountOutOfRange(101), "a data set cannot have 101 classes; use 2 to 100",
                { try Dataset.gaussianQuantiles(classCount: 101) }
            ),
        ]
        for (expected, description, make) in cases {
            let error = #expect(throws: DatasetError.self) { try make() }
            #expect(error == expected)
            #expect(error?.description == description)
        }
        #expect(throws: DatasetError.self) { try Dataset.circles(factor: .nan) }
        #expect(throws: DatasetError.self) { try Dataset.blobs(spread: .nan) }
    }

    private struct Fixture: Decodable {
        let circles: [Expected]
        let blobs: [Expected]
        let gaussianQuantiles: [Expected]
        let spirals: [Expected]
        let xor: [Expected]

        static func read() throws -> Fixture {
            let url = try #require(Bundle.module.url(forResource: "Fixtures/generators", withExtension: "json"))
            return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        }
    }

    private struct Expected: Decodable {
        let seed: UInt32
        let sampleCount: Int
        let noise: Double?
        let factor: Double?
        let spread: Double?
        let centerCount: Int?
        let classCount: Int?
        let points: [[Double]]
        let labels: [Int]

        func check(_ dataset: Dataset) throws {
            let settings = "seed \(seed), \(sampleCount) samples, \(centerCount ?? classCount ?? 2) classes"
            #expect(dataset.labels == labels, "\(settings)")
            #expect(dataset.points.count == points.count, "\(settings)")
            let coordinates = dataset.points.flatMap { [$0.x, $0.y] }
            let mostApart = zip(coordinates, points.joined()).map { abs($0 - $1) / max(1, abs($1)) }.max()
            #expect(try #require(mostApart) <= 1e-14, "\(settings)")
        }
    }
}
