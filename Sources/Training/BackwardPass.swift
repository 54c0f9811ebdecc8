import CRowKernels

/// Backpropagation for a block of points: the sums of the gradient, from the rows that a forward pass has left.
///
/// Works in place: a layer's activations give way to the derivatives δ by its logits once nothing needs them any more.
struct BackwardPass {
    let forward: ForwardPass
    let theta: UnsafePointer<Double>
    /// As the forward pass leaves them.
    let rows: UnsafeMutablePointer<Lanes>
    /// Lane vectors per row.
    let width: Int

    /// Replaces the outputs' logits by δ = sigmoid(z) − y, and returns the block's sum of softplus(z) − y·z.
    ///
    /// - Parameter labels: one class index per point; −1 in padding, which contributes nothing.
    func replaceLogits(byLabels labels: UnsafeMutablePointer<Lanes>) -> Double {
        var cost = 0.0
        for output in 0..<forward.outputCount {
            let row = rows + (forward.firstLogitRow + output) * width
            cost += Kernels.widest.crossEntropy(row.numbers, labels.numbers, Double(output), width)
        }
        return cost
    }

    /// Adds Σ δ·input of every weight, and Σ δ of every bias, to `sums`, which is laid out like theta.
    func addGradient(to sums: UnsafeMutablePointer<Double>) {
        let kernels = Kernels.widest
        for index in forward.layers.indices.reversed() {
            let layer = forward.layers[index]
            let inputs = rows + forward.firstRows[index] * width
            let deltas = rows + forward.firstRows[index + 1] * width
            for unit in 0..<layer.outputCount {
                kernels.addProducts(
                    (deltas + unit * width).numbers, inputs.numbers, layer.inputCount,
                    sums + layer.start + unit * layer.rowLength, width)
            }
            guard index > 0 else { break }
            for unit in 0..<layer.inputCount {
                forward.activation.replaceActivations(
                    inputs + unit * width, weights: theta + layer.start + 1 + unit, stride: layer.rowLength,
                    deltas: deltas, count: layer.outputCount, width: width)
            }
        }
    }
}
