import CRowKernels
import Testing

/// Reproducible rows of numbers of all magnitudes.
private struct Numbers {
    var state: UInt64

    mutating func next(in range: ClosedRange<Double>) -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Double(state >> 11) * 0x1p-53 * (range.upperBound - range.lowerBound)
    }

    mutating func row(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
        (0..<count).map { _ in next(in: range) }
    }
}

/// Passes a sum with pointers into the arrays to a closure.
func withSeparableSum(
    _ start: Double, _ weights: [Double], _ shifts: [Double], _ slopes: [Double], columns: [Double], width: Int,
    _ unitCounts: [Int], _ body: (UnsafePointer<SeparableSum>) -> Void
) {
    weights.withUnsafeBufferPointer { weights in
        shifts.withUnsafeBufferPointer { shifts in
            slopes.withUnsafeBufferPointer { slopes in
                columns.withUnsafeBufferPointer { columns in
                    unitCounts.withUnsafeBufferPointer { unitCounts in
                        guard let weights = weights.baseAddress, let shifts = shifts.baseAddress,
                            let slopes = slopes.baseAddress, let columns = columns.baseAddress,
                            let first = unitCounts.baseAddress
                        else { return }
                        var sum = SeparableSum(
                            start: start, weights: weights, shifts: shifts, slopes: slopes, columns: columns,
                            columnStride: width, unitCounts: first, groupCount: unitCounts.count)
                        body(&sum)
                    }
                }
            }
        }
    }
}

/// All results of the kernels of one instruction set for the same numbers.
private func results(of kernels: RowKernels, width: Int) -> [Double] {
    var numbers = Numbers(state: 42)
    let count = 8 * width
    let inputs = numbers.row(5 * count, in: -2...2)
    var results: [Double] = []

    var row = [Double](repeating: 0, count: count)
    var first = row
    var second = row
    // Layers of one, two and three units with two and five inputs; some logits are NaN or too large for an exponential.
    for layer in [kernels.sigmoidLayer, kernels.tanhLayer, kernels.reluLayer, kernels.logitLayer] {
        for (unitCount, inputCount) in [(1, 2), (2, 2), (3, 2), (3, 5)] {
            for scale in [1, 300.0] {
                let parameters = numbers.row(unitCount * (1 + inputCount), in: -scale...scale)
                var inputs = inputs
                inputs[0] = .nan
                inputs[1] = .infinity
                inputs[2] = -.infinity
                var outputs = [Double](repeating: 0, count: unitCount * count)
                layer(parameters, unitCount, inputs, inputCount, &outputs, width)
                results += outputs
            }
        }
    }

    let labels = (0..<count).map { Double($0 % 4) - 1 }
    var deltas: [Double] = []
    for outputCount in [1, 2] {
        var logits = numbers.row(outputCount * count, in: -900...900)
        for index in 0..<count / 2 { logits[index] /= 100 }
        let cost = kernels.crossEntropy(&logits, outputCount, labels, 1, width)
        results += [cost.linear, cost.productLessOne]
        results += logits
        deltas += logits
    }

    for (unitCount, inputCount) in [(1, 1), (2, 2), (3, 4), (2, 5)] {
        let weights = numbers.row(unitCount * (1 + inputCount), in: -3...3)
        var sums = numbers.row(unitCount * (1 + inputCount), in: -1...1)
        kernels.addGradient(deltas, unitCount, inputs, inputCount, &sums, width)
        results += sums
        for backpropagate in [kernels.backpropagateSigmoid, kernels.backpropagateTanh, kernels.backpropagateReLU] {
            var activations = numbers.row(inputCount * count, in: -1...1)
            backpropagate(weights, deltas, unitCount, &activations, inputCount, &sums, width)
            results += activations
            results += sums
        }
    }

    var exponents = numbers.row(count, in: -900...500)
    kernels.exponentials(&exponents, 3, numbers.row(count, in: -50...50), width)
    results += exponents

    let columns = numbers.row(2 * count, in: 0...1e6)
    for (pair, single) in [
        (kernels.separableSigmoidPair, kernels.separableSigmoid), (kernels.separableTanhPair, kernels.separableTanh),
    ] {
        pair(0.5, columns, &first, 1e-3, Array(columns[count...]), &second, width)
        results += first + second
        single(1e-6, columns, &row, width)
        results += row
    }
    let units = numbers.row(5 * count, in: 0...1e6)
    let weights = numbers.row(5, in: -3...3)
    let shifts = numbers.row(16, in: -300...100)
    let slopes = numbers.row(16, in: -100...100)
    for unitCounts in [[1], [2], [3], [4], [1, 2], [3, 1], [4, 1], [1, 1, 1, 1]] {
        for rest in 0..<8 {
            withSeparableSum(0.25, weights, shifts, slopes, columns: units, width: width, unitCounts) { sum in
                kernels.separableSums(sum, 1.5, &row, count - rest)
            }
            results += row
        }
    }
    return results
}

@Suite("The kernels of the instruction sets")
struct InstructionSetTests {
    /// The instruction sets of this processor.
    private let sets = (0..<8).compactMap { rowKernelsAt($0)?.pointee }

    @Test("give the same bits as the baseline", arguments: [1, 2, 25, 32])
    func sameBits(width: Int) throws {
        let baseline = results(of: try #require(sets.first), width: width).map(\.bitPattern)
        for kernels in sets.dropFirst() {
            let bits = results(of: kernels, width: width).map(\.bitPattern)
            let differences = zip(bits, baseline).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
            #expect(differences.isEmpty, "\(String(cString: kernels.instructionSet)) differs")
        }
    }

    @Test("include the baseline, and the one in use is the last that the processor has")
    func choice() throws {
        #expect(String(cString: try #require(sets.first).instructionSet) == "baseline")
        let widest = String(cString: rowKernels().pointee.instructionSet)
        #expect(widest == String(cString: try #require(sets.last).instructionSet))
    }
}
