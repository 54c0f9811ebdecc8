import Geometry

/// The parameters of a unit of the first layer, and its row.
struct FirstLayerUnit: Sendable {
    let row: Int
    let bias: Double
    let weightX: Double
    let weightY: Double

    init(row: Int, bias: Double, weightX: Double, weightY: Double) {
        self.row = row
        self.bias = bias
        self.weightX = weightX
        self.weightY = weightY
    }

    /// Creates unit `row` of `network`.
    init(_ row: Int, of network: NeuralNetwork) {
        self.init(
            row: row, bias: network.theta[3 * row], weightX: network.theta[3 * row + 1],
            weightY: network.theta[3 * row + 2])
    }

    /// Returns the unit whose logit is `factor` times as large.
    func scaled(by factor: Double) -> FirstLayerUnit {
        FirstLayerUnit(row: row, bias: factor * bias, weightX: factor * weightX, weightY: factor * weightY)
    }

    /// The greatest value of −z over a grid, as the sum of a part of the columns and one of the rows.
    struct Exponent {
        let ofColumns: Double
        let ofRows: Double

        var total: Double { ofColumns + ofRows }
    }

    func exponent(over grid: RegularGrid) -> Exponent {
        Exponent(
            ofColumns: max(-weightX * grid.x[0], -weightX * grid.x[grid.columnCount - 1]) - bias,
            ofRows: max(-weightY * grid.y[0], -weightY * grid.y[grid.rowCount - 1]))
    }
}

extension FirstLayerUnit {
    /// Writes the activations at height `y` for the columns at `xs`, without a product of exponentials.
    func evaluate(_ activation: Activation, y: Double, xs: ArraySlice<Lanes>, into row: UnsafeMutablePointer<Lanes>) {
        xs.withUnsafeBufferPointer { xs in
            guard let start = xs.baseAddress else { return }
            // Along a row of the grid, a unit of one input.
            activation.evaluateLayer([bias + weightY * y, weightX], 1, start.numbers, 1, row.numbers, xs.count)
        }
    }
}

extension Activation {
    /// The argument of the exponential as a multiple of −z; nil if the activation has no exponential.
    ///
    /// The hyperbolic tangent of z is 2σ(2z) − 1.
    var exponentFactor: Double? {
        switch self {
        case .sigmoid: 1
        case .tanh: 2
        case .relu: nil
        }
    }
}
