/// A unit of the first hidden layer: the line on which its logit is 0, and its influence on the decision.
public struct FirstLayerLine: Hashable, Sendable {
    /// The logit at the origin.
    public let bias: Double
    /// The change of the logit per unit of x.
    public let weightX: Double
    /// The change of the logit per unit of y.
    public let weightY: Double
    /// The absolute weight of the unit in the decision, 0 or greater; see `NeuralNetwork.firstLayerLines`.
    public let influence: Double
}

extension NeuralNetwork {
    /// The units of the first hidden layer, in order; empty without hidden layers.
    ///
    /// With W the weights of the later layers without biases, C = W_L·…·W_2 has a row per class and a column per unit of
    /// the first layer. The influence of unit j is max_k C_kj − min_k C_kj, the greatest difference that it makes between
    /// two logits: with one hidden layer exactly, with several on condition that the units between pass everything on.
    /// That of a rectifier, which bends the response by its own slope, is multiplied by √(w_x² + w_y²).
    public var firstLayerLines: [FirstLayerLine] {
        guard shape.hasHiddenLayers else { return [] }
        var products = (0..<shape.outputCount).map { output in
            (0..<shape.outputCount).map { $0 == output ? 1.0 : 0 }
        }
        for layer in shape.layers.dropFirst().reversed() {
            products = products.map { row in
                (0..<layer.inputCount).map { input in
                    row.indices.reduce(0) { sum, unit in
                        sum + row[unit] * theta[layer.start + unit * layer.rowLength + 1 + input]
                    }
                }
            }
        }
        return (0..<shape.unitCounts[1]).map { unit in
            let column = products.map { $0[unit] }
            let (weightX, weightY) = (theta[3 * unit + 1], theta[3 * unit + 2])
            let slope = shape.activation == .relu ? (weightX * weightX + weightY * weightY).squareRoot() : 1
            return FirstLayerLine(
                bias: theta[3 * unit], weightX: weightX, weightY: weightY,
                influence: ((column.max() ?? 0) - (column.min() ?? 0)) * slope)
        }
    }
}
