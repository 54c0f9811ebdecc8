import CRowKernels

extension Activation {
    /// Evaluates a layer: from its parameters, the rows of its inputs and their numbers, the rows of its activations. The
    /// last argument is the number of lane vectors per row.
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

    /// Adds what a layer contributes to the gradient, from its parameters and the rows of its deltas, and replaces its
    /// inputs, which are activations of this kind, by the deltas of the layer below.
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
