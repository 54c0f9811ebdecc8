import Foundation
import Geometry
import Testing
import Training

/// Networks over a grid, as `Scripts/oracles/decision_boundary.py` evaluated them, or `activations.py`.
struct ClassCountsFixture: Decodable {
    private let grid: Axes
    let networks: [Network]

    var regularGrid: RegularGrid { RegularGrid(x: grid.x.sampledAxis, y: grid.y.sampledAxis) }

    private struct Axes: Decodable {
        let x: Axis
        let y: Axis
    }

    private struct Axis: Decodable {
        let start: Double
        let step: Double
        let count: Int

        var sampledAxis: SampledAxis { SampledAxis(start: start, step: step, count: count) }
    }

    struct Network: Decodable {
        let name: String
        /// Sigmoid by default.
        let activation: String?
        let layers: [Int]
        let theta: [Double]
        let classCounts: [Int]
        /// The points at which a field is within 1e-12 of 0, so that rounding may decide the class.
        let nearTies: Int
        let values: [Value]

        func neuralNetwork() throws -> NeuralNetwork {
            let activation = try #require(Activation(rawValue: activation ?? "sigmoid"))
            return NeuralNetwork(shape: NetworkShape(unitCounts: layers, activation: activation), theta: theta)
        }
    }

    struct Value: Decodable {
        let row: Int
        let column: Int
        let fields: [Double]
    }

    static func load(_ name: String = "class-counts") throws -> ClassCountsFixture {
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"))
        return try JSONDecoder().decode(ClassCountsFixture.self, from: Data(contentsOf: url))
    }
}
