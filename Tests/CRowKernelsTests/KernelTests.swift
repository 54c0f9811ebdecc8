import CRowKernels
import ElementaryFunctions
import Testing

@Suite("The kernels")
struct KernelTests {
    private let kernels = rowKernels().pointee

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
