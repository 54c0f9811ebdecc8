public import Geometry

/// A function of the plane that can be drawn: K − 1 numbers for every point, whose signs tell the K classes apart.
///
/// With the outputs z₀ … z_{K−1} of a classifier, field k (k = 1 … K−1) is
///
///     d_k = max_{j ≥ k} z_j − max_{j < k} z_j
///
/// The class of a point is the largest k with d_k > 0, or 0 if no field is positive: the class of the largest output,
/// the lowest index on a tie. With two classes the one field is z₁ − z₀.
///
/// A response is prepared for a grid once, and then evaluated row by row from several threads at once.
public protocol ResponseFunction: Sendable {
    associatedtype Rows: ResponseRows

    /// The number of fields: one less than the number of classes.
    var fieldCount: Int { get }

    /// Prepares the evaluation over `grid`.
    func rows(over grid: RegularGrid) -> Rows
}

/// A response prepared for one grid.
public protocol ResponseRows: Sendable {
    /// Writes grid row `row` to `values`: `fieldCount × columnCount` numbers, field after field. `values` may be
    /// uninitialised.
    func evaluate(row: Int, into values: UnsafeMutableBufferPointer<Double>)
}
