import CRowKernels
import ElementaryFunctions

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
        // Two outputs at a time, which share their divisions.
        for output in stride(from: 0, to: forward.outputCount, by: 2) {
            let logits = rows + (forward.firstLogitRow + output) * width
            let sum = Kernels.widest.crossEntropy(
                logits.numbers, min(2, forward.outputCount - output), labels.numbers, Double(output), width)
            cost += sum.linear + .log1p(sum.productLessOne)
        }
        return cost
    }

    /// Adds Σ δ·input of every weight, and Σ δ of every bias, to `sums`, which is laid out like theta.
    func addGradient(to sums: UnsafeMutablePointer<Double>) {
        for index in forward.layers.indices.reversed() {
            let layer = forward.layers[index]
            let inputs = (rows + forward.firstRows[index] * width).numbers
            let deltas = (rows + forward.firstRows[index + 1] * width).numbers
            if index > 0 {
                forward.activation.backpropagate(
                    theta + layer.start, deltas, layer.outputCount, inputs, layer.inputCount, sums + layer.start, width)
            } else {
                Kernels.widest.addGradient(
                    deltas, layer.outputCount, inputs, layer.inputCount, sums + layer.start, width)
            }
        }
    }
}
