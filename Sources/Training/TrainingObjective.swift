public import Datasets
import Geometry
public import Optimization
import Parallelism

/// What training minimises: the regularised cross-entropy of a network over a data set, as a function of theta.
///
///     J(theta) = 1/m · Σᵢ Σₖ [ softplus(zₖ) − yₖ·zₖ ]  +  λ/(2m) · Σ w²
///
/// over the m points i and the outputs k, with yₖ = 1 for the point's own class and 0 for the others, and over all
/// weights w but no biases. softplus(z) − y·z is the binary cross-entropy −y·ln a − (1 − y)·ln(1 − a) of a =
/// sigmoid(z), from the logit and so finite for every finite logit. With sigmoids and hyperbolic tangents every finite
/// theta gives finite logits; rectifiers know no bound, and the logits of huge weights in several layers may overflow.
///
/// The gradient comes from backpropagation. With δ the derivative by a unit's logit and f the hidden units' activation,
///
///     δ_output = a − y,   δ_hidden = f′(z)·Σₖ wₖ·δₖ,   ∂J/∂w = 1/m · Σᵢ δ·input + λ/m·w.
///
/// Points are worked on in blocks, blocks in chunks; the sums of the chunks are added in order. Blocks and chunks
/// depend on the number of points alone: so the number of threads changes no bit.
public struct TrainingObjective: Objective {
    private let dataset: Dataset
    private let shape: NetworkShape
    private let lambda: Double
    private let threads: Int
    private let pass: ForwardPass
    private let chunks: [Range<Int>]
    /// Whether all points are one block: its rows are then loaded once for all evaluations.
    private let hasOneBlock: Bool
    /// One for each worker: the rows of a forward pass, and a row of labels.
    private var scratch: LaneStorage
    /// The lane vectors of one worker.
    private let scratchCount: Int
    /// One for each chunk: the sums for the gradient, then that for the cost.
    private var partialSums: [Double]

    /// The number of components of theta.
    public let parameterCount: Int

    /// - Parameters:
    ///   - lambda: λ, 0 or greater.
    ///   - threads: how many chunks are worked on at once; of use from some thousands of points.
    /// - Precondition: 1 thread or more; one output per class of the data set, and two inputs.
    public init(dataset: Dataset, shape: NetworkShape, lambda: Double, threads: Int = 1) {
        precondition(shape.inputCount == 2 && shape.outputCount == dataset.classCount, "the network fits the data set")
        precondition(threads >= 1, "work takes a thread")
        precondition(lambda >= 0 && lambda.isFinite, "λ is 0 or greater")
        self.dataset = dataset
        self.shape = shape
        self.lambda = lambda
        self.threads = threads
        parameterCount = shape.parameterCount
        pass = ForwardPass(shape: shape)
        let blockCount = PointBlock.count(for: dataset.points.count)
        chunks = Self.chunks(of: blockCount)
        hasOneBlock = blockCount == 1
        scratchCount = (pass.rowCount + 1) * PointBlock(0, of: dataset.points.count).width
        scratch = LaneStorage(vectorCount: min(threads, chunks.count) * scratchCount)
        partialSums = Array(repeating: 0, count: chunks.count * (parameterCount + 1))
        if hasOneBlock {
            scratch.withUnsafeMutableLanes { [pass] rows in
                Self.load(PointBlock(0, of: dataset.points.count), of: dataset, pass: pass, into: rows)
            }
        }
    }

    /// At least 4 blocks a chunk, to be worth a thread's while; at most 64 chunks, for the memory of their sums.
    private static func chunks(of blockCount: Int) -> [Range<Int>] {
        let size = max(4, (blockCount + 63) / 64)
        return stride(from: 0, to: blockCount, by: size).map { $0..<min($0 + size, blockCount) }
    }

    /// About how many bytes an objective of this kind takes, and its minimiser with it; a floating-point number, so
    /// that it cannot overflow.
    package static func memory(shape: NetworkShape, pointCount: Int, threads: Int) -> Double {
        let chunkCount = chunks(of: PointBlock.count(for: pointCount)).count
        let blockPoints = Double(min(pointCount, PointBlock.pointCount))
        let unitCount = shape.unitCounts.reduce(1) { $0 + Double($1) }
        // A minimiser keeps up to 32 vectors as long as theta, those of a history included.
        let parameterCount = zip(shape.unitCounts, shape.unitCounts.dropFirst()).reduce(0) {
            $0 + Double($1.1) * (1 + Double($1.0))
        }
        let vectors = Double(32 + chunkCount) * parameterCount
        return 8 * (vectors + Double(min(threads, chunkCount)) * unitCount * blockPoints)
    }

    public mutating func evaluate(at theta: [Double], gradient: inout [Double]) -> Double {
        precondition(theta.count == parameterCount && gradient.count == parameterCount, "one number per parameter")
        sumChunks(theta)

        let pointCount = Double(dataset.points.count)
        let sumCount = parameterCount + 1
        for index in 0..<parameterCount { gradient[index] = partialSums[index] }
        var cost = partialSums[parameterCount]
        for chunk in chunks.indices.dropFirst() {
            for index in 0..<parameterCount { gradient[index] += partialSums[chunk * sumCount + index] }
            cost += partialSums[chunk * sumCount + parameterCount]
        }

        var squares = 0.0
        for layer in pass.layers {
            for row in stride(from: layer.range.lowerBound, to: layer.range.upperBound, by: layer.rowLength) {
                for index in row + 1..<row + layer.rowLength {
                    gradient[index] += lambda * theta[index]
                    squares += theta[index] * theta[index]
                }
            }
        }
        for index in 0..<parameterCount { gradient[index] /= pointCount }
        return (cost + lambda / 2 * squares) / pointCount
    }

    /// Fills `partialSums`.
    private mutating func sumChunks(_ theta: [Double]) {
        let sumCount = parameterCount + 1
        let (dataset, chunks, hasOneBlock, threads) = (dataset, chunks, hasOneBlock, threads)
        let (pass, scratchCount) = (pass, scratchCount)
        scratch.withUnsafeMutableLanes { scratch in
            partialSums.withUnsafeMutableBufferPointer { partialSums in
                // SAFETY: a worker has scratch memory of its own, a chunk sums of its own; both outlive the call.
                nonisolated(unsafe) let scratch = scratch
                nonisolated(unsafe) let partialSums = partialSums
                forEachBlock(chunks.count, threads: threads) { chunk, worker in
                    let sums = partialSums.extracting(chunk * sumCount..<(chunk + 1) * sumCount)
                    sums.update(repeating: 0)
                    let rows = scratch + worker * scratchCount
                    for index in chunks[chunk] {
                        let block = PointBlock(index, of: dataset.points.count)
                        if !hasOneBlock { Self.load(block, of: dataset, pass: pass, into: rows) }
                        Self.add(block, theta: theta, pass: pass, rows: rows, to: sums)
                    }
                }
            }
        }
    }

    /// Writes what does not depend on theta: the inputs' rows, and the labels behind the rows of the forward pass.
    private static func load(
        _ block: PointBlock, of dataset: Dataset, pass: ForwardPass, into rows: UnsafeMutablePointer<Lanes>
    ) {
        dataset.points.withUnsafeBufferPointer { block.load($0, into: rows) }
        dataset.labels.withUnsafeBufferPointer { block.load($0, into: rows + pass.rowCount * block.width) }
    }

    /// Adds what one block's points contribute to the sums for gradient and cost.
    ///
    /// - Parameter rows: as `load` leaves them; inputs and labels stay.
    private static func add(
        _ block: PointBlock, theta: [Double], pass: ForwardPass, rows: UnsafeMutablePointer<Lanes>,
        to sums: UnsafeMutableBufferPointer<Double>
    ) {
        theta.withUnsafeBufferPointer { theta in
            guard let theta = theta.baseAddress, let sums = sums.baseAddress else { return }
            pass.run(theta: theta, rows: rows, width: block.width)
            let backward = BackwardPass(forward: pass, theta: theta, rows: rows, width: block.width)
            sums[pass.parameterCount] += backward.replaceLogits(byLabels: rows + pass.rowCount * block.width)
            backward.addGradient(to: sums)
        }
    }
}
