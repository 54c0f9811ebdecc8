import Foundation
import Geometry
import NaiveNetworks
import Testing

@testable import Training

@Suite("The first layer along the rows")
struct FirstLayerTests {
    @Test("For moderate weights the product of two exponentials is as good as one", arguments: [1, 2, 3, 8, 9, 16, 17])
    func moderateWeights(unitCount: Int) {
        for seed in UInt32(0)..<4 {
            let network = randomNetwork([2, unitCount, 2], deviation: 2, seed: seed)
            forEachActivation(of: network, over: smallGrid) { activation, terms in
                let z = terms.reduce(0, +)
                let expected = 1 / (1 + exp(-z))
                // The exponents of both factors are rounded, each relative to its own size.
                let ulps = 4 + 2 * terms.reduce(0) { $0 + abs($1) }
                #expect(abs(activation - expected) <= ulps * expected.ulp)
            }
        }
    }

    @Test("However large the weights, the sigmoid is right", arguments: [1e2, 1e3, 1e4, 1e6, 1e150], [1, 2, 5])
    func hugeWeights(weight: Double, unitCount: Int) {
        for seed in UInt32(0)..<6 {
            let network = randomNetwork([2, unitCount, 2], deviation: weight, seed: seed)
            forEachActivation(of: network, over: smallGrid) { activation, terms in
                let z = terms.reduce(0, +)
                #expect(activation >= 0 && activation <= 1)
                // The rounding error of z; the sigmoid passes on at most a quarter of it.
                let rounding = terms.reduce(0) { $0 + abs($1) } * 0x1p-52
                if abs(z) > 2 * rounding + 40 {
                    #expect(abs(activation - 1 / (1 + exp(-z))) <= 1e-12)
                } else {
                    #expect(abs(activation - 1 / (1 + exp(-z))) <= 1e-12 + rounding)
                }
            }
        }
    }

    @Test(
        "Weights that cancel each other, or vanish, are no exception",
        arguments: [
            [0, 0, 0], [-0.0, 1e-300, -1e-300], [1e5, -1e5, 0], [-300, 20, 20], [300, -20, -20], [-350, 0, 0],
            [-351, 0, 0],
            [350, 0, 0], [2000, 0, 0], [-2000, 0, 0], [0, 1000, -1000], [-2000, 1000, 0], [700, 300, 100],
            [0, 175, 0], [0, -87.5, 116], [1e308, 0, 0], [-1e308, 0, 0],
        ])
    func specialWeights(parameters: [Double]) {
        // The unit alone, and paired with an ordinary unit on either side.
        for units in [
            [parameters], [parameters, [0.1, 0.2, 0.3]], [[0.1, 0.2, 0.3], parameters], [parameters, parameters],
        ] {
            let theta = units.flatMap { $0 } + Array(repeating: 0, count: 2 * (1 + units.count))
            let network = NeuralNetwork(shape: NetworkShape(unitCounts: [2, units.count, 2]), theta: theta)
            forEachActivation(of: network, over: smallGrid) { activation, terms in
                let expected = 1 / (1 + exp(-terms.reduce(0, +)))
                #expect(abs(activation - expected) <= 1e-10)
            }
        }
    }

    @Test(
        "Hyperbolic tangents and rectifiers are right, be the weights small or huge",
        arguments: [Activation.tanh, .relu], [1e-9, 0.1, 2, 30, 1e3, 1e150])
    func otherActivations(activation: Activation, weight: Double) {
        for unitCount in [1, 2, 5] {
            let network = randomNetwork([2, unitCount, 2], activation: activation, deviation: weight, seed: 7)
            forEachActivation(of: network, over: smallGrid) { found, terms in
                // The rounding error of the logit, which an activation passes on at most once.
                let rounding = 4 * terms.reduce(0) { $0 + abs($1) } * 0x1p-52
                let expected = activation.naive(terms.reduce(0, +))
                #expect(abs(found - expected) <= rounding + (activation == .tanh ? 1e-15 : 0))
                #expect(activation == .relu || abs(found) <= 1 + 1e-15)
            }
        }
    }

    @Test(
        "Tangents of parameters that overflow when they are doubled are ±1",
        arguments: [[1.7e308, 0, 0], [-1.7e308, 0, 0], [1.7e308, 1e-3, 0]])
    func overflowingTangents(parameters: [Double]) {
        let network = NeuralNetwork(
            shape: NetworkShape(unitCounts: [2, 1, 2], activation: .tanh), theta: parameters + [0, 0, 0, 0])
        forEachActivation(of: network, over: smallGrid) { activation, _ in
            #expect(activation == (parameters[0] > 0 ? 1 : -1))
        }
    }

    @Test("On a grid far from the origin the sigmoid is right")
    func farGrid() {
        let far = RegularGrid(
            x: SampledAxis(start: 1e4, step: 1, count: 9), y: SampledAxis(start: -5e3, step: 2, count: 5))
        // 1 along a diagonal through the grid, so that z passes 0 in it.
        let network = NeuralNetwork(
            shape: NetworkShape(unitCounts: [2, 2, 2]), theta: [-5004, 1, 1, -100, 0.01, 0.002, 0, 0, 0, 0, 0, 0])
        forEachActivation(of: network, over: far) { activation, terms in
            #expect(abs(activation - 1 / (1 + exp(-terms.reduce(0, +)))) <= 1e-11)
        }
    }

    /// Calls `body` with every activation of the first layer, and the three terms of its logit.
    private func forEachActivation(
        of network: NeuralNetwork, over grid: RegularGrid, _ body: (_ activation: Double, _ terms: [Double]) -> Void
    ) {
        let layer = FirstLayerRows(of: network, over: grid)
        let unitCount = network.shape.unitCounts[1]
        let rows = UnsafeMutablePointer<Lanes>.allocate(capacity: unitCount * layer.width)
        let rowFactors = UnsafeMutablePointer<Lanes>.allocate(capacity: layer.rowFactorCount)
        defer {
            rows.deallocate()
            rowFactors.deallocate()
        }
        for y in grid.y.values {
            layer.writeRowFactors(y: y, into: rowFactors)
            layer.evaluate(y: y, columns: 0..<layer.width, rowFactors: rowFactors, into: rows)
            for unit in 0..<unitCount {
                let parameters = network.theta[3 * unit..<3 * unit + 3].map { $0 }
                for (column, x) in grid.x.values.enumerated() {
                    let vector = rows[unit * layer.width + column / Lanes.scalarCount]
                    body(
                        vector[column % Lanes.scalarCount], [parameters[0], parameters[1] * x, parameters[2] * y])
                }
            }
        }
    }
}
