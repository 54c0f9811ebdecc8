import ElementaryFunctions

/// The evaluation of a network for a block of points: every layer's activations, from the inputs to the logits.
///
/// The numbers of a unit make a row of lane vectors, one number per point. The rows of all units follow each other in the
/// order of the layers, inputs first: row `r` begins at vector `r·width`. The last layer's rows hold logits, not activations:
/// neither the cost nor the class of a point needs the sigmoid of its outputs.
public struct ForwardPass: Sendable {
    let layers: [NetworkShape.Layer]
    /// The row of each layer's first unit, inputs first.
    let firstRows: [Int]
    /// The number of rows of all layers together.
    public let rowCount: Int
    let parameterCount: Int

    public init(shape: NetworkShape) {
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
    public var firstLogitRow: Int { firstRows[firstRows.count - 1] }

    var outputCount: Int { rowCount - firstLogitRow }

    /// Computes all rows that follow from `first`, the inputs unless told otherwise.
    ///
    /// - Parameters:
    ///   - theta: the parameters of the network.
    ///   - rows: `rowCount × width` lane vectors; those of layer `first` are read, those of later layers written.
    ///   - width: lane vectors per row.
    ///   - first: the layer whose rows are given; 0 for the inputs, 1 for the first hidden layer.
    public func run(
        theta: UnsafePointer<Double>, rows: UnsafeMutablePointer<Lanes>, width: Int, from first: Int = 0
    ) {
        for index in first..<layers.count {
            let layer = layers[index]
            let inputs = UnsafePointer(rows + firstRows[index] * width)
            let outputs = rows + firstRows[index + 1] * width
            let isHidden = index + 1 < layers.count
            for unit in 0..<layer.outputCount {
                let parameters = theta + layer.start + unit * layer.rowLength
                let output = outputs + unit * width
                if layer.inputCount == 2 {
                    Self.affine(parameters, inputs: inputs, count: 2, output: output, width: width)
                } else {
                    Self.affine(parameters, inputs: inputs, count: layer.inputCount, output: output, width: width)
                }
                if isHidden { Self.applySigmoid(output, width: width) }
            }
        }
    }

    /// A row of bias + Σ weightⱼ·inputⱼ, summed in the order of the inputs.
    @inline(__always)
    private static func affine(
        _ parameters: UnsafePointer<Double>, inputs: UnsafePointer<Lanes>, count: Int,
        output: UnsafeMutablePointer<Lanes>, width: Int
    ) {
        for vector in 0..<width {
            var z = Lanes(repeating: parameters[0])
            for input in 0..<count {
                z += parameters[1 + input] * inputs[input * width + vector]
            }
            output[vector] = z
        }
    }

    private static func applySigmoid(_ row: UnsafeMutablePointer<Lanes>, width: Int) {
        for vector in 0..<width {
            row[vector] = 1 / (1 + Lanes.exp(-row[vector]))
        }
    }
}
