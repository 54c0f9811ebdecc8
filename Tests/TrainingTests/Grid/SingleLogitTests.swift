import Foundation
import Geometry
import NaiveNetworks
import Testing

@testable import Training

@Suite("The logit of a network with one output along the rows")
struct SingleLogitTests {
    @Test(
        "is the sum of its units, for any number of units per division",
        arguments: [Activation.sigmoid, .tanh], [1, 2, 3, 4, 5, 8, 9, 17])
    func unitCounts(activation: Activation, unitCount: Int) {
        for deviation in [0.1, 2, 20, 300, 1e4, 1e150] {
            let network = randomNetwork([2, unitCount, 1], activation: activation, deviation: deviation, seed: 5)
            // Output weights unchanged.
            let theta =
                network.theta.prefix(3 * unitCount)
                + randomNetwork(
                    [2, unitCount, 1], deviation: 2, seed: 6
                ).theta.suffix(unitCount + 1)
            check(NeuralNetwork(shape: network.shape, theta: Array(theta)))
        }
    }

    @Test(
        "is finite and correct if products of all units would overflow",
        arguments: [
            [-300, 0, 0], [-600, 0, 0], [-689, 0, 0], [-690, 0, 0], [-700, 0, 0], [-5000, 0, 0], [0, 300, -300],
            [700, 0, 0], [1e308, 0, 0], [-1e308, 0, 0], [0, 0, 0],
        ], [1, 1e10, 1e200, 1e305])
    func overflow(parameters: [Double], weight: Double) {
        for unitCount in 1...5 {
            for activation in [Activation.sigmoid, .tanh] {
                let units = Array(repeating: parameters, count: unitCount).flatMap { $0 }
                // Signs alternate, so that the logit itself does not overflow.
                let outputs = [0.5] + (0..<unitCount).map { $0.isMultiple(of: 2) ? weight : -weight / 2 }
                check(
                    NeuralNetwork(
                        shape: NetworkShape(unitCounts: [2, unitCount, 1], activation: activation),
                        theta: units + outputs))
            }
        }
    }

    /// Compares with the plain evaluation.
    private func check(_ network: NeuralNetwork) {
        guard let rows = SingleLogitRows(of: network, over: smallGrid) else {
            Issue.record("a network with one output and one hidden layer is known")
            return
        }
        let unitCount = network.shape.unitCounts[1]
        let outputs = Array(network.theta.suffix(unitCount + 1))
        var values = Array(repeating: Double.nan, count: smallGrid.columnCount)
        for y in smallGrid.y.values {
            values.withUnsafeMutableBufferPointer { rows.evaluate(y: y, into: $0) }
            for (column, x) in smallGrid.x.values.enumerated() {
                var (sum, size) = (outputs[0], abs(outputs[0]))
                for unit in 0..<unitCount {
                    let terms = [
                        network.theta[3 * unit], network.theta[3 * unit + 1] * x, network.theta[3 * unit + 2] * y,
                    ]
                    let term = outputs[1 + unit] * network.shape.activation.naive(terms.reduce(0, +))
                    sum += term
                    // The rounding error of the logits, of which an activation passes on a part.
                    let rounding = terms.reduce(0) { $0 + abs($1) } * 0x1p-52
                    size += abs(outputs[1 + unit]) * (1 + 1e16 * min(1, rounding))
                }
                #expect(abs(values[column] - sum) <= 1e-14 * size, "\(network.theta)")
            }
        }
    }

    @Test("Other networks have none", arguments: [[2, 1], [2, 3, 2], [2, 3, 3, 1]])
    func otherNetworks(layers: [Int]) {
        #expect(SingleLogitRows(of: randomNetwork(layers, deviation: 1, seed: 0), over: smallGrid) == nil)
        let rectified = randomNetwork([2, 3, 1], activation: .relu, deviation: 1, seed: 0)
        #expect(SingleLogitRows(of: rectified, over: smallGrid) == nil)
    }
}
