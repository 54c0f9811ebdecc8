import Dispatch
public import Geometry
import Synchronization

extension ResponseFunction {
    /// Evaluates every field at every point of `grid`, several rows at once.
    ///
    /// Every number is computed the same way whatever `threads` is, so the result is the same bit for bit.
    ///
    /// - Parameter threads: the greatest number of rows under way at once; 1 or more.
    /// - Returns: the fields d₁ … d_{K−1}, in order.
    /// - Complexity: the memory of the fields, and a row for each thread.
    public func fields(over grid: RegularGrid, threads: Int = 1) -> [ScalarField] {
        precondition(threads >= 1, "work takes a thread")
        let rows = rows(over: grid)
        let fieldCount = fieldCount
        let arrays = filledArrays(fieldCount, count: grid.pointCount) { arrays in
            // SAFETY: every row of every array is written by one thread, and read after all are done.
            nonisolated(unsafe) let arrays = arrays
            // A few rows at a time, so that fetching them costs nothing beside the work.
            let blocks = RowBlocks(rowCount: grid.rowCount)
            let workerCount = min(threads, blocks.count)
            if workerCount == 1 {
                fill(arrays, rows: 0..<grid.rowCount, of: rows, columnCount: grid.columnCount)
                return
            }
            DispatchQueue.concurrentPerform(iterations: workerCount) { _ in
                while let block = blocks.next() {
                    fill(arrays, rows: block, of: rows, columnCount: grid.columnCount)
                }
            }
        }
        return arrays.map { ScalarField(grid: grid, values: $0) }
    }
}

/// The rows of a grid in blocks, which several threads take one after the other.
private struct RowBlocks: ~Copyable {
    private static let size = 8
    let rowCount: Int
    private let nextRow = Atomic(0)

    init(rowCount: Int) {
        self.rowCount = rowCount
    }

    var count: Int { (rowCount + Self.size - 1) / Self.size }

    /// Returns the next rows; nil if none is left.
    func next() -> Range<Int>? {
        let first = nextRow.wrappingAdd(Self.size, ordering: .relaxed).oldValue
        return first < rowCount ? first..<min(first + Self.size, rowCount) : nil
    }
}

/// Evaluates some rows and writes them into the arrays of the fields.
private func fill(
    _ arrays: [UnsafeMutableBufferPointer<Double>], rows: Range<Int>, of prepared: some ResponseRows, columnCount: Int
) {
    if arrays.count == 1 {
        for row in rows { prepared.evaluate(row: row, into: arrays[0].extracting(row, columnCount)) }
        return
    }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: arrays.count * columnCount) { values in
        for row in rows {
            prepared.evaluate(row: row, into: values)
            for (field, array) in arrays.enumerated() {
                _ = array.extracting(row, columnCount).initialize(from: values.extracting(field, columnCount))
            }
        }
    }
}

extension UnsafeMutableBufferPointer {
    /// Row `row` of consecutive rows of `columnCount` numbers.
    fileprivate func extracting(_ row: Int, _ columnCount: Int) -> Self {
        extracting(row * columnCount..<(row + 1) * columnCount)
    }
}

/// Makes arrays that are initialised by `fill` alone, not by zeros before.
private func filledArrays(
    _ arrayCount: Int, count: Int, fill: ([UnsafeMutableBufferPointer<Double>]) -> Void
) -> [[Double]] {
    func make(_ buffers: [UnsafeMutableBufferPointer<Double>]) -> [[Double]] {
        guard buffers.count < arrayCount else {
            fill(buffers)
            return []
        }
        var others: [[Double]] = []
        let array = [Double](unsafeUninitializedCapacity: count) { buffer, initializedCount in
            others = make(buffers + [UnsafeMutableBufferPointer(rebasing: buffer[..<count])])
            initializedCount = count
        }
        return [array] + others
    }
    return make([])
}
