import Contouring
public import Datasets
public import Geometry
public import Meshgrid

/// How a classifier divides the plane around a data set: its response over a grid, and the regions and boundaries in
/// it.
public struct DecisionSurface: Hashable, Sendable {
    /// What a picture of the surface shows, in data units; the outermost grid values are continued to it.
    public let limits: Rectangle
    /// Where the response has been evaluated.
    public let grid: RegularGrid
    /// d₁ … d_{K−1}: the class of a grid point is the largest k with d_k > 0, and 0 where there is none.
    public let fields: [ScalarField]

    /// Evaluates `response` over a grid within `limits`.
    ///
    /// - Parameters:
    ///   - limits: in data units; finite. `Dataset.limits(margin:)` is what a picture of a data set shows.
    ///   - step: the distance between neighbouring grid points, in data units; greater than 0.
    ///   - threads: how many rows are evaluated at once; changes no bit.
    /// - Throws: `GridError` where no grid of that step fits.
    public init(
        of response: some ResponseFunction, within limits: Rectangle, step: Double = 0.01, threads: Int = 1
    ) throws(GridError) {
        try self.init(of: response, within: limits, step: GridStep(step), threads: threads)
    }

    /// The same with a step of its own in each direction.
    public init(
        of response: some ResponseFunction, within limits: Rectangle, step: GridStep, threads: Int = 1
    ) throws(GridError) {
        self.limits = limits
        grid = try RegularGrid(covering: limits, step: step)
        fields = response.fields(over: grid, threads: threads)
    }

    /// Evaluates `response` over a grid around a data set, as a picture of it shows.
    ///
    /// - Parameter margin: the room around the points on every side, in data units; 0 or greater.
    /// - Throws: `GridError` where no grid of that step fits.
    public init(
        of response: some ResponseFunction, around dataset: Dataset, margin: Double = 0.5, step: Double = 0.01,
        threads: Int = 1
    ) throws(GridError) {
        try self.init(of: response, within: dataset.limits(margin: margin), step: step, threads: threads)
    }

    /// K, one more than there are fields.
    public var classCount: Int { fields.count + 1 }

    /// How many grid points are of each class, in the order of the classes.
    public var labelCounts: [Int] {
        // Fields later in the list win, so a point is counted by the last one that is above 0.
        var counts = Array(repeating: 0, count: classCount)
        if let field = fields.first, fields.count == 1 {
            // Sums of the comparisons, which a processor does several at a time; a count would branch at each.
            counts[1] = field.values.withUnsafeBufferPointer { $0.reduce(0) { $0 &+ ($1 > 0 ? 1 : 0) } }
            counts[0] = grid.pointCount - counts[1]
            return counts
        }
        for index in 0..<grid.pointCount {
            counts[fields.lastIndex { $0.values[index] > 0 }.map { $0 + 1 } ?? 0] += 1
        }
        return counts
    }

    /// The area of the classes from `index` on, less what later classes take: to be painted over the areas of the
    /// classes before, in order.
    ///
    /// - Parameter index: 1 or greater; class 0 is all that no other class covers.
    public func region(ofClass index: Int) -> [Polygon] {
        contours(index).filled(above: 0)
    }

    /// The line around `region(ofClass:)`, where it does not run along the limits.
    public func boundary(ofClass index: Int) -> (strips: [Polyline], loops: [Ring]) {
        let lines = contours(index).lines(at: 0)
        return (lines.strips, lines.loops)
    }

    private func contours(_ index: Int) -> ContourGenerator {
        ContourGenerator(fields[index - 1], continuedTo: limits)
    }
}

extension Dataset {
    /// The rectangle that holds every point with room around it: what a picture of the data set shows.
    ///
    /// - Parameter margin: the room on every side, in data units; 0 or greater.
    public func limits(margin: Double = 0.5) -> Rectangle {
        bounds.expanded(by: margin)
    }
}
