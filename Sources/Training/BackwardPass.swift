import ElementaryFunctions

/// Backpropagation for a block of points: the sums of the gradient, from the rows that a forward pass has left.
///
/// Works in place: a layer's activations give way to the derivatives δ by its logits once nothing needs them any more.
struct BackwardPass {
    let forward: ForwardPass
    let theta: UnsafePointer<Double>
    /// As the forward pass leaves them.
    let rows: UnsafeMutablePointer<Lanes>
    let block: PointBlock

    private var width: Int { block.width }

    /// Replaces the outputs' logits by δ = sigmoid(z) − y, and returns the block's sum of softplus(z) − y·z.
    ///
    /// With s = z where y = 0 and s = −z where y = 1, δ = ±sigmoid(s) and the cost is softplus(s): no digit is lost to a
    /// difference of nearly equal numbers.
    ///
    /// - Parameter labels: one class index per point; −1 in padding, which contributes nothing.
    func replaceLogits(byLabels labels: UnsafePointer<Lanes>) -> Double {
        var cost = Lanes.zero
        let paddedVector = block.hasPadding ? width - 1 : width
        for output in 0..<forward.outputCount {
            let row = rows + (forward.firstLogitRow + output) * width
            let label = Lanes(repeating: Double(output))
            for vector in 0..<width {
                let z = row[vector]
                let isLabel = labels[vector] .== label
                let s = z.replacing(with: -z, where: isLabel)
                let e = Lanes.exp(-s.magnitude)
                // max(s, 0), exactly.
                let ramp = (s + s.magnitude) * 0.5
                var softplus = ramp + Lanes.log1p(unitInterval: e)
                let numerator = Lanes(repeating: 1).replacing(with: e, where: s .< 0)
                let sigmoid = numerator / (1 + e)
                var delta = sigmoid.replacing(with: -sigmoid, where: isLabel)
                if vector == paddedVector {
                    let isPadding = labels[vector] .< 0
                    softplus.replace(with: 0, where: isPadding)
                    delta.replace(with: 0, where: isPadding)
                }
                cost += softplus
                row[vector] = delta
            }
        }
        return cost.total
    }

    /// Adds Σ δ·input of every weight, and Σ δ of every bias, to `sums`, which is laid out like theta.
    func addGradient(to sums: UnsafeMutablePointer<Double>) {
        for index in forward.layers.indices.reversed() {
            let layer = forward.layers[index]
            let inputs = rows + forward.firstRows[index] * width
            let deltas = UnsafePointer(rows + forward.firstRows[index + 1] * width)
            for unit in 0..<layer.outputCount {
                addSums(
                    of: deltas + unit * width, times: inputs, count: layer.inputCount,
                    to: sums + layer.start + unit * layer.rowLength)
            }
            if index > 0 { replaceActivations(inputs, of: layer, deltas: deltas) }
        }
    }

    /// Adds Σ δ and, for each of the `count` inputs, Σ δ·input.
    private func addSums(
        of delta: UnsafePointer<Lanes>, times inputs: UnsafePointer<Lanes>, count: Int,
        to sums: UnsafeMutablePointer<Double>
    ) {
        var bias = Lanes.zero
        for vector in 0..<width { bias += delta[vector] }
        sums[0] += bias.total
        var input = 0
        while input + 1 < count {
            let (a, b) = (inputs + input * width, inputs + (input + 1) * width)
            var (sumA, sumB) = (Lanes.zero, Lanes.zero)
            for vector in 0..<width {
                sumA += delta[vector] * a[vector]
                sumB += delta[vector] * b[vector]
            }
            sums[1 + input] += sumA.total
            sums[2 + input] += sumB.total
            input += 2
        }
        if input < count {
            let a = inputs + input * width
            var sum = Lanes.zero
            for vector in 0..<width { sum += delta[vector] * a[vector] }
            sums[1 + input] += sum.total
        }
    }

    /// Replaces the activations a of the units that feed `layer` by δ = a·(1 − a)·Σ weight·δ of the layer.
    private func replaceActivations(
        _ activations: UnsafeMutablePointer<Lanes>, of layer: NetworkShape.Layer, deltas: UnsafePointer<Lanes>
    ) {
        for unit in 0..<layer.inputCount {
            let row = activations + unit * width
            let weights = theta + layer.start + 1 + unit
            for vector in 0..<width {
                var sum = weights[0] * deltas[vector]
                for output in 1..<max(1, layer.outputCount) {
                    sum += weights[output * layer.rowLength] * deltas[output * width + vector]
                }
                let a = row[vector]
                row[vector] = sum * (a * (1 - a))
            }
        }
    }
}
