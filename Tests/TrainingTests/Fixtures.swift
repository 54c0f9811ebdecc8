import Datasets
import Foundation
import Geometry
import Testing
import Training

/// Costs and gradients of the numpy network, written by `Scripts/oracles/training.py`.
struct EvaluationFixture: Decodable {
    let points: [[Double]]
    /// By the name of the data.
    let labels: [String: [Int]]
    let evaluations: [Evaluation]

    struct Evaluation: Decodable {
        /// `initial` (of seed 0), `random` (normal, deviation 2) or `large` (|theta| = 10⁴).
        let kind: String
        let data: String
        let layers: [Int]
        let lambda: Double
        let theta: [Double]
        let cost: Double
        let gradient: [Double]

        var shape: NetworkShape { NetworkShape(unitCounts: layers) }
        var name: String { "\(kind), \(data), layers \(layers), λ \(lambda)" }
    }

    func dataset(_ evaluation: Evaluation) throws -> Dataset {
        Dataset(
            points: points.map { Point(x: $0[0], y: $0[1]) }, labels: try #require(labels[evaluation.data]),
            classNames: (0..<evaluation.shape.outputCount).map(String.init))
    }

    static func load() throws -> EvaluationFixture { try read("evaluations") }
}

/// Results of numpy for each activation, written by `Scripts/oracles/activations.py`.
struct ActivationFixture: Decodable {
    let points: [[Double]]
    let evaluations: [Evaluation]
    let initial: [Initial]

    struct Evaluation: Decodable {
        let activation: String
        let layers: [Int]
        let lambda: Double
        let labels: [Int]
        let theta: [Double]
        let cost: Double
        let gradient: [Double]
        /// scikit-learn's log loss, summed over the outputs.
        let crossEntropy: Double

        var name: String { "\(activation), layers \(layers), λ \(lambda)" }
    }

    /// The initial theta of seed 0.
    struct Initial: Decodable {
        let activation: String
        let layers: [Int]
        let theta: [Double]
    }

    func dataset(_ evaluation: Evaluation) -> Dataset {
        Dataset(
            points: points.map { Point(x: $0[0], y: $0[1]) }, labels: evaluation.labels,
            classNames: (0..<evaluation.layers[evaluation.layers.count - 1]).map(String.init))
    }

    static func load() throws -> ActivationFixture { try read("activations") }
}

/// SciPy's training of the same network on the moons.
struct RunFixture: Decodable {
    let runs: [Run]

    struct Run: Decodable {
        let layers: [Int]
        let lambda: Double
        let initialCost: Double
        /// After iterations 1 to 20.
        let costs: [Double]
        let cost: Double
        let accuracy: Double
    }

    static func load() throws -> RunFixture { try read("runs") }
}

/// scikit-learn's metrics of the numpy network, written by `Scripts/oracles/scores.py`.
struct ScoreFixture: Decodable {
    let points: [[Double]]
    let scores: [Expected]

    struct Expected: Decodable {
        let layers: [Int]
        let theta: [Double]
        /// A class index for every point.
        let labels: [Int]
        let crossEntropy: Double
        let accuracy: Double
        /// Row = true class, column = predicted.
        let confusion: [[Int]]
        /// The indices of the misclassified points.
        let errors: [Int]
        /// nil for a class without points.
        let recalls: [Double?]

        var network: NeuralNetwork { NeuralNetwork(shape: NetworkShape(unitCounts: layers), theta: theta) }
    }

    func dataset(_ expected: Expected) -> Dataset {
        Dataset(
            points: points.map { Point(x: $0[0], y: $0[1]) }, labels: expected.labels,
            classNames: (0..<expected.network.classCount).map(String.init))
    }

    static func load() throws -> ScoreFixture { try read("scores") }
}

/// scikit-learn's logistic regressions, written by `Scripts/oracles/logistic_regression.py`.
struct LogisticFixture: Decodable {
    let data: [String: Points]
    let regressions: [Regression]

    struct Points: Decodable {
        let points: [[Double]]
        let labels: [Int]
    }

    struct Regression: Decodable {
        let data: String
        let lambda: Double
        /// Intercept and two weights of every class.
        let theta: [Double]
        let cost: Double
        let accuracy: Double
    }

    func dataset(_ regression: Regression) throws -> Dataset {
        let data = try #require(data[regression.data])
        return Dataset(
            points: data.points.map { Point(x: $0[0], y: $0[1]) }, labels: data.labels,
            classNames: (0..<regression.theta.count / 3).map(String.init))
    }

    static func load() throws -> LogisticFixture { try read("logistic") }
}

private func read<Fixture: Decodable>(_ name: String) throws -> Fixture {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
}
