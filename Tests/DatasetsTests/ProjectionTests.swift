import Foundation
import Geometry
import Testing

@testable import Datasets

@Suite("Projection onto principal components")
struct ProjectionTests {
    @Test("Components, ratios and points are scikit-learn's")
    func likeScikitLearn() throws {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/projection", withExtension: "json"))
        let fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        #expect(fixture.cases.count == 6)
        for expected in fixture.cases {
            let projection = try projection(expected.rows)
            for (ours, theirs) in zip(projection.deviation, expected.deviation) {
                #expect(abs(ours - theirs) <= 1e-13 * theirs, "\(expected.name)")
            }
            for (index, ours) in projection.mean.enumerated() {
                let scale = max(expected.deviation[index], abs(expected.mean[index]))
                #expect(abs(ours - expected.mean[index]) <= 1e-14 * scale, "\(expected.name)")
            }
            expectClose(projection.explainedVarianceRatio, expected.ratios, "\(expected.name)")
            // Equal eigenvalues have no axes of their own.
            guard expected.name != "equal eigenvalues" else { continue }
            // The components of two columns have elements of equal magnitude, of which rounding decides in scikit-learn.
            let signs = expected.components.map { expected.name == "two columns" && $0[0] < 0 ? -1.0 : 1 }
            for (index, ours) in projection.components.enumerated() {
                expectClose(ours, expected.components[index].map { $0 * signs[index] }, expected.name)
            }
            for (rows, points) in [
                (expected.rows, expected.points), (expected.others, expected.otherPoints),
            ] {
                #expect(rows.count == points.count && !points.isEmpty)
                for (row, point) in zip(rows, points.map({ zip($0, signs).map { $0 * $1 } })) {
                    let ours = projection.apply(to: row[...])
                    // Beyond the rows, values are large in units of the deviation.
                    let scale = max(1, abs(point[0]), abs(point[1]))
                    expectClose([ours.x / scale, ours.y / scale], point.map { $0 / scale }, expected.name)
                }
            }
        }
    }

    @Test(
        "Components are orthonormal, and the greatest element is positive, for rows of any rank", arguments: [2, 3, 9])
    func orthonormal(featureCount: Int) throws {
        for rowCount in [3, 5, 60] {
            let rows = rows(count: rowCount, featureCount: featureCount)
            let projection = try projection(rows)
            let (first, second) = (projection.components[0], projection.components[1])
            func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
            expectClose([product(first, first), product(second, second), product(first, second)], [1, 1, 0], "")
            for component in [first, second] {
                let greatest = component.map(abs).max() ?? 0
                #expect(component.first { abs($0) >= greatest * (1 - 1e-9) }.map { $0 > 0 } == true)
            }
            let points = rows.map { projection.apply(to: $0[...]) }
            // The variance of the points is the eigenvalue: the ratio times the number of features.
            let variances = [points.map(\.x), points.map(\.y)].map { $0.reduce(0) { $0 + $1 * $1 } / Double(rowCount) }
            expectClose(variances, projection.explainedVarianceRatio.map { $0 * Double(featureCount) }, "")
            #expect(variances[0] >= variances[1] - 1e-12)
        }
    }

    @Test("Only the given rows count")
    func trainingRows() throws {
        let rows = rows(count: 40, featureCount: 5)
        let some = [3, 1, 30, 12, 25, 39, 8]
        #expect(
            try Projection(of: table(rows), rows: some) == projection(some.map { rows[$0] }))
    }

    @Test("Units of the features change nothing")
    func units() throws {
        let rows = rows(count: 50, featureCount: 4)
        let scales = [1, 1e-150, 1e150, 3]
        let scaled = rows.map { zip($0, scales).map { $0 * $1 } }
        let (one, other) = (
            try projection(rows), try projection(scaled)
        )
        for (one, other) in zip(one.components, other.components) { expectClose(one, other, "") }
    }

    @Test("Rows on a line, equal rows and features out of range are errors")
    func errors() {
        func error(_ rows: [[Double]]) -> ProjectionError? {
            do throws(ProjectionError) {
                _ = try projection(rows)
                return nil
            } catch { return error }
        }
        #expect(error([[1, 2, 3], [1, 2, 3]]) == .oneDirection(varyingCount: 0))
        #expect(error([[1, 2, 3]]) == .oneDirection(varyingCount: 0))
        #expect(error([[1, 2, 3], [1, 5, 3], [1, 6, 3], [1, 0, 3]]) == .oneDirection(varyingCount: 1))
        let squares = (0..<9).map { Double($0 * $0) }
        #expect(error(squares.map { [$0, 3, -2 * $0] }) == .oneDirection(varyingCount: 2))
        #expect(error([[1, 2], [4, 7]]) == .oneDirection(varyingCount: 2))
        #expect(error([[1, 2], [1.7e308, 7], [-1.7e308, 5]]) == .outOfRange(feature: "f0"))
        let wide = rows(count: 1001, featureCount: 1001)
        #expect(error(wide) == .tooManyFeatures(1001, rowCount: 1001, greatest: 1000))
    }

    @Test("Eigenvectors satisfy their equation, for any rank", arguments: [1, 2, 3, 17, 64])
    func eigenvectors(order: Int) {
        for rank in [1, (order + 1) / 2, order] {
            let factor = rows(count: rank, featureCount: order)
            let matrix = (0..<order).map { i in
                (0..<order).map { j in factor.reduce(0) { $0 + $1[i] * $1[j] } }
            }
            let result = SymmetricEigenvectors(of: matrix.flatMap(\.self), order: order)
            #expect(result.values == result.values.sorted(by: >))
            expectClose(Array(result.values[rank...]), (rank..<order).map { _ in 0 }, "\(order)")
            for (value, vector) in zip(result.values, result.vectors).prefix(rank) {
                let product = matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
                expectClose(product, vector.map { $0 * value }, "\(order)")
                expectClose([vector.reduce(0) { $0 + $1 * $1 }], [1], "\(order)")
            }
            let trace = matrix.indices.reduce(0) { $0 + matrix[$1][$1] }
            expectClose([result.values.reduce(0, +) / trace], [1], "\(order)")
        }
    }

    private func expectClose(_ ours: [Double], _ theirs: [Double], _ name: String) {
        #expect(ours.count == theirs.count)
        #expect(zip(ours, theirs).allSatisfy { abs($0 - $1) <= 1e-10 }, "\(name): \(ours) is not \(theirs)")
    }

    private func projection(_ rows: [[Double]]) throws(ProjectionError) -> Projection {
        try Projection(of: table(rows), rows: Array(rows.indices))
    }

    private func table(_ rows: [[Double]]) -> FeatureTable {
        FeatureTable(
            featureNames: rows[0].indices.map { "f\($0)" }, values: rows.flatMap(\.self), labels: rows.map { _ in 0 },
            classNames: ["a", "b"])
    }

    /// Rows without structure.
    private func rows(count: Int, featureCount: Int) -> [[Double]] {
        (0..<count).map { row -> [Double] in
            (0..<featureCount).map { feature -> Double in
                let index: Int = 1 + row * (31 + feature) + feature * feature * 7
                return sin(Double(index))
            }
        }
    }

    private struct Fixture: Decodable {
        let cases: [Case]

        struct Case: Decodable {
            let name: String
            let rows: [[Double]]
            let others: [[Double]]
            let mean: [Double]
            let deviation: [Double]
            let components: [[Double]]
            let ratios: [Double]
            let points: [[Double]]
            let otherPoints: [[Double]]
        }
    }
}
