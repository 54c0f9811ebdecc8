import Foundation
public import Geometry
import MersenneTwister
public import Training

/// A network evaluated point by point and unit by unit, with the C library's exponential.
public struct NaiveClassifier {
    public let network: NeuralNetwork

    public init(network: NeuralNetwork) { self.network = network }

    public func logits(_ point: Point) -> [Double] {
        let unitCounts = network.shape.unitCounts
        var activations = [point.x, point.y]
        var start = 0
        for layer in 1..<unitCounts.count {
            let rowLength = 1 + activations.count
            let logits = (0..<unitCounts[layer]).map { unit in
                let row = network.theta[start + unit * rowLength..<start + (unit + 1) * rowLength]
                return zip(row.dropFirst(), activations).reduce(row[row.startIndex]) { $0 + $1.0 * $1.1 }
            }
            start += unitCounts[layer] * rowLength
            activations = layer + 1 < unitCounts.count ? logits.map(network.shape.activation.naive) : logits
        }
        return activations
    }

    /// d₁ … d_{K−1}
    public func fields(_ point: Point) -> [Double] {
        let logits = logits(point)
        return (1..<logits.count).map { (logits[$0...].max() ?? 0) - (logits[..<$0].max() ?? 0) }
    }

    /// The class with the largest output, the first on a tie.
    public func label(_ point: Point) -> Int {
        let logits = logits(point)
        return logits.firstIndex(of: logits.max() ?? .nan) ?? -1
    }
}

extension Activation {
    /// An activation with the functions of the C library.
    public func naive(_ z: Double) -> Double {
        switch self {
        case .sigmoid: 1 / (1 + exp(-z))
        case .tanh: Foundation.tanh(z)
        case .relu: max(z, 0)
        }
    }
}

/// A network with normal parameters of the given deviation.
public func randomNetwork(
    _ unitCounts: [Int], activation: Activation = .sigmoid, deviation: Double, seed: UInt32
) -> NeuralNetwork {
    var random = RandomState(seed: seed)
    let shape = NetworkShape(unitCounts: unitCounts, activation: activation)
    return NeuralNetwork(
        shape: shape, theta: (0..<shape.parameterCount).map { _ in random.normal(standardDeviation: deviation) })
}

/// Some columns and rows about the origin; no multiple of eight columns.
public let smallGrid = RegularGrid(
    x: SampledAxis(start: -2, step: 0.31, count: 15), y: SampledAxis(start: -1.5, step: 0.27, count: 11))

extension RegularGrid {
    /// Every point, row by row.
    public var points: [Point] { y.values.flatMap { y in x.values.map { Point(x: $0, y: y) } } }
}
