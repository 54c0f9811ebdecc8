public import Geometry
public import Meshgrid
public import Pictures

extension DecisionSurface {
    /// Evaluates `response` over a grid within `limits`, and traces its regions and boundaries.
    ///
    /// - Parameters:
    ///   - limits: the limits of the picture, in data units; finite.
    ///   - step: the distance between neighbouring grid points, in data units; greater than 0.
    ///   - style: the style of the picture, whose bands are traced; defaults to the standard style.
    ///   - threads: the number of rows evaluated at once; does not change the result.
    /// - Throws: `GridError` if no grid with this step fits.
    public init(
        of response: some ResponseFunction, within limits: Rectangle, step: Double = 0.01, style: SurfaceStyle? = nil,
        threads: Int = 1
    ) throws(GridError) {
        let grid = try RegularGrid(covering: limits, step: GridStep(step))
        self.init(
            of: response, over: grid, limits: limits,
            style: style ?? SurfaceStyle(classCount: response.fieldCount + 1), threads: threads, afterBlock: { _ in })
    }

    /// - Parameter body: called after every block of rows with the number of its grid points.
    init(
        of response: some ResponseFunction, over grid: RegularGrid, limits: Rectangle, style: SurfaceStyle,
        threads: Int, afterBlock body: (_ pointCount: Int) throws -> Void
    ) rethrows {
        let scoreLimit = style.showsScore ? response.scoreLimit(over: grid, threads: threads) : nil
        var tracer = SurfaceTracer(
            grid: grid, limits: limits, classCount: response.fieldCount + 1,
            margins: style.margins(scoreLimit: scoreLimit))
        try response.forEachBlock(of: grid, threads: threads) { block in
            tracer.append(block, threads: threads)
            try body(block.rows.count * block.columnCount)
        }
        self = tracer.surface(scoreLimit: scoreLimit, threads: threads)
    }
}

extension ResponseFunction {
    /// Returns the limit of the score of two classes over a grid; see `DecisionSurface.scoreLimit`.
    ///
    /// The limit decides which contours are traced, so it takes an evaluation of its own.
    fileprivate func scoreLimit(over grid: RegularGrid, threads: Int) -> Double {
        let stride = 1 + grid.pointCount / DecisionSurface.scoreSampleCount
        var sample: [Double] = []
        forEachBlock(of: grid, threads: threads) { block in
            let first = block.rows.lowerBound * block.columnCount
            while sample.count * stride < first + block.values.count {
                sample.append(block.values[sample.count * stride - first])
            }
        }
        return DecisionSurface.scoreLimit(of: sample)
    }
}
