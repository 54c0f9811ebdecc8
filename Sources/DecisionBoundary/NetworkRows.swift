public import Meshgrid
import Training

/// A network prepared for a grid.
///
/// The first layer, most of the work, comes from `FirstLayerRows`; the layers above are those of any forward pass, and the
/// outputs stay logits, since their order needs no sigmoid.
public struct NetworkRows: ResponseRows {
    private let grid: RegularGrid
    private let network: NeuralNetwork
    private let pass: ForwardPass
    private let firstLayer: FirstLayerRows

    init(of network: NeuralNetwork, over grid: RegularGrid) {
        self.grid = grid
        self.network = network
        pass = ForwardPass(shape: network.shape)
        firstLayer = FirstLayerRows(of: network, over: grid)
    }

    public func evaluate(row: Int, into values: UnsafeMutableBufferPointer<Double>) {
        let width = firstLayer.width
        withUnsafeTemporaryAllocation(of: Lanes.self, capacity: pass.rowCount * width) { rows in
            network.theta.withUnsafeBufferPointer { theta in
                guard let rows = rows.baseAddress, let theta = theta.baseAddress else { return }
                if network.shape.hasHiddenLayers {
                    firstLayer.evaluate(y: grid.y[row], into: rows + network.shape.inputCount * width)
                    pass.run(theta: theta, rows: rows, width: width, from: 1)
                } else {
                    for vector in 0..<width {
                        rows[vector] = firstLayer.xs[vector]
                        rows[width + vector] = Lanes(repeating: grid.y[row])
                    }
                    pass.run(theta: theta, rows: rows, width: width)
                }
                let logits = UnsafeRawPointer(rows + pass.firstLogitRow * width).assumingMemoryBound(to: Double.self)
                writeFields(logits, stride: width * Lanes.scalarCount, to: values)
            }
        }
    }

    /// d_k = max_{j ≥ k} z_j − max_{j < k} z_j for k = 1 … K − 1, from rows of logits that lie `stride` numbers apart.
    private func writeFields(
        _ logits: UnsafePointer<Double>, stride: Int, to values: UnsafeMutableBufferPointer<Double>
    ) {
        let columnCount = grid.columnCount
        let classCount = network.classCount
        for column in 0..<columnCount {
            // From the right, the largest output from k on; then, from the left, less the largest below k.
            var largest = -Double.infinity
            for output in (1..<classCount).reversed() {
                largest = max(largest, logits[output * stride + column])
                values[(output - 1) * columnCount + column] = largest
            }
            largest = -Double.infinity
            for output in 1..<classCount {
                largest = max(largest, logits[(output - 1) * stride + column])
                values[(output - 1) * columnCount + column] -= largest
            }
        }
    }
}
