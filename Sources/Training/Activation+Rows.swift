import CRowKernels

extension Activation {
    /// Replaces the logits of units by their activations.
    ///
    /// - Parameters:
    ///   - rows: `unitCount` rows, one after the other.
    ///   - width: lane vectors per row.
    package func replaceLogits(_ rows: UnsafeMutablePointer<Lanes>, unitCount: Int, width: Int) {
        let kernels = Kernels.widest
        switch self {
        case .sigmoid:
            // Two units at a time, which share their divisions.
            for unit in stride(from: 0, to: unitCount - 1, by: 2) {
                kernels.sigmoidPair((rows + unit * width).numbers, (rows + (unit + 1) * width).numbers, width)
            }
            if !unitCount.isMultiple(of: 2) { kernels.sigmoid((rows + (unitCount - 1) * width).numbers, width) }
        case .tanh: kernels.tanh(rows.numbers, unitCount * width)
        case .relu: kernels.relu(rows.numbers, unitCount * width)
        }
    }

    /// Replaces the activations of one unit by the derivatives by its logits: the sum of weights times `deltas`, times
    /// the derivative of the activation.
    ///
    /// - Parameters:
    ///   - row: a row of activations.
    ///   - weights: the unit's weight in each unit of the layer above, `stride` apart.
    ///   - deltas: a row for each of the `count` units of the layer above.
    ///   - width: lane vectors per row.
    func replaceActivations(
        _ row: UnsafeMutablePointer<Lanes>, weights: UnsafePointer<Double>, stride: Int,
        deltas: UnsafeMutablePointer<Lanes>, count: Int, width: Int
    ) {
        let kernels = Kernels.widest
        let backpropagate =
            switch self {
            case .sigmoid: kernels.backpropagateSigmoid
            case .tanh: kernels.backpropagateTanh
            case .relu: kernels.backpropagateReLU
            }
        backpropagate(row.numbers, weights, stride, deltas.numbers, count, width)
    }
}
