public import Geometry

/// What is drawn: for every point of the plane, K − 1 numbers whose signs tell the K classes apart.
///
/// With the outputs z₀ … z_{K−1} of a classifier, field k (k = 1 … K−1) is
///
///     d_k = max_{j ≥ k} z_j − max_{j < k} z_j
///
/// so the class of a point is the largest k with d_k > 0, and 0 where there is none: the class of the largest output,
/// the lowest index on a tie. With two classes the one field is z₁ − z₀.
///
/// A response is first prepared for a grid, once, and then evaluated row by row, from several threads at once.
public protocol ResponseFunction: Sendable {
    associatedtype Rows: ResponseRows

    /// The number of fields: one less than the number of classes.
    var fieldCount: Int { get }

    /// Prepares the evaluation over `grid`.
    func rows(over grid: RegularGrid) -> Rows
}

/// A response prepared for one grid.
public protocol ResponseRows: Sendable {
    /// Evaluates grid row `row` into `values`, which holds `fieldCount × columnCount` numbers, field after field; all are
    /// written, none is read before.
    func evaluate(row: Int, into values: UnsafeMutableBufferPointer<Double>)
}
