import Geometry
public import Meshgrid

/// A network prepared for a grid.
///
/// `SingleLogitRows` evaluates networks with one output and one hidden layer. For others `FirstLayerRows` evaluates the
/// first hidden layer, most of the work, and a forward pass the layers above it. Outputs stay logits, since their order needs
/// no sigmoid. A network of two classes is evaluated as one with a single output, whose parameters are differences.
public struct NetworkRows: ResponseRows {
    private let grid: RegularGrid
    private let network: NeuralNetwork
    private let pass: ForwardPass
    /// The coordinates of the columns; empty if there is a `singleLogit`.
    private let xs: [Lanes]
    /// nil if there is a `singleLogit` or no hidden layer.
    private let firstLayer: FirstLayerRows?
    private let singleLogit: SingleLogitRows?

    init(of network: NeuralNetwork, over grid: RegularGrid) {
        let network = network.classCount == 2 ? network.withDifferenceOutput() : network
        self.grid = grid
        self.network = network
        pass = ForwardPass(shape: network.shape)
        singleLogit = SingleLogitRows(of: network, over: grid)
        xs = singleLogit == nil ? grid.columnLanes : []
        firstLayer =
            singleLogit == nil && network.shape.hasHiddenLayers ? FirstLayerRows(of: network, over: grid) : nil
    }

    /// The number of lane vectors of columns evaluated at once: few enough for the rows of a middling network to stay
    /// in the processor's nearest cache.
    private static let blockWidth = 16

    public func evaluate(row: Int, into values: UnsafeMutableBufferPointer<Double>) {
        let y = grid.y[row]
        if let singleLogit { singleLogit.evaluate(y: y, into: values) } else { evaluate(y: y, into: values) }
    }

    private func evaluate(y: Double, into values: UnsafeMutableBufferPointer<Double>) {
        let blockWidth = min(Self.blockWidth, xs.count)
        let factorCount = firstLayer?.rowFactorCount ?? 0
        let byteCount = (factorCount + pass.rowCount * blockWidth) * MemoryLayout<Lanes>.stride
        withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: LaneStorage.alignment) { bytes in
            let lanes = bytes.bindMemory(to: Lanes.self)
            network.theta.withUnsafeBufferPointer { theta in
                guard let rowFactors = lanes.baseAddress, let theta = theta.baseAddress else { return }
                let rows = rowFactors + factorCount
                firstLayer?.writeRowFactors(y: y, into: rowFactors)
                for start in stride(from: 0, to: xs.count, by: blockWidth) {
                    let columns = start..<min(start + blockWidth, xs.count)
                    if let firstLayer {
                        firstLayer.evaluate(
                            y: y, columns: columns, rowFactors: rowFactors,
                            into: rows + network.shape.inputCount * columns.count)
                        pass.run(theta: theta, rows: rows, width: columns.count, from: 1)
                    } else {
                        for (index, column) in columns.enumerated() {
                            rows[index] = xs[column]
                            rows[columns.count + index] = Lanes(repeating: y)
                        }
                        pass.run(theta: theta, rows: rows, width: columns.count)
                    }
                    writeFields((rows + pass.firstLogitRow * columns.count).numbers, columns: columns, to: values)
                }
            }
        }
    }

    /// d_k = max_{j ≥ k} z_j − max_{j < k} z_j for k = 1 … K − 1, for some lane vectors of columns.
    ///
    /// The first row of logits does not survive.
    private func writeFields(
        _ logits: UnsafeMutablePointer<Double>, columns: Range<Int>, to values: UnsafeMutableBufferPointer<Double>
    ) {
        let stride = columns.count * Lanes.scalarCount
        let first = columns.lowerBound * Lanes.scalarCount
        // Without the padding of the last vector.
        let count = min(stride, grid.columnCount - first)
        guard let start = values.baseAddress.map({ $0 + first }) else { return }
        let classCount = network.shape.outputCount
        if classCount == 1 {
            start.update(from: logits, count: count)
            return
        }
        // The largest output from k on, from the last one down.
        for k in (1..<classCount).reversed() {
            let target = start + (k - 1) * grid.columnCount
            target.update(from: logits + k * stride, count: count)
            if k < classCount - 1 { Self.raise(target, to: target + grid.columnCount, count: count) }
        }
        // Less the largest below k, which is gathered in the row of class 0.
        for k in 1..<classCount {
            let target = start + (k - 1) * grid.columnCount
            for column in 0..<count { target[column] -= logits[column] }
            Self.raise(logits, to: logits + k * stride, count: count)
        }
    }

    /// Replaces each number by the larger one of two.
    private static func raise(
        _ numbers: UnsafeMutablePointer<Double>, to others: UnsafePointer<Double>, count: Int
    ) {
        for index in 0..<count { numbers[index] = max(numbers[index], others[index]) }
    }
}

extension NeuralNetwork {
    /// Returns the network whose only logit is z₁ − z₀ of this one, which has two outputs.
    fileprivate func withDifferenceOutput() -> NeuralNetwork {
        let rowLength = 1 + shape.unitCounts[shape.unitCounts.count - 2]
        let firstOutput = theta.count - 2 * rowLength
        let differences = (firstOutput..<firstOutput + rowLength).map { theta[$0 + rowLength] - theta[$0] }
        return NeuralNetwork(
            shape: NetworkShape(unitCounts: shape.unitCounts.dropLast() + [1], activation: shape.activation),
            theta: theta[..<firstOutput] + differences)
    }
}
