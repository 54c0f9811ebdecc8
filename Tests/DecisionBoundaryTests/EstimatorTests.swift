import Datasets
import Foundation
import Geometry
import Meshgrid
import Pictures
import Testing

@testable import DecisionBoundary

@Suite("scikit-learn's estimators")
struct EstimatorTests {
    private struct Fixture: Decodable {
        struct Estimator: Decodable {
            let name: String
            let scores: ScoreKind
            let pointClasses, gridClasses: String
            let pointScores, gridScores: [Double]
            let classAreas, scoreAreas: [Double]
        }

        struct Axis: Decodable {
            let start, step: Double
            let count: Int
        }

        let classNames: [String]
        let points: [Double]
        let labels: String
        let limits: [Double]
        let x, y: Axis
        let classifiers: [Estimator]

        init(_ name: String) throws {
            let url = try #require(
                Bundle.module.url(forResource: "Fixtures/classifiers/\(name)", withExtension: "json"))
            self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
        }

        /// The request of the data with the answers in a file.
        func request(_ path: String) -> Request {
            var data = InlineData()
            data.classes = classNames
            data.points = stride(from: 0, to: points.count, by: 2).map { [points[$0], points[$0 + 1]] }
            data.labels = digits(labels)
            var request = Request()
            request.data = .inline(data)
            request.classifiers = [.predictions(path: path)]
            request.grid.xLimits = [limits[0], limits[1]]
            request.grid.yLimits = [limits[2], limits[3]]
            request.grid.step = AxisPair(x: x.step, y: y.step)
            return request
        }

        func digits(_ text: String) -> [Int] { text.utf8.map { Int($0) - 48 } }
    }

    /// Draws a text of answers; returns the answer and the traced surface.
    private func drawn(_ text: String, _ fixture: Fixture) throws -> (Evaluation, DecisionSurface) {
        let url = FileManager.default.temporaryDirectory.appending(path: "answers-\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let plan = try Plan(fixture.request(url.path), in: RunEnvironment(threads: 1))
        let evaluation = try plan.evaluate(plan.fit(0, threads: 1), threads: 1)
        #expect(evaluation.grid.columnCount == fixture.x.count && evaluation.grid.rowCount == fixture.y.count)
        #expect(evaluation.grid.x.start == fixture.x.start && evaluation.grid.y.start == fixture.y.start)
        return (evaluation, try plan.surface(of: evaluation.response, over: evaluation.grid, threads: 1))
    }

    /// The classes of the grid points: the greatest k with d_k > 0.
    private func gridClasses(_ evaluation: Evaluation) -> [Int] {
        let fields = evaluation.response.fields(over: evaluation.grid)
        return (0..<evaluation.grid.pointCount).map { index in
            fields.lastIndex { $0.values[index] > 0 }.map { $0 + 1 } ?? 0
        }
    }

    private func check(_ surface: DecisionSurface, areas: [Double], _ fixture: Fixture) {
        let whole = (fixture.limits[1] - fixture.limits[0]) * (fixture.limits[3] - fixture.limits[2])
        for (index, expected) in areas.enumerated() {
            let area = surface.region(ofClass: index + 1).reduce(0) { $0 + $1.area }
            #expect(abs(area - expected) <= 1e-9 * whole, "class \(index + 1)")
        }
    }

    @Test(
        "have the same classes at every point of the data and the grid, and regions of the areas of contourpy",
        arguments: ["moons", "iris", "wine"])
    func estimators(data: String) throws {
        let fixture = try Fixture(data)
        #expect(fixture.classifiers.count == 5)
        for estimator in fixture.classifiers {
            let expected = (
                points: fixture.digits(estimator.pointClasses), grid: fixture.digits(estimator.gridClasses)
            )
            let classes = (expected.points + expected.grid).map { fixture.classNames[$0] }
            let (ofClasses, plain) = try drawn("class\n" + classes.joined(separator: "\n"), fixture)
            #expect(ofClasses.scored.classes == expected.points, "\(estimator.name)")
            #expect(gridClasses(ofClasses) == expected.grid, "\(estimator.name)")
            check(plain, areas: estimator.classAreas, fixture)

            let count = fixture.classNames.count
            let scores = estimator.pointScores + estimator.gridScores
            let rows = stride(from: 0, to: scores.count, by: count).map { start in
                scores[start..<start + count].map(\.description).joined(separator: ",")
            }
            let names = fixture.classNames.joined(separator: ",")
            let (ofScores, smooth) = try drawn(names + "\n" + rows.joined(separator: "\n"), fixture)
            #expect(ofScores.kind == estimator.scores, "\(estimator.name)")
            #expect(ofScores.scored.classes == expected.points, "\(estimator.name)")
            #expect(gridClasses(ofScores) == expected.grid, "\(estimator.name)")
            check(smooth, areas: estimator.scoreAreas, fixture)
        }
    }
}
