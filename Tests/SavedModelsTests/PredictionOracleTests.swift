import Foundation
import Geometry
import SavedModels
import Testing
import Training

/// Predictions of numpy and scikit-learn for models in files.
private struct PredictionFixture: Decodable {
    let cases: [Case]

    struct Case: Decodable {
        /// The text of a model's file.
        let model: String
        let points: [[Double]]
        let classes: [Int]
        let probabilities: [[Double]]
    }
}

@Suite("Predictions beside scikit-learn's")
struct PredictionOracleTests {
    @Test("A model from a file gives every point the class and the probabilities that numpy and scikit-learn give")
    func likeOracle() throws {
        let url = try #require(
            Bundle.module.url(forResource: "predictions", withExtension: "json", subdirectory: "Fixtures"))
        let fixture = try JSONDecoder().decode(PredictionFixture.self, from: Data(contentsOf: url))
        #expect(fixture.cases.count == 24)
        for expected in fixture.cases {
            let model = try SavedModel(json: Array(expected.model.utf8))
            let predictions = model.predictions(for: expected.points.map { Point(x: $0[0], y: $0[1]) })
            #expect(predictions.classes == expected.classes)
            let differences = zip(predictions.probabilities, expected.probabilities.joined()).map { abs($0 - $1) }
            #expect(differences.count == 40 * model.classNames.count)
            #expect(differences.allSatisfy { $0 <= 1e-12 })
        }
    }
}
