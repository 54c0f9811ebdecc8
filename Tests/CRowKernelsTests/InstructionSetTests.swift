import CRowKernels
import Testing

/// Rows of numbers of all sizes, the same in every run.
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

/// Everything that the kernels of one instruction set compute from the same numbers.
private func results(of kernels: RowKernels, width: Int) -> [Double] {
    var numbers = Numbers(state: 42)
    let count = 8 * width
    let parameters = numbers.row(6, in: -3...3)
    let inputs = numbers.row(5 * count, in: -2...2)
    var results: [Double] = []

    var row = [Double](repeating: 0, count: count)
    kernels.affine(parameters, inputs, 5, &row, width)
    results += row

    var first = numbers.row(count, in: -40...40)
    var second = numbers.row(count, in: -800...800)
    second[0] = .nan
    second[1] = .infinity
    second[2] = -.infinity
    kernels.sigmoidPair(&first, &second, width)
    results += first + second
    row = numbers.row(count, in: -40...40)
    kernels.sigmoid(&row, width)
    results += row

    for kernel in [kernels.tanh, kernels.relu] {
        row = numbers.row(count, in: -40...40)
        for index in 0..<count / 2 { row[index] /= 100 }
        row[0] = .nan
        row[1] = .infinity
        row[2] = -.infinity
        kernel(&row, width)
        results += row
    }

    var logits = numbers.row(count, in: -900...900)
    for index in 0..<count / 2 { logits[index] /= 100 }
    let labels = (0..<count).map { Double($0 % 4) - 1 }
    results.append(kernels.crossEntropy(&logits, labels, 1, width))
    results += logits

    var sums = numbers.row(6, in: -1...1)
    kernels.addProducts(logits, inputs, 5, &sums, width)
    results += sums

    for backpropagate in [kernels.backpropagateSigmoid, kernels.backpropagateTanh, kernels.backpropagateReLU] {
        for count in [2, 3] {
            var activations = numbers.row(8 * width, in: -1...1)
            backpropagate(&activations, parameters, 2, inputs, count, width)
            results += activations
        }
    }

    let columns = numbers.row(2 * count, in: 0...1e6)
    first = row
    for (pair, single) in [
        (kernels.separableSigmoidPair, kernels.separableSigmoid), (kernels.separableTanhPair, kernels.separableTanh),
    ] {
        pair(0.5, columns, &first, 1e-3, Array(columns[count...]), &second, width)
        results += first + second
        single(1e-6, columns, &row, width)
        results += row
    }
    columns.withUnsafeBufferPointer { columns in
        guard let columns = columns.baseAddress else { return }
        let terms = [(3.0, 0.5, 0), (-2, 1e-3, 1), (0.1, 7, 0), (5, 1e-6, 1)].map { weight, factor, row in
            SeparableTerm(weight: weight, factor: factor, columns: columns + row * count)
        }
        for number in 1...4 {
            kernels.addSeparable(terms, number, &row, width)
            results += row
        }
    }
    return results
}

@Suite("The kernels of the instruction sets")
struct InstructionSetTests {
    /// Those that this processor has.
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
