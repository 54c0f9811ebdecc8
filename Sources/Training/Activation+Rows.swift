import CRowKernels

extension Activation {
    /// The kernel that evaluates a layer. Its arguments: parameters, number of units, rows of inputs, number of inputs,
    /// rows of activations (written), lane vectors per row.
    var evaluateLayer:
        @convention(c) (
            UnsafePointer<Double>, Int, UnsafePointer<Double>, Int, UnsafeMutablePointer<Double>, Int
        ) -> Void
    {
        switch self {
        case .sigmoid: Kernels.widest.sigmoidLayer
        case .tanh: Kernels.widest.tanhLayer
        case .relu: Kernels.widest.reluLayer
        }
    }

    /// The kernel that adds the contribution of a layer to the gradient, and replaces its inputs, activations of this
    /// kind, by the deltas of the layer below. Its arguments: parameters, rows of deltas, number of units, rows of
    /// inputs, number of inputs, sums, lane vectors per row.
    var backpropagate:
        @convention(c) (
            UnsafePointer<Double>, UnsafePointer<Double>, Int, UnsafeMutablePointer<Double>, Int,
            UnsafeMutablePointer<Double>, Int
        ) -> Void
    {
        switch self {
        case .sigmoid: Kernels.widest.backpropagateSigmoid
        case .tanh: Kernels.widest.backpropagateTanh
        case .relu: Kernels.widest.backpropagateReLU
        }
    }
}
