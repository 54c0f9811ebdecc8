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
    /// - Complexity: the memory of the fields, and of a block of rows.
    public func fields(over grid: RegularGrid, threads: Int = 1) -> [ScalarField] {
        var values = Array(repeating: [Double](), count: fieldCount)
        for field in values.indices { values[field].reserveCapacity(grid.pointCount) }
        forEachBlock(of: grid, threads: threads) { block in
            for row in block.rows {
                for field in values.indices { values[field] += block.row(row, ofField: field) }
            }
        }
        return values.map { ScalarField(grid: grid, values: $0) }
    }

    /// Evaluates every field over `grid` in blocks of rows, and calls `body` with one block after the other, y ascending.
    ///
    /// - Parameter threads: the greatest number of rows under way at once, 1 or more; does not change the values.
    /// - Complexity: the memory of a block: `blockByteCount(of:)`.
    public func forEachBlock<Failure: Error>(
        of grid: RegularGrid, threads: Int = 1, _ body: (FieldBlock) throws(Failure) -> Void
    ) throws(Failure) {
        precondition(threads >= 1, "work takes a thread")
        let prepared = rows(over: grid)
        let rowLength = fieldCount * grid.columnCount
        let blockRowCount = blockRowCount(of: grid)
        let buffer = UnsafeMutableBufferPointer<Double>.allocate(capacity: blockRowCount * rowLength)
        defer { buffer.deallocate() }
        for start in stride(from: 0, to: grid.rowCount, by: blockRowCount) {
            let rows = start..<min(start + blockRowCount, grid.rowCount)
            let values = buffer.extracting(0..<rows.count * rowLength)
            evaluate(prepared, rows: rows, into: values, threads: threads)
            try body(
                FieldBlock(
                    rows: rows, fieldCount: fieldCount, columnCount: grid.columnCount,
                    values: UnsafeBufferPointer(values)))
        }
    }

    /// Returns the memory of the blocks of `forEachBlock`, in bytes: at most 16 MiB, or one row.
    public func blockByteCount(of grid: RegularGrid) -> Int {
        8 * blockRowCount(of: grid) * fieldCount * grid.columnCount
    }

    private func blockRowCount(of grid: RegularGrid) -> Int {
        min(grid.rowCount, max(1, greatestBlockCount / (fieldCount * grid.columnCount)))
    }

    private func evaluate(
        _ prepared: Rows, rows: Range<Int>, into values: UnsafeMutableBufferPointer<Double>, threads: Int
    ) {
        // SAFETY: every row is written by one thread, and read after all are done.
        nonisolated(unsafe) let values = values
        let rowLength = values.count / rows.count
        @Sendable func evaluate(_ some: Range<Int>) {
            for row in some {
                let start = (row - rows.lowerBound) * rowLength
                prepared.evaluate(row: row, into: values.extracting(start..<start + rowLength))
            }
        }
        guard threads > 1 else { return evaluate(rows) }
        // A few rows at a time, so that fetching them costs nothing beside the work.
        let size = max(1, min(8, rows.count / (4 * threads)))
        let nextRow = Atomic(rows.lowerBound)
        DispatchQueue.concurrentPerform(iterations: min(threads, (rows.count + size - 1) / size)) { _ in
            while true {
                let first = nextRow.wrappingAdd(size, ordering: .relaxed).oldValue
                guard first < rows.upperBound else { return }
                evaluate(first..<min(first + size, rows.upperBound))
            }
        }
    }
}

/// The greatest number of values in a block: 16 MiB of them, more than the usual grid of two classes has.
private let greatestBlockCount = 1 << 21
