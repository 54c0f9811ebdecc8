public import Geometry

/// Contour lines and filled polygons of a scalar field, by marching squares.
///
/// A quad has four neighbouring grid points as corners. Along its sides the field is interpolated linearly. These rules
/// apply:
///
/// - **On the level** counts as below: inside a contour means value > level, and a band is lower < value ≤ upper. A line
///   passes through grid points that are exactly on its level. A plateau on the level has a line towards greater values
///   and no line towards smaller ones.
/// - **Saddle**: a quad with only two opposite corners above the level. The upper corners are joined if the mean of all
///   four is above the level, and separated otherwise.
/// - **Not finite**: a quad with a corner that is not finite is left out. Lines end there, and areas close along its
///   sides. Two quads that touch only in a point between two left-out quads are not joined.
/// - **Orientation**: greater values lie to the left of a line, with y up. Exteriors run counter-clockwise, holes
///   clockwise.
/// - **Closing**: filled areas close along the border of the grid. On the border only its corners and the crossings of
///   levels are vertices.
/// - **Degenerate lines** are removed: repeated points, spikes that go out and back over the same points, and rings with
///   fewer than three points.
/// - **Order**: strips are sorted by their first point, rings by the first of their points in scan order. The scan goes
///   upwards: the points on a grid row from left to right, then those between it and the next row. A loop or ring starts
///   at its lowest point, the leftmost of several.
///
/// A vertex depends only on the side of the quad it lies on, so two bands that share a level share its vertices.
///
///     let generator = ContourGenerator(field, continuedTo: axesLimits)
///     let boundary = generator.lines(at: 0)
///     let regions = generator.filled(above: 0)
///
/// Source: W. E. Lorensen, H. E. Cline, "Marching cubes", SIGGRAPH 1987, in two dimensions. The rules for on-level
/// points, saddles and directions are those of the Python package contourpy.
public struct ContourGenerator: Sendable {
    private let field: ScalarField
    private let frame: Rectangle?

    /// Creates a generator for `field`, optionally continued to `frame`.
    ///
    /// - Parameter frame: limits in data units. On each side on which the grid ends inside the frame, its outermost
    ///   values are continued to the frame, and lines and areas end exactly there. A grid that extends beyond the frame
    ///   is not clipped.
    public init(_ field: ScalarField, continuedTo frame: Rectangle? = nil) {
        (self.field, self.frame) = (field, frame)
    }

    /// Returns the lines along which the field passes `level`; no lines if the level is not finite.
    ///
    /// - Complexity: O(grid points), and memory for one row of the grid and the vertices.
    public func lines(at level: Double) -> ContourLines {
        var tracer = ContourTracer(linesAt: level, on: field.grid, continuedTo: frame)
        tracer.append(rowsOf: field)
        return tracer.lines()
    }

    /// Returns the area with lower < value ≤ upper, which is empty unless `lower` is less than `upper`.
    ///
    /// Either limit may be infinite. `filled(above: 0)` is the area above 0, `filled(upTo: 0)` the rest, and `filled()`
    /// all quads that are not left out.
    ///
    /// - Parameters:
    ///   - lower: the exclusive lower limit, in the unit of the field.
    ///   - upper: the inclusive upper limit, in the unit of the field.
    /// - Returns: polygons that share no area, in data units.
    /// - Complexity: O(grid points), and memory for one row of the grid and the vertices.
    public func filled(above lower: Double = -.infinity, upTo upper: Double = .infinity) -> [Polygon] {
        var tracer = ContourTracer(filledAbove: lower, upTo: upper, on: field.grid, continuedTo: frame)
        tracer.append(rowsOf: field)
        return tracer.polygons()
    }
}
