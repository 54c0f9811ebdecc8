import CRowKernels
import ElementaryFunctions
import Foundation
import Testing

@Suite("The kernels")
struct KernelTests {
    private let kernels = rowKernels().pointee
    private let tiny = Double.leastNonzeroMagnitude

    /// Logits from −745 to 745, close together near 0.
    private let logits: [Double] = (-400..<400).map { (index: Int) -> Double in
        let share = Double(index) / 400
        return 745 * share * share * share
    }

    /// The activations of units, each with one input and the logit bias + weight·input.
    private func activations(
        of inputs: [Double], units: [(bias: Double, weight: Double)] = [(0, 1)],
        _ layer: (
            UnsafePointer<Double>, Int, UnsafePointer<Double>, Int, UnsafeMutablePointer<Double>, Int
        ) -> Void
    ) -> [[Double]] {
        var outputs = [Double](repeating: 0, count: units.count * inputs.count)
        layer(units.flatMap { [$0.bias, $0.weight] }, units.count, inputs, 1, &outputs, inputs.count / 8)
        return units.indices.map { Array(outputs[$0 * inputs.count..<($0 + 1) * inputs.count]) }
    }

    @Test("Sigmoids are within 3 ulp of 1 / (1 + e^−z), for the rounding of z, alone and in pairs")
    func sigmoids() {
        let alone = activations(of: logits, kernels.sigmoidLayer)
        let pair = activations(of: logits, units: [(0, 1), (0, -1)], kernels.sigmoidLayer)
        for (index, z) in logits.enumerated() where abs(z) <= 350 {
            let expected: Double = 1 / (1 + .exp(-z))
            let opposite: Double = 1 / (1 + .exp(z))
            // The effect of an error of half a unit in the last place of the logit.
            let tolerance = (3 * expected.ulp) + expected * opposite * z.ulp
            #expect(abs(alone[0][index] - expected) <= tolerance)
            #expect(abs(pair[0][index] - expected) <= tolerance)
            #expect(abs(pair[1][index] - opposite) <= (3 * opposite.ulp) + expected * opposite * z.ulp)
        }
    }

    @Test("Far below, a sigmoid is tiny and no less; a logit that is not a number gives none")
    func extremes() {
        let row = activations(of: [-1e300, -.infinity, .infinity, 1e300, .nan, 0, 710, -710], kernels.sigmoidLayer)[0]
        #expect(row[0] == row[1] && row[0] == 0x1p-505)
        #expect(row[2] == 1 && row[3] == 1 && row[6] == 1)
        #expect(row[4].isNaN)
        #expect(row[5] == 0.5)
    }

    @Test("Huge logits, which are limited, change no bit of others", arguments: [1e6, -1e300, .infinity, .nan])
    func limits(huge: Double) {
        let x = (0..<8).map { Double($0) / 3 - 1 }
        let y = (0..<8).map { 1 / Double($0 + 2) }
        let parameters = [0.3, 2, -1, -0.2, 5, 700, 1, -3, 0.5]
        var ordinary = [Double](repeating: 0, count: 3 * 8)
        kernels.sigmoidLayer(parameters, 3, x + y, 2, &ordinary, 1)
        var both = [Double](repeating: 0, count: 3 * 16)
        let far = [huge] + Array(repeating: 0, count: 7)
        kernels.sigmoidLayer(parameters, 3, x + far + y + far, 2, &both, 2)
        for unit in 0..<3 {
            let lanes = both[unit * 16..<(unit + 1) * 16]
            #expect(lanes.prefix(8).map(\.bitPattern) == ordinary[unit * 8..<(unit + 1) * 8].map(\.bitPattern))
            #expect(lanes.dropFirst(9).allSatisfy { $0 > 0 && $0 < 1 })
            #expect(huge.isInfinite || lanes[unit * 16 + 8].isNaN == huge.isNaN)
        }
    }

    @Test("A layer's logits are sums in the order of its inputs", arguments: 1...5, [1, 2, 3])
    func layers(inputCount: Int, unitCount: Int) {
        // Five lane vectors: a strip of four, and one.
        let count = 40
        let inputs = (0..<inputCount * count).map { 1 / Double($0 + 3) - 0.01 }
        let parameters = (0..<unitCount * (1 + inputCount)).map { Double($0 % 7) / 3 - 1 }
        var results: [[Double]] = []
        for layer in [kernels.logitLayer, kernels.reluLayer, kernels.tanhLayer, kernels.sigmoidLayer] {
            var outputs = [Double](repeating: 0, count: unitCount * count)
            layer(parameters, unitCount, inputs, inputCount, &outputs, 5)
            results.append(outputs)
        }
        for unit in 0..<unitCount {
            for point in 0..<count {
                let bias = unit * (1 + inputCount)
                var z = parameters[bias]
                for j in 0..<inputCount { z += parameters[bias + 1 + j] * inputs[j * count + point] }
                let index = unit * count + point
                #expect(results[0][index] == z)
                #expect(results[1][index] == max(z, 0))
                let tangent: Double = tanh(z)
                #expect(abs(results[2][index] - tangent) <= 4 * tangent.ulp)
                let sigmoid: Double = 1 / (1 + .exp(-z))
                #expect(abs(results[3][index] - sigmoid) <= 1e-15)
            }
        }
    }

    @Test("Hyperbolic tangents are within 4 ulp of the C library's, and odd, from the smallest number to the largest")
    func hyperbolicTangents() {
        // The exponents of all doubles, and the same logits as above.
        let powers = (-1074...1023).map { exponent in (0x1.6a09ep0 as Double) * scalbn(1, exponent) }
        let numbers = (logits.map { $0 / 20 } + powers).map { abs($0) }
        let padding = [Double](repeating: 1, count: (8 - numbers.count % 8) % 8)
        let rows = activations(of: numbers + padding, units: [(0, 1), (-0.0, -1)], kernels.tanhLayer)
        let (row, negative) = (rows[0], rows[1])
        for (index, z) in numbers.enumerated() {
            let expected: Double = tanh(z)
            #expect(abs(row[index] - expected) <= 4 * expected.ulp, "tanh(\(z))")
            #expect(row[index] <= 1 && negative[index] == -row[index])
        }
    }

    @Test("Hyperbolic tangents keep zeros with their signs, end at ±1, and are no number where the logit is none")
    func extremeTangents() {
        // A sum with −0 keeps the sign of its other part.
        let inputs = [0, -0.0, .infinity, -.infinity, .nan, 19.2, -1e300, tiny]
        let row = activations(of: inputs, units: [(-0.0, 1)], kernels.tanhLayer)[0]
        #expect(row[0].bitPattern == 0 && row[1].bitPattern == (-0.0).bitPattern)
        #expect(row[2] == 1 && row[3] == -1 && row[5] == 1 && row[6] == -1)
        #expect(row[4].isNaN)
        #expect(row[7] == tiny)
    }

    @Test("A rectifier keeps what is above 0")
    func rectifiers() {
        let inputs = [-3, -tiny, -0.0, 0, tiny, 3, .infinity, .nan]
        let row = activations(of: inputs, units: [(-0.0, 1)], kernels.reluLayer)[0]
        #expect(row[..<4].map(\.bitPattern) == [0, 0, 0, 0])
        #expect(Array(row[4..<7]) == [tiny, 3, .infinity])
        #expect(row[7].isNaN)
    }

    @Test("Backpropagation weighs the deltas above, times the derivative of the activation", arguments: [1, 2, 3])
    func backpropagation(unitCount: Int) {
        // Two inputs; every product and sum of these numbers is exact.
        let activations: [Double] = [0, 0.25, 0.5, 1, -0.5, -1, 0.125, 0.75, 1, 0.5, 0.25, 0, -1, -0.25, 0.5, -0.75]
        let parameters: [Double] = [99, 2, 1, 99, -1, 4, 99, 0.5, -3]
        let deltas = (0..<8 * unitCount).map { Double($0) - 7 }
        let derivatives: [(Double) -> Double] = [{ $0 * (1 - $0) }, { 1 - $0 * $0 }, { $0 > 0 ? 1 : 0 }]
        for (backpropagate, derivative) in zip(
            [kernels.backpropagateSigmoid, kernels.backpropagateTanh, kernels.backpropagateReLU], derivatives)
        {
            var rows = activations
            var sums = [Double](repeating: 100, count: 3 * unitCount)
            backpropagate(parameters, deltas, unitCount, &rows, 2, &sums, 1)
            for input in 0..<2 {
                for point in 0..<8 {
                    let sum = (0..<unitCount).reduce(0) { $0 + parameters[3 * $1 + 1 + input] * deltas[8 * $1 + point] }
                    #expect(rows[8 * input + point] == sum * derivative(activations[8 * input + point]))
                }
            }
            var expected = [Double](repeating: 100, count: 3 * unitCount)
            kernels.addGradient(deltas, unitCount, activations, 2, &expected, 1)
            #expect(sums == expected)
        }
    }

    @Test("Exponentials are within 2 ulp, and e^−708 at the least")
    func exponentials() {
        let exponents = logits.map { min($0, 708) }
        var row = exponents.map { $0 - 4 }
        kernels.exponentials(&row, 2, [Double](repeating: 2, count: row.count), row.count / 8)
        for (result, x) in zip(row, exponents.map { ($0 - 4) + 4 }) {
            let expected: Double = .exp(max(x, -708))
            #expect(abs(result - expected) <= 2 * expected.ulp)
        }
    }

    @Test("From a product of exponentials come the sigmoid and the hyperbolic tangent, alone and in pairs")
    func separable() {
        let columns: [Double] = [0, 1e-300, 1e-3, 0.5, 1, 3, 1e70, 1e150]
        let sigmoid = { (e: Double) in 1 / (1 + e) }
        let tangent = { (e: Double) in (1 - e) / (1 + e) }
        for (pair, single, function) in [
            (kernels.separableSigmoidPair, kernels.separableSigmoid, sigmoid),
            (kernels.separableTanhPair, kernels.separableTanh, tangent),
        ] {
            var alone = columns
            var (first, second) = (columns, columns)
            single(0.5, columns, &alone, 1)
            pair(0.5, columns, &first, 2, Array(columns.reversed()), &second, 1)
            for index in columns.indices {
                let (e, f) = (0.5 * columns[index], 2 * columns[7 - index])
                #expect(abs(alone[index] - function(e)) <= 2 * function(e).ulp)
                #expect(abs(first[index] - function(e)) <= 4 * function(e).ulp)
                #expect(abs(second[index] - function(f)) <= 4 * function(f).ulp)
            }
        }
    }

    @Test(
        "Quotients are summed by one division for each group, and a row ends where it ends",
        arguments: [[1], [2], [3], [4], [1, 1], [4, 1], [2, 3], [1, 4], [4, 4, 1]], [16, 13, 9, 8, 5, 1])
    func quotients(unitCounts: [Int], count: Int) {
        let weights: [Double] = [2, -3, 0.5, 100, -1, 7, 1, 1, -20]
        let shifts: [Double] = [0.5, 2, -30, 7, 1, -800, 0, 3, -1] + [Double](repeating: 0, count: 8)
        let slopes: [Double] = [0.25, -1, 3, -2, 4, 1, 0, -6, 0] + [Double](repeating: 0, count: 8)
        let columns: [Double] = (0..<9 * 16).map { index in scalbn(1 + Double(index % 7), index % 40 - 20) }
        let unitCount = unitCounts.reduce(0, +)
        let y = 0.5
        var sums = [Double](repeating: .nan, count: 16)
        withSeparableSum(0.25, weights, shifts, slopes, columns: columns, width: 2, unitCounts) { sum in
            kernels.separableSums(sum, y, &sums, count)
        }
        for point in 0..<count {
            let quotients = (0..<unitCount).map { unit -> Double in
                let factor: Double = .exp(shifts[unit] + y * slopes[unit])
                return weights[unit] / (1 + factor * columns[16 * unit + point])
            }
            let size = quotients.reduce(0.25) { $0 + abs($1) }
            #expect(abs(sums[point] - quotients.reduce(0.25, +)) <= 16 * size.ulp)
        }
        #expect(sums[count...].allSatisfy { $0.isNaN })
    }

    @Test("Cross-entropy and its derivative are softplus(z) − y·z and sigmoid(z) − y", arguments: [0.0, 1.0])
    func crossEntropy(label: Double) {
        for z in logits where abs(z) <= 700 {
            for outputCount in [1, 2] {
                // One point; the others are padding. The second output's logit is −z, and its label never the point's.
                var rows = [Double](repeating: z, count: 8) + [Double](repeating: -z, count: 8)
                let sum = kernels.crossEntropy(&rows, outputCount, [label, -1, -1, -1, -1, -1, -1, -1], 1, 1)
                let cost = sum.linear + .log1p(sum.productLessOne)
                let signed = label == 1 ? [-z, -z] : [z, -z]
                let expected = signed[..<outputCount].reduce(0) { $0 + max($1, 0) + .log1p(.exp(-abs($1))) }
                #expect(abs(cost - expected) <= 1e-15 * expected)
                for (output, signed) in signed[..<outputCount].enumerated() {
                    let sigmoid: Double = 1 / (1 + .exp(-signed))
                    let delta = output == 0 && label == 1 ? -sigmoid : sigmoid
                    #expect(abs(rows[8 * output] - delta) <= 1e-15 * sigmoid)
                    #expect(rows[8 * output + 1..<8 * output + 8].allSatisfy { $0 == 0 })
                }
            }
        }
    }

    @Test("Costs of huge logits are finite and exact")
    func hugeLogits() {
        var row: [Double] = [1e300, -1e300, 1e4, -1e4, 0, 0, 0, 0]
        let sum = kernels.crossEntropy(&row, 1, [0, 1, 0, 1, -1, -1, -1, -1], 1, 1)
        #expect(sum.linear == 2e300 && sum.productLessOne < 1e-300)
        #expect(Array(row[..<4]) == [1, -1, 1, -1])
    }

    @Test("The product of as many factors of 2 as a block may have is finite")
    func undecidedBlock() {
        var rows = [Double](repeating: 0, count: 2 * 8 * 60)
        let sum = kernels.crossEntropy(&rows, 2, [Double](repeating: 1, count: 8 * 60), 0, 60)
        #expect(sum.linear == 0 && sum.productLessOne == 0x1p960 - 1)
    }

    @Test("Products are summed for the bias and every input, odd counts included", arguments: [1, 2, 3, 5], [1, 2, 3])
    func products(inputCount: Int, unitCount: Int) {
        let deltas = (0..<16 * unitCount).map { Double($0 + 1) }
        let inputs = (0..<16 * inputCount).map { Double($0 % 7) }
        var sums = [Double](repeating: 100, count: unitCount * (1 + inputCount))
        kernels.addGradient(deltas, unitCount, inputs, inputCount, &sums, 2)
        for unit in 0..<unitCount {
            let own = deltas[16 * unit..<16 * (unit + 1)]
            #expect(sums[unit * (1 + inputCount)] == 100 + own.reduce(0, +))
            for input in 0..<inputCount {
                let products = zip(own, inputs[16 * input..<16 * (input + 1)]).map { $0 * $1 }
                #expect(sums[unit * (1 + inputCount) + 1 + input] == 100 + products.reduce(0, +))
            }
        }
    }
}
