public import Geometry
public import Meshgrid
public import Pictures

extension DecisionSurface {
    /// Evaluates `response` over a grid within `limits`.
    ///
    /// - Parameters:
    ///   - limits: the limits of the picture, in data units; finite.
    ///   - step: the distance between neighbouring grid points, in data units; greater than 0.
    ///   - threads: the number of rows evaluated at once; does not change the result.
    /// - Throws: `GridError` if no grid with this step fits.
    public init(
        of response: some ResponseFunction, within limits: Rectangle, step: Double = 0.01, threads: Int = 1
    ) throws(GridError) {
        let grid = try RegularGrid(covering: limits, step: GridStep(step))
        self.init(limits: limits, fields: response.fields(over: grid, threads: threads))
    }
}
