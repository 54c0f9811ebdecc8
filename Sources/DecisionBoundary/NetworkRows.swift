public import Meshgrid
import Training

/// A network prepared for a grid.
///
/// The first layer, most of the work, comes from `FirstLayerRows`; the layers above are those of any forward pass, and the
/// outputs stay logits, since their order needs no sigmoid. Of two classes only the difference of the logits is wanted: it
/// is that of a network with one output, whose parameters are the differences.
public struct NetworkRows: ResponseRows {
    private let grid: RegularGrid
    private let network: NeuralNetwork
    private let pass: ForwardPass
    private let firstLayer: FirstLayerRows

    init(of network: NeuralNetwork, over grid: RegularGrid) {
        let network = network.classCount == 2 ? network.withDifferenceOutput() : network
        self.grid = grid
        self.network = network
        pass = ForwardPass(shape: network.shape)
        firstLayer = FirstLayerRows(of: network, over: grid)
    }

    public func evaluate(row: Int, into values: UnsafeMutableBufferPointer<Double>) {
        let width = firstLayer.width
        let byteCount = pass.rowCount * width * MemoryLayout<Lanes>.stride
        withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: LaneStorage.alignment) { bytes in
            let rows = bytes.bindMemory(to: Lanes.self)
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
                let logits = (rows + pass.firstLogitRow * width).numbers
                writeFields(logits, stride: width * Lanes.scalarCount, to: values)
            }
        }
    }

    /// d_k = max_{j ≥ k} z_j − max_{j < k} z_j for k = 1 … K − 1, from rows of logits that lie `stride` numbers apart.
    ///
    /// The first row of logits does not survive.
    private func writeFields(
        _ logits: UnsafeMutablePointer<Double>, stride: Int, to values: UnsafeMutableBufferPointer<Double>
    ) {
        let columnCount = grid.columnCount
        let classCount = network.shape.outputCount
        if classCount == 1 {
            for column in 0..<columnCount { values[column] = logits[column] }
            return
        }
        // The largest output from k on, from the last one down.
        for output in (1..<classCount).reversed() {
            let row = logits + output * stride
            let field = values.extracting((output - 1) * columnCount..<output * columnCount)
            if output == classCount - 1 {
                for column in 0..<columnCount { field[column] = row[column] }
            } else {
                let above = values.extracting(output * columnCount..<(output + 1) * columnCount)
                for column in 0..<columnCount { field[column] = max(above[column], row[column]) }
            }
        }
        // Less the largest below k, which is gathered in the row of class 0.
        for output in 1..<classCount {
            let row = logits + output * stride
            let field = values.extracting((output - 1) * columnCount..<output * columnCount)
            for column in 0..<columnCount {
                field[column] -= logits[column]
                logits[column] = max(logits[column], row[column])
            }
        }
    }
}

extension NeuralNetwork {
    /// Of a network with two outputs, the one whose only logit is z₁ − z₀.
    fileprivate func withDifferenceOutput() -> NeuralNetwork {
        let rowLength = 1 + shape.unitCounts[shape.unitCounts.count - 2]
        let firstOutput = theta.count - 2 * rowLength
        let differences = (firstOutput..<firstOutput + rowLength).map { theta[$0 + rowLength] - theta[$0] }
        return NeuralNetwork(
            shape: NetworkShape(unitCounts: shape.unitCounts.dropLast() + [1]),
            theta: theta[..<firstOutput] + differences)
    }
}
