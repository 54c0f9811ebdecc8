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
