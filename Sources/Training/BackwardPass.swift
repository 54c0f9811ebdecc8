import CRowKernels
import ElementaryFunctions

/// Backpropagation for a block of points: adds up the gradient from the rows of a forward pass.
///
/// Works in place: the derivatives δ by the logits of a layer overwrite its activations.
struct BackwardPass {
    let forward: ForwardPass
    let theta: UnsafePointer<Double>
    /// The rows of the forward pass.
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
