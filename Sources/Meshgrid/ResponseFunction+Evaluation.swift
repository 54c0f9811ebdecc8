public import Geometry
import Parallelism

extension ResponseFunction {
    /// Evaluates every field at every point of `grid`, several rows at once.
    ///
    /// Every number is computed the same way whatever `threads` is, so the result is the same bit for bit.
    ///
    /// - Parameter threads: how many rows may be under way at once; 1 or greater.
    /// - Returns: the fields d₁ … d_{K−1}, in order.
    /// - Complexity: the memory of the fields, and a row for each thread.
    public func fields(over grid: RegularGrid, threads: Int = 1) -> [ScalarField] {
        let rows = rows(over: grid)
        let columnCount = grid.columnCount
        let fieldCount = fieldCount
        let arrays = filledArrays(fieldCount, count: grid.pointCount) { arrays in
            // SAFETY: every row of every array is written by one block, and read by nobody before all are done.
            nonisolated(unsafe) let arrays = arrays
            forEachBlock(RowBlock.count(for: grid.rowCount), threads: threads) { block, _ in
                if let array = arrays.first, fieldCount == 1 {
                    for row in RowBlock.rows(block, of: grid.rowCount) {
                        rows.evaluate(
                            row: row,
                            into: UnsafeMutableBufferPointer(
                                rebasing: array[row * columnCount..<(row + 1) * columnCount]))
                    }
                    return
                }
                withUnsafeTemporaryAllocation(of: Double.self, capacity: fieldCount * columnCount) { values in
                    for row in RowBlock.rows(block, of: grid.rowCount) {
                        rows.evaluate(row: row, into: values)
                        for (field, array) in arrays.enumerated() {
                            let source = values.extracting(field * columnCount..<(field + 1) * columnCount)
                            let target = array.extracting(row * columnCount..<(row + 1) * columnCount)
                            _ = target.initialize(from: source)
                        }
                    }
                }
            }
        }
        return arrays.map { ScalarField(grid: grid, values: $0) }
    }
}

/// A few neighbouring rows, so that fetching the next piece of work costs nothing beside the work.
private enum RowBlock {
    static let rowCount = 4

    static func count(for rows: Int) -> Int { (rows + rowCount - 1) / rowCount }

    static func rows(_ index: Int, of rows: Int) -> Range<Int> {
        index * rowCount..<min((index + 1) * rowCount, rows)
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
