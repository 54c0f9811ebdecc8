import CRowKernels

/// The evaluation of a network for a block of points: every layer's activations, from the inputs to the logits.
///
/// The numbers of a unit make a row of lane vectors, one number per point. The rows of all units follow each other in
/// the order of the layers, inputs first: row `r` begins at lane vector `r·width`. The last layer's rows hold logits,
/// not activations, since neither the cost nor the class of a point needs the sigmoid of its outputs.
struct ForwardPass: Sendable {
    let activation: Activation
    let layers: [NetworkShape.Layer]
    /// The row of each layer's first unit, inputs first.
    let firstRows: [Int]
    /// The number of rows of all layers together.
    let rowCount: Int
    let parameterCount: Int

    init(shape: NetworkShape) {
        activation = shape.activation
        layers = shape.layers
        parameterCount = shape.parameterCount
        var next = 0
        firstRows = shape.unitCounts.map { count in
            defer { next += count }
            return next
        }
        rowCount = next
    }

    /// The row of the first output.
    var firstLogitRow: Int { firstRows[firstRows.count - 1] }

    var outputCount: Int { rowCount - firstLogitRow }

    /// Writes the class of each point of a block: the index of the largest logit, the lowest on a tie.
    func writeClasses(
        of rows: UnsafePointer<Lanes>, width: Int, to classes: UnsafeMutableBufferPointer<Int>
    ) {
        let logits = (rows + firstLogitRow * width).numbers
        let stride = width * Lanes.scalarCount
        for point in classes.indices {
            var best = 0
            for output in 1..<outputCount where logits[output * stride + point] > logits[best * stride + point] {
                best = output
            }
            classes[point] = best
        }
    }

    /// Computes all rows that follow from those of layer `first`.
    ///
    /// - Parameters:
    ///   - theta: the parameters of the network.
    ///   - rows: `rowCount × width` lane vectors; those of layer `first` are read, those of later layers written.
    ///   - width: lane vectors per row.
    ///   - first: the layer whose rows are given; defaults to 0, the inputs.
    func run(
        theta: UnsafePointer<Double>, rows: UnsafeMutablePointer<Lanes>, width: Int, from first: Int = 0
    ) {
        for index in first..<layers.count {
            let layer = layers[index]
            let evaluate = index + 1 < layers.count ? activation.evaluateLayer : Kernels.widest.logitLayer
            evaluate(
                theta + layer.start, layer.outputCount, (rows + firstRows[index] * width).numbers, layer.inputCount,
                (rows + firstRows[index + 1] * width).numbers, width)
        }
    }
}
