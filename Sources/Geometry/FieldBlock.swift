/// Consecutive rows of one or more scalar fields on the same grid. The values belong to the creator of the block and are
/// valid only during the call that receives it.
public struct FieldBlock: @unchecked Sendable {
    // SAFETY: nobody writes to `values` while a block exists.

    /// The rows of the grid, counted from 0.
    public let rows: Range<Int>
    public let fieldCount: Int
    public let columnCount: Int
    /// `rows.count × fieldCount × columnCount`: row after row, y ascending, in it field after field.
    public let values: UnsafeBufferPointer<Double>

    /// - Precondition: `values` has the size of the block.
    public init(rows: Range<Int>, fieldCount: Int, columnCount: Int, values: UnsafeBufferPointer<Double>) {
        precondition(values.count == rows.count * fieldCount * columnCount, "a block has one value per field and point")
        (self.rows, self.fieldCount, self.columnCount, self.values) = (rows, fieldCount, columnCount, values)
    }

    /// Returns the values of a field in a row of the grid, x ascending.
    public func row(_ row: Int, ofField field: Int) -> UnsafeBufferPointer<Double> {
        let start = ((row - rows.lowerBound) * fieldCount + field) * columnCount
        return values.extracting(start..<start + columnCount)
    }
}
