public import Geometry

/// Contour lines and filled polygons of one scalar field, by marching squares.
///
/// The field is taken quad by quad, a quad being four neighbouring grid points; along the sides of a quad it is
/// interpolated linearly. What is left open by that is settled so:
///
/// - **On the level** counts as below: inside a contour means value > level, and a band is lower < value ≤ upper. So a
///   line that touches grid points of exactly its own level runs through them, on the side of the greater values; a
///   plateau on the level is bounded by a line where it meets greater values and by none where it meets lesser ones.
/// - **A saddle**, a quad with two opposite corners above the level and two not, joins its upper corners where the mean
///   of the four is above the level, and keeps them apart otherwise.
/// - **A quad with a corner that is not finite** is left out: lines end there, areas close along its sides. Two quads
///   that touch in a single point, between two left-out ones, are not joined by it.
/// - **Direction**: greater values lie to the left of a line, with y up; exteriors run counter-clockwise, holes
///   clockwise.
/// - **Closing**: filled areas close along the border of the grid. The border is given by its corners, and by the
///   points where a level meets it, not by every grid point on it.
/// - **Nothing degenerate** comes out: no point stands twice in a row, no line goes out and straight back over the same
///   points, and a ring that has fewer than three points after that, such as one about a single grid point on the
///   level, is dropped.
/// - **Order**: a strip is listed by its start, a ring by whichever of its points comes first, in the order of a scan
///   of the grid upwards: the points on a grid row from left to right, then those between it and the next. A loop or
///   ring itself starts at its lowest point, the leftmost of those.
///
/// Each vertex is computed from the side of a quad alone, so two bands that share a level share the very same vertices
/// along it.
///
///     let generator = ContourGenerator(field, continuedTo: axesLimits)
///     let boundary = generator.lines(at: 0)
///     let regions = generator.filled(above: 0)
///
/// Source: W. E. Lorensen, H. E. Cline, "Marching cubes", SIGGRAPH 1987, in two dimensions. The rules for on-level
/// points, saddles and directions are those of the Python package contourpy.
public struct ContourGenerator: Sendable {
    private let grid: ContinuedGrid

    /// A generator for `field`, which stands as it is or is first continued outwards to `frame`.
    ///
    /// - Parameter frame: limits in data units. Where the grid ends short of them, its outermost values are continued,
    ///   unchanged, to the frame, and lines and areas reach it exactly. Where the grid reaches beyond them, nothing is
    ///   cut.
    public init(_ field: ScalarField, continuedTo frame: Rectangle? = nil) {
        grid = ContinuedGrid(field, frame: frame)
    }

    /// The lines along which the field passes `level`; none where the level is not finite.
    ///
    /// - Complexity: O(grid points), and memory for one row of the grid and the vertices.
    public func lines(at level: Double) -> ContourLines {
        guard level.isFinite else { return ContourLines() }
        var scan = BandScan(of: grid, above: level, upTo: .infinity, isFilled: false)
        scan.run()
        return scan.chains.contourLines()
    }

    /// The area where lower < value ≤ upper; empty where `lower` is not less than `upper`.
    ///
    /// Either limit may be infinite: `filled(above: 0)` is all that is greater than 0, `filled(upTo: 0)` the rest, and
    /// `filled()` all quads that are not left out.
    ///
    /// - Parameters:
    ///   - lower: the level above which values are inside, in the unit of the field.
    ///   - upper: the level up to which they are.
    /// - Returns: polygons that share no area, in data units.
    /// - Complexity: O(grid points), and memory for one row of the grid and the vertices.
    public func filled(above lower: Double = -.infinity, upTo upper: Double = .infinity) -> [Polygon] {
        guard lower < upper else { return [] }
        var scan = BandScan(of: grid, above: lower, upTo: upper, isFilled: true)
        scan.run()
        return scan.polygons()
    }
}
