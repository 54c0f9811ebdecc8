import Datasets
import Foundation
import Geometry
import Testing

@Suite("Standardisation")
struct StandardizationTests {
    @Test("Means, deviations and standardised points are scikit-learn's")
    func likeScikitLearn() throws {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/standardization", withExtension: "json"))
        let fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        #expect(fixture.cases.count == 6)
        for expected in fixture.cases {
            let dataset = dataset(expected.points.map { Point(x: $0[0], y: $0[1]) })
            let standardization = try Standardization(of: dataset)
            for (ours, theirs) in zip(
                [standardization.deviation.x, standardization.deviation.y], expected.deviation)
            {
                #expect(abs(ours - theirs) <= 1e-14 * theirs)
            }
            // Relative to the deviation or the mean, whichever is greater.
            for (index, ours) in [standardization.mean.x, standardization.mean.y].enumerated() {
                let scale = max(expected.deviation[index], abs(expected.mean[index]))
                #expect(abs(ours - expected.mean[index]) <= 1e-15 * scale)
            }
            for (point, theirs) in zip(standardization.apply(to: dataset).points, expected.standardized) {
                #expect(abs(point.x - theirs[0]) <= 1e-9 && abs(point.y - theirs[1]) <= 1e-9)
            }
        }
    }

    @Test(
        "Standardised points have mean 0 and deviation 1 for any mean and deviation of the data",
        arguments: [(0.0, 1.0), (1e9, 1), (0, 1e-200), (0, 1e300), (0x1p-1060, 0x1p-1030), (3e307, 1e307)])
    func moments(offset: Double, scale: Double) throws {
        let values = (0..<999).map { offset + scale * sin(Double($0)) }
        let points = values.map { Point(x: $0, y: -2 * $0) }
        let standardization = try Standardization(of: dataset(points))
        let standardized = points.map { standardization.apply(to: $0) }
        for coordinates in [standardized.map(\.x), standardized.map(\.y)] {
            let mean = coordinates.reduce(0, +) / 999
            let variance = coordinates.reduce(0) { $0 + $1 * $1 } / 999
            // A large offset leaves fewer digits for the differences.
            let tolerance = 1e-12 + 1e-15 * abs(offset) / scale
            #expect(abs(mean) <= tolerance && abs(variance - 1) <= tolerance)
        }
    }

    @Test("Names, labels and classes are kept")
    func rest() throws {
        let dataset = Dataset(
            points: [Point(x: 1, y: 2), Point(x: 3, y: 8)], labels: [2, 0], featureNames: ["a", "b"],
            classNames: ["p", "q", "r"])
        let standardized = try Standardization(of: dataset).apply(to: dataset)
        #expect(standardized.points == [Point(x: -1, y: -1), Point(x: 1, y: 1)])
        #expect(standardized.labels == dataset.labels)
        #expect(standardized.featureNames == ["a", "b"] && standardized.classNames == ["p", "q", "r"])
    }

    @Test("A constant column is an error", arguments: [0, 0.1, 1e300, -5])
    func constant(value: Double) {
        // The plain sum of three times 0.1, divided by 3, is not 0.1.
        let points = [Point(x: 1, y: value), Point(x: 2, y: value), Point(x: 4, y: value)]
        #expect(throws: StandardizationError.constant(feature: "x2", value: value)) {
            try Standardization(of: dataset(points))
        }
        #expect(throws: StandardizationError.constant(feature: "x1", value: value)) {
            try Standardization(of: dataset(points.map { Point(x: $0.y, y: $0.x) }))
        }
        #expect(throws: StandardizationError.self) { try Standardization(of: dataset([Point(x: 1, y: 2)])) }
        let message = "\(StandardizationError.constant(feature: "width", value: 0.1))"
        #expect(message == "'width' is 0.1 for every point; use a column with different values")
    }

    @Test(
        "NaN, infinite values and overflowing ranges are errors",
        arguments: [[1, .nan], [.nan, 1, 2], [.infinity, 1], [-.infinity, 2], [1.7e308, -1.7e308], [.nan, .nan]])
    func outOfRange(values: [Double]) {
        let points = values.enumerated().map { Point(x: $0.element, y: Double($0.offset)) }
        #expect(throws: StandardizationError.outOfRange(feature: "x1")) { try Standardization(of: dataset(points)) }
    }

    private func dataset(_ points: [Point]) -> Dataset { Dataset(points: points, labels: points.map { _ in 0 }) }

    private struct Fixture: Decodable {
        let cases: [Case]

        struct Case: Decodable {
            let points: [[Double]]
            let mean: [Double]
            let deviation: [Double]
            let standardized: [[Double]]
        }
    }
}
