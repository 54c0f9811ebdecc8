import Datasets
import Parallelism

/// The parts of an evaluation of cost and gradient that do not depend on theta: points in blocks, blocks in chunks, and
/// the passes of a network over them.
///
/// A class, since all threads read it all the time: a value would share cache lines with the stack of one of them.
final class EvaluationPlan: Sendable {
    let dataset: Dataset
    let pass: ForwardPass
    /// The greatest number of chunks under way at once.
    let threads: Int
    /// Ranges of blocks; the sums of the chunks are added in order.
    let chunks: [Range<Int>]
    /// True if there are so few blocks that each keeps its rows, which are then loaded once for all evaluations.
    let keepsBlocks: Bool
    /// The lane vectors of the rows of a forward pass and of a row of labels.
    let rowsStride: Int
    /// The lane vectors of a chunk's sums: gradient, cost, and a cache line between chunks.
    let sumsStride: Int

    init(dataset: Dataset, shape: NetworkShape, threads: Int) {
        self.dataset = dataset
        pass = ForwardPass(shape: shape)
        self.threads = Self.paysForThreads(pass, pointCount: dataset.points.count) ? threads : 1
        let blockCount = PointBlock.count(for: dataset.points.count)
        chunks = Self.chunks(of: blockCount)
        keepsBlocks = Self.keepsBlocks(blockCount)
        rowsStride = (pass.rowCount + 1) * PointBlock(0, of: dataset.points.count).width
        sumsStride = (pass.parameterCount + 1).dividedRoundingUp(by: Lanes.scalarCount) + 1
    }

    /// Returns true if an evaluation takes long enough for threads to be woken for it: some 60 µs, at 0.3 ns for each
    /// point and parameter.
    private static func paysForThreads(_ pass: ForwardPass, pointCount: Int) -> Bool {
        pointCount * pass.parameterCount >= 200_000
    }

    /// Divides the blocks into at most 64 chunks, which limits the memory of their sums.
    private static func chunks(of blockCount: Int) -> [Range<Int>] {
        let size = blockCount.dividedRoundingUp(by: 64)
        return stride(from: 0, to: blockCount, by: size).map { $0..<min($0 + size, blockCount) }
    }

    private static func keepsBlocks(_ blockCount: Int) -> Bool { blockCount <= 2 }

    /// Returns the number of blocks that have rows at once.
    private static func rowsCount(blockCount: Int, threads: Int) -> Int {
        keepsBlocks(blockCount) ? blockCount : min(threads, chunks(of: blockCount).count)
    }

    /// Takes memory for the rows of all blocks that have rows at once.
    func makeRows() -> LaneStorage {
        let blockCount = PointBlock.count(for: dataset.points.count)
        var storage = LaneStorage(
            vectorCount: Self.rowsCount(blockCount: blockCount, threads: threads) * rowsStride, isCleared: false)
        guard keepsBlocks else { return storage }
        storage.withUnsafeMutableLanes { rows in
            for index in 0..<blockCount {
                load(PointBlock(index, of: dataset.points.count), into: rows + index * rowsStride)
            }
        }
        return storage
    }

    /// Takes memory for the sums of all chunks.
    func makeSums() -> LaneStorage {
        LaneStorage(vectorCount: chunks.count * sumsStride, isCleared: false)
    }

    /// Returns the approximate size in bytes of rows and sums, as a floating-point number so that it cannot overflow.
    static func memory(unitCount: Double, parameterCount: Double, pointCount: Int, threads: Int) -> Double {
        let blockCount = PointBlock.count(for: pointCount)
        let blockPoints = Double(min(pointCount, PointBlock.pointCount))
        let rows = Double(rowsCount(blockCount: blockCount, threads: threads)) * unitCount * blockPoints
        return 8 * (rows + Double(chunks(of: blockCount).count) * parameterCount)
    }

    /// Fills the sums of every chunk.
    ///
    /// - Parameters:
    ///   - rows: the memory of `makeRows`.
    ///   - sums: the memory of `makeSums`.
    func sumChunks(theta: UnsafePointer<Double>, rows: UnsafeMutablePointer<Lanes>, sums: UnsafeMutablePointer<Lanes>) {
        // SAFETY: a block or worker has rows of its own, a chunk sums; all outlive the call.
        nonisolated(unsafe) let (theta, rows, sums) = (theta, rows, sums)
        forEachBlock(chunks.count, threads: threads) { chunk, worker in
            let sums = sums + chunk * sumsStride
            sums.update(repeating: .zero, count: sumsStride)
            for index in chunks[chunk] {
                let block = PointBlock(index, of: dataset.points.count)
                let rows = rows + (keepsBlocks ? index : worker) * rowsStride
                if !keepsBlocks { load(block, into: rows) }
                add(block, theta: theta, rows: rows, to: sums.numbers)
            }
        }
    }

    /// Returns the class of every point, and Σ softplus(z) − y·z over points and outputs, from a forward pass alone.
    ///
    /// The sum has the same bits as that of `sumChunks`.
    func classify(theta: [Double]) -> (classes: [Int], crossEntropy: Double) {
        let pointCount = dataset.points.count
        var crossEntropies: [Double] = []
        let classes = [Int](unsafeUninitializedCapacity: pointCount) { buffer, initializedCount in
            // SAFETY: a block writes the classes of its own points, and all are done when the call returns.
            nonisolated(unsafe) let classes = buffer
            crossEntropies = mapBlocks(chunks.count, threads: threads) { chunk in
                var rows = LaneStorage(vectorCount: rowsStride, isCleared: false)
                return rows.withUnsafeMutableLanes { rows in
                    theta.withUnsafeBufferPointer { theta in
                        guard let theta = theta.baseAddress else { return 0 }
                        return chunks[chunk].reduce(0.0) { sum, index in
                            let block = PointBlock(index, of: pointCount)
                            load(block, into: rows)
                            pass.run(theta: theta, rows: rows, width: block.width)
                            pass.writeClasses(of: rows, width: block.width, to: classes.extracting(block.range))
                            let backward = BackwardPass(forward: pass, theta: theta, rows: rows, width: block.width)
                            return sum + backward.replaceLogits(byLabels: rows + pass.rowCount * block.width)
                        }
                    }
                }
            }
            initializedCount = pointCount
        }
        return (classes, crossEntropies.reduce(0, +))
    }

    /// Writes the rows of the inputs, and the labels behind the rows of the forward pass.
    private func load(_ block: PointBlock, into rows: UnsafeMutablePointer<Lanes>) {
        dataset.points.withUnsafeBufferPointer { block.load($0, into: rows) }
        dataset.labels.withUnsafeBufferPointer { block.load($0, into: rows + pass.rowCount * block.width) }
    }

    /// Adds the contributions of a block to the sums for gradient and cost.
    ///
    /// - Parameter rows: the rows that `load` has written; inputs and labels stay.
    private func add(
        _ block: PointBlock, theta: UnsafePointer<Double>, rows: UnsafeMutablePointer<Lanes>,
        to sums: UnsafeMutablePointer<Double>
    ) {
        pass.run(theta: theta, rows: rows, width: block.width)
        let backward = BackwardPass(forward: pass, theta: theta, rows: rows, width: block.width)
        sums[pass.parameterCount] += backward.replaceLogits(byLabels: rows + pass.rowCount * block.width)
        backward.addGradient(to: sums)
    }
}
