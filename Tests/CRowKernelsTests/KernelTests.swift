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

    @Test("Sigmoids are within 3 ulp of 1 / (1 + e^−z), alone and in pairs")
    func sigmoids() {
        var alone = logits
        kernels.sigmoid(&alone, alone.count / 8)
        var (first, second) = (logits, logits.map { -$0 })
        kernels.sigmoidPair(&first, &second, first.count / 8)
        for (index, z) in logits.enumerated() where abs(z) <= 350 {
            let expected: Double = 1 / (1 + .exp(-z))
            let opposite: Double = 1 / (1 + .exp(z))
            #expect(abs(alone[index] - expected) <= 3 * expected.ulp)
            #expect(abs(first[index] - expected) <= 3 * expected.ulp)
            #expect(abs(second[index] - opposite) <= 3 * opposite.ulp)
        }
    }

    @Test("Far below, a sigmoid is e^−350; a logit that is not a number gives none")
    func extremes() {
        var row = [-1e300, -.infinity, .infinity, 1e300, .nan, 0, 710, -710]
        kernels.sigmoid(&row, 1)
        #expect(row[0] == row[1] && row[0] > 0 && row[0] < 1e-151)
        #expect(row[2] == 1 && row[3] == 1 && row[6] == 1)
        #expect(row[4].isNaN)
        #expect(row[5] == 0.5)
    }

    @Test("Hyperbolic tangents are within 4 ulp of the C library's, and odd, from the smallest number to the largest")
    func hyperbolicTangents() {
        // The exponents of all doubles, and the same logits as above.
        let powers = (-1074...1023).map { exponent in (0x1.6a09ep0 as Double) * scalbn(1, exponent) }
        let numbers = (logits.map { $0 / 20 } + powers).map { abs($0) }
        let padding = [Double](repeating: 1, count: (8 - numbers.count % 8) % 8)
        var row = numbers + padding
        var negative = row.map { -$0 }
        kernels.tanh(&row, row.count / 8)
        kernels.tanh(&negative, row.count / 8)
        for (index, z) in numbers.enumerated() {
            let expected: Double = tanh(z)
            #expect(abs(row[index] - expected) <= 4 * expected.ulp, "tanh(\(z))")
            #expect(row[index] <= 1 && negative[index] == -row[index])
        }
    }

    @Test("Hyperbolic tangents keep zeros with their signs, end at ±1, and are no number where the logit is none")
    func extremeTangents() {
        var row = [0, -0.0, .infinity, -.infinity, .nan, 19.2, -1e300, tiny]
        kernels.tanh(&row, 1)
        #expect(row[0].bitPattern == 0 && row[1].bitPattern == (-0.0).bitPattern)
        #expect(row[2] == 1 && row[3] == -1 && row[5] == 1 && row[6] == -1)
        #expect(row[4].isNaN)
        #expect(row[7] == tiny)
    }

    @Test("A rectifier keeps what is above 0")
    func rectifiers() {
        var row = [-3, -tiny, -0.0, 0, tiny, 3, .infinity, .nan]
        kernels.relu(&row, 1)
        #expect(row[..<4].map(\.bitPattern) == [0, 0, 0, 0])
        #expect(Array(row[4..<7]) == [tiny, 3, .infinity])
        #expect(row[7].isNaN)
    }

    @Test("Backpropagation weighs the deltas above, times the derivative of the activation", arguments: [1, 2, 3])
    func backpropagation(count: Int) {
        let activations: [Double] = [0, 0.25, 0.5, 1, -0.5, -1, 1e-300, 0.75]
        let weights = [2, 99, -1, 99, 0.5]
        let deltas = (0..<8 * count).map { Double($0) - 7 }
        let factors: [([Double], (Double) -> Double)] = [
            (backpropagated(activations, kernels.backpropagateSigmoid), { $0 * (1 - $0) }),
            (backpropagated(activations, kernels.backpropagateTanh), { 1 - $0 * $0 }),
            (backpropagated(activations, kernels.backpropagateReLU), { $0 > 0 ? 1 : 0 }),
        ]
        func backpropagated(
            _ activations: [Double],
            _ kernel: (UnsafeMutablePointer<Double>, UnsafePointer<Double>, Int, UnsafePointer<Double>, Int, Int) ->
                Void
        ) -> [Double] {
            var row = activations
            kernel(&row, weights, 2, deltas, count, 1)
            return row
        }
        for (row, derivative) in factors {
            for point in 0..<8 {
                let sum = (0..<count).reduce(0) { $0 + weights[2 * $1] * deltas[8 * $1 + point] }
                #expect(row[point] == sum * derivative(activations[point]))
            }
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

    @Test("Quotients of one to four units are summed by one division", arguments: 1...4)
    func quotients(count: Int) {
        let weights: [Double] = [2, -3, 0.5, 100]
        let factors: [Double] = [0.5, 2, 1e-3, 7]
        let columns: [[Double]] = [
            [0, 1e-300, 1e-3, 0.5, 1, 3, 1e40, 1e70], [1e70, 1, 0, 1e-9, 2, 4, 8, 1], [1, 2, 3, 4, 5, 6, 7, 8],
            [1e60, 0, 1e60, 0, 1, 1, 2, 2],
        ]
        var sums = [Double](repeating: 0.25, count: 8)
        withLists(columns) { columns in
            let terms = (0..<count).map {
                SeparableTerm(weight: weights[$0], factor: factors[$0], columns: columns[$0])
            }
            kernels.addSeparable(terms, count, &sums, 1)
        }
        for point in 0..<8 {
            let quotients = (0..<count).map { weights[$0] / (1 + factors[$0] * columns[$0][point]) }
            let size = quotients.reduce(0.25) { $0 + abs($1) }
            #expect(abs(sums[point] - quotients.reduce(0.25, +)) <= 8 * size.ulp)
        }
    }

    /// Hands out pointers to each list.
    private func withLists(_ lists: [[Double]], _ body: ([UnsafePointer<Double>]) -> Void) {
        let pointers = lists.map { list in
            let pointer = UnsafeMutablePointer<Double>.allocate(capacity: list.count)
            pointer.initialize(from: list, count: list.count)
            return pointer
        }
        body(pointers.map { UnsafePointer($0) })
        for pointer in pointers { pointer.deallocate() }
    }

    @Test("Cross-entropy and its derivative are softplus(z) − y·z and sigmoid(z) − y", arguments: [0.0, 1.0])
    func crossEntropy(label: Double) {
        for z in logits where abs(z) <= 700 {
            var row = [Double](repeating: z, count: 8)
            // One point; the others are padding.
            let cost = kernels.crossEntropy(&row, [1, -1, -1, -1, -1, -1, -1, -1], label, 1)
            let signed = label == 1 ? -z : z
            let expected: Double = max(signed, 0) + .log1p(.exp(-abs(signed)))
            let sigmoid: Double = 1 / (1 + .exp(-signed))
            #expect(abs(cost - expected) <= 1e-15 * expected)
            #expect(abs(row[0] - (label == 1 ? -sigmoid : sigmoid)) <= 1e-15 * sigmoid)
            #expect(row[1...].allSatisfy { $0 == 0 })
        }
    }

    @Test("Costs of huge logits are finite and exact")
    func hugeLogits() {
        var row: [Double] = [1e300, -1e300, 1e4, -1e4, 0, 0, 0, 0]
        #expect(kernels.crossEntropy(&row, [0, 1, 0, 1, -1, -1, -1, -1], 1, 1) == 2e300)
        #expect(Array(row[..<4]) == [1, -1, 1, -1])
    }

    @Test("Products are summed for the bias and every input, odd counts included", arguments: [1, 2, 3])
    func products(count: Int) {
        let delta = (0..<16).map { Double($0 + 1) }
        let inputs = (0..<16 * count).map { Double($0 % 7) }
        var sums = [Double](repeating: 100, count: 1 + count)
        kernels.addProducts(delta, inputs, count, &sums, 2)
        #expect(sums[0] == 100 + 136)
        for input in 0..<count {
            let products = zip(delta, inputs[16 * input..<16 * (input + 1)]).map { $0 * $1 }
            #expect(sums[1 + input] == 100 + products.reduce(0, +))
        }
    }
}
