public import Geometry

/// The contour lines or the filled area of one band, traced from rows that arrive one after the other.
///
/// A field need not be in memory as a whole: a tracer keeps three rows and the vertices. The rules are those of
/// `ContourGenerator`.
public struct ContourTracer: Sendable {
    private var scan: BandScan
    /// True if the band contains no number.
    private let isEmpty: Bool

    /// Creates a tracer of the lines along which a field passes `level`; no lines if the level is not finite.
    ///
    /// - Parameter frame: the limits to which the outermost values are continued; see `ContourGenerator`.
    public init(linesAt level: Double, on grid: RegularGrid, continuedTo frame: Rectangle? = nil) {
        isEmpty = !level.isFinite
        scan = BandScan(of: ContinuedGrid(grid, frame: frame), above: level, upTo: .infinity, isFilled: false)
    }

    /// Creates a tracer of the area with lower < value ≤ upper, which is empty unless `lower` is less than `upper`.
    public init(
        filledAbove lower: Double, upTo upper: Double = .infinity, on grid: RegularGrid,
        continuedTo frame: Rectangle? = nil
    ) {
        isEmpty = !(lower < upper)
        scan = BandScan(of: ContinuedGrid(grid, frame: frame), above: lower, upTo: upper, isFilled: true)
    }

    /// Adds the values of the next row of the grid, y ascending.
    ///
    /// - Parameter row: one value per column.
    /// - Precondition: the grid has a further row.
    public mutating func append(_ row: UnsafeBufferPointer<Double>) {
        if !isEmpty { scan.append(row) }
    }

    /// Adds all rows of a field on the grid of the tracer.
    mutating func append(rowsOf field: ScalarField) {
        let columnCount = field.grid.columnCount
        field.values.withUnsafeBufferPointer { values in
            for row in 0..<field.grid.rowCount {
                append(values.extracting(row * columnCount..<(row + 1) * columnCount))
            }
        }
    }

    /// Returns the lines after the last row, if the tracer was created with `linesAt`.
    public func lines() -> ContourLines { scan.chains.contourLines() }

    /// Returns polygons that share no area, in data units, after the last row, if the tracer was created with
    /// `filledAbove`.
    public func polygons() -> [Polygon] { scan.polygons() }
}
