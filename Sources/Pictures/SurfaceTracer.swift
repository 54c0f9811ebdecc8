import Contouring
public import Geometry
import Parallelism

/// Traces the regions and boundaries of a classifier while the fields d₁ … d_{K−1} of its response arrive in blocks of
/// rows. The class of a grid point is the largest k with d_k > 0, or 0 if no field is positive.
///
/// The fields need not be in memory as a whole; with a hundred classes they would take a hundred times the grid.
public struct SurfaceTracer: Sendable {
    private let grid: RegularGrid
    private let limits: Rectangle
    private let classCount: Int
    private let margins: [Double]
    /// K − 1 regions, K − 1 boundaries, and the areas of all margins for one class after the other.
    private var contours: [TracedContour]

    /// Creates a tracer for K classes.
    ///
    /// - Parameters:
    ///   - limits: the limits of the picture, in data units.
    ///   - classCount: K, 2 or more.
    ///   - margins: the margins of `DecisionSurface.area(ofClass:marginAbove:)`, 0 or greater.
    public init(grid: RegularGrid, limits: Rectangle, classCount: Int, margins: [Double] = []) {
        precondition(classCount >= 2, "there are two classes or more")
        (self.grid, self.limits, self.classCount, self.margins) = (grid, limits, classCount, margins)
        func area(above level: Double) -> ContourTracer {
            ContourTracer(filledAbove: level, on: grid, continuedTo: limits)
        }
        contours = (1..<classCount).map { TracedContour(.field($0), area(above: 0)) }
        contours += (1..<classCount).map {
            TracedContour(.field($0), ContourTracer(linesAt: 0, on: grid, continuedTo: limits))
        }
        for index in 0..<classCount {
            contours += margins.map { TracedContour(.margin(ofClass: index, of: classCount), area(above: $0)) }
        }
    }

    /// Adds the next rows of the fields.
    ///
    /// - Parameter threads: the greatest number of contours traced at once; does not change the result.
    public mutating func append(_ block: FieldBlock, threads: Int = 1) {
        contours.withUnsafeMutableBufferPointer { contours in
            // SAFETY: every contour is changed by one thread, and read after all are done.
            nonisolated(unsafe) let contours = contours
            forEachBlock(contours.count, threads: threads) { index, _ in contours[index].append(block) }
        }
    }

    /// Returns the surface after the last row.
    ///
    /// - Parameters:
    ///   - scoreLimit: see `DecisionSurface.scoreLimit`.
    ///   - threads: as in `append`.
    public func surface(scoreLimit: Double? = nil, threads: Int = 1) -> DecisionSurface {
        let fieldCount = classCount - 1
        // Regions are nested, so a class has the points of its region that the next region does not have.
        let counts = [grid.pointCount] + contours[..<fieldCount].map(\.positiveCount) + [0]
        let regions = mapBlocks(fieldCount, threads: threads) { contours[$0].tracer.polygons() }
        let boundaries = mapBlocks(fieldCount, threads: threads) { contours[fieldCount + $0].tracer.lines() }
        let areas = mapBlocks(contours.count - 2 * fieldCount, threads: threads) {
            contours[2 * fieldCount + $0].tracer.polygons()
        }
        return DecisionSurface(
            limits: limits, grid: grid, labelCounts: zip(counts, counts.dropFirst()).map { $0 - $1 },
            scoreLimit: scoreLimit, regions: regions, boundaries: boundaries, margins: margins, areas: areas)
    }
}

/// One contour in progress, and the function that it is a contour of.
private struct TracedContour: Sendable {
    enum Source {
        /// Field d_k, k = 1 … K − 1.
        case field(Int)
        /// The margin of a class over the best other class, m_k = min(d_k, −d_{k+1}), with d_0 = +∞ and d_K = −∞.
        case margin(ofClass: Int, of: Int)
    }

    let source: Source
    var tracer: ContourTracer
    /// The number of grid points at which a field is positive.
    var positiveCount = 0
    private var row: [Double] = []

    init(_ source: Source, _ tracer: ContourTracer) {
        (self.source, self.tracer) = (source, tracer)
    }

    mutating func append(_ block: FieldBlock) {
        for index in block.rows {
            switch source {
            case .field(let k):
                let values = block.row(index, ofField: k - 1)
                // A sum of comparisons is vectorized; a count would branch at each value.
                positiveCount &+= values.reduce(0) { $0 &+ ($1 > 0 ? 1 : 0) }
                tracer.append(values)
            case .margin(let k, let classCount):
                writeMargins(
                    lower: k > 0 ? block.row(index, ofField: k - 1) : nil,
                    upper: k < classCount - 1 ? block.row(index, ofField: k) : nil)
                row.withUnsafeBufferPointer { tracer.append($0) }
            }
        }
    }

    /// Writes min(lower, −upper) to `row`; a missing field is infinite.
    private mutating func writeMargins(lower: UnsafeBufferPointer<Double>?, upper: UnsafeBufferPointer<Double>?) {
        let count = (lower ?? upper)?.count ?? 0
        if row.count != count { row = Array(repeating: 0, count: count) }
        row.withUnsafeMutableBufferPointer { row in
            switch (lower, upper) {
            case (let lower?, let upper?):
                for column in 0..<count { row[column] = min(lower[column], -upper[column]) }
            case (let lower?, nil):
                for column in 0..<count { row[column] = lower[column] }
            case (nil, let upper?):
                for column in 0..<count { row[column] = -upper[column] }
            case (nil, nil): preconditionFailure("there are two classes or more")
            }
        }
    }
}
