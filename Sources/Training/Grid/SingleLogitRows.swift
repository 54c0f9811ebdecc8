import ElementaryFunctions
import Geometry

/// The logit of a network with one output and one hidden layer, along the rows of a grid.
///
///     z = b + Σ v·σ(zᵢ) = b + Σ v / (1 + e^−zᵢ)
///
/// The exponentials are products of `SeparableUnits`, and up to four units share a division, since a sum of quotients
/// is one: v/P + w/Q = (v·Q + w·P) / (P·Q). No activation is kept. With hyperbolic tangents v·tanh(zᵢ) is 2v / (1 +
/// e^−2zᵢ) − v.
///
/// A group takes further units only as long as no product of them can overflow. A unit whose exponential itself might
/// overflow is evaluated directly.
struct SingleLogitRows: Sendable {
    private let xs: [Lanes]
    private let activation: Activation
    /// The constant term of the logit.
    private let bias: Double
    /// The weights of the separable units, in their order.
    private let weights: [Double]
    /// The number of separable units that share a division, group after group.
    private let groupCounts: [Int]
    private let factors: SeparableUnits
    private let direct: [(unit: FirstLayerUnit, weight: Double)]

    /// e⁶⁹⁰ is below 10³⁰⁰, and the root of it, the greatest factor of a row, far below.
    private static let greatestExponent = 690.0
    private static let mostUnitsOfGroup = 4

    /// Returns nil unless the network has one output, one hidden layer and an activation with an exponential.
    init?(of network: NeuralNetwork, over grid: RegularGrid) {
        let shape = network.shape
        guard shape.unitCounts.count == 3, shape.outputCount == 1, let factor = shape.activation.exponentFactor else {
            return nil
        }
        activation = shape.activation
        xs = grid.columnLanes
        let outputs = network.theta.suffix(shape.unitCounts[1] + 1)
        var bias = outputs[outputs.startIndex]
        var separable: [(unit: FirstLayerUnit, exponent: FirstLayerUnit.Exponent)] = []
        var weights: [Double] = []
        var direct: [(unit: FirstLayerUnit, weight: Double)] = []
        var groupCounts: [Int] = []
        // The logarithm of the greatest product of the last group.
        var sum = Double.infinity
        for row in 0..<shape.unitCounts[1] {
            let unit = FirstLayerUnit(row, of: network)
            let weight = outputs[outputs.startIndex + 1 + row]
            let scaled = unit.scaled(by: factor)
            let exponent = scaled.exponent(over: grid)
            // 1 + e^x is below 2·e^max(x, 0).
            let share = max(exponent.total, 0) + .log(2 * max(1, factor * abs(weight)))
            guard exponent.total.isFinite, share <= Self.greatestExponent else {
                direct.append((unit, weight))
                continue
            }
            if let last = groupCounts.last, last < Self.mostUnitsOfGroup, sum + share <= Self.greatestExponent {
                groupCounts[groupCounts.count - 1] += 1
                sum += share
            } else {
                groupCounts.append(1)
                sum = share
            }
            separable.append((scaled, exponent))
            weights.append(factor * weight)
            if activation == .tanh { bias -= weight }
        }
        self.bias = bias
        self.weights = weights
        self.groupCounts = groupCounts
        self.direct = direct
        factors = SeparableUnits(separable, xs: xs)
    }

    /// Writes the logits of the row at height `y`.
    func evaluate(y: Double, into values: UnsafeMutableBufferPointer<Double>) {
        if weights.isEmpty {
            values.update(repeating: bias)
        } else {
            factors.writeSums(from: bias, weights: weights, groupCounts: groupCounts, y: y, to: values)
        }
        for (unit, weight) in direct { add(unit, weight: weight, y: y, to: values) }
    }

    /// Adds the activation of one unit, times its weight.
    private func add(_ unit: FirstLayerUnit, weight: Double, y: Double, to sums: UnsafeMutableBufferPointer<Double>) {
        withUnsafeTemporaryAllocation(of: Lanes.self, capacity: xs.count) { row in
            guard let row = row.baseAddress else { return }
            unit.evaluate(activation, y: y, xs: xs[...], into: row)
            let activations = row.numbers
            for column in sums.indices { sums[column] += weight * activations[column] }
        }
    }
}
