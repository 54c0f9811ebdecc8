public import Geometry

extension ResponseFunction {
    /// Returns the share of the points of a grid, 0…1, on which two responses give different classes.
    ///
    /// - Precondition: both responses have the same number of fields.
    public func differenceShare(
        from other: some ResponseFunction, over grid: RegularGrid, threads: Int = 1
    ) -> Double {
        precondition(fieldCount == other.fieldCount, "responses that differ have the same classes")
        var count = 0
        ResponsePair(first: self, second: other).forEachBlock(of: grid, threads: threads) { block in
            for row in block.rows {
                let rows = (0..<block.fieldCount).map { block.row(row, ofField: $0) }
                for column in 0..<block.columnCount {
                    let label = rows[..<fieldCount].lastIndex { $0[column] > 0 } ?? -1
                    let otherLabel = rows[fieldCount...].lastIndex { $0[column] > 0 } ?? fieldCount - 1
                    if label != otherLabel - fieldCount { count += 1 }
                }
            }
        }
        return Double(count) / Double(grid.pointCount)
    }
}

/// The fields of two responses, one after the other.
private struct ResponsePair<First: ResponseFunction, Second: ResponseFunction>: ResponseFunction {
    let first: First
    let second: Second

    struct Rows: ResponseRows {
        let first: First.Rows
        let second: Second.Rows
        let firstCount: Int

        func evaluate(row: Int, into values: UnsafeMutableBufferPointer<Double>) {
            first.evaluate(row: row, into: values.extracting(..<firstCount))
            second.evaluate(row: row, into: values.extracting(firstCount...))
        }
    }

    var fieldCount: Int { first.fieldCount + second.fieldCount }

    func rows(over grid: RegularGrid) -> Rows {
        Rows(
            first: first.rows(over: grid), second: second.rows(over: grid),
            firstCount: first.fieldCount * grid.columnCount)
    }
}
