/// One stage of the work at one size, to be measured by itself.
///
/// The sizes are those of BENCHMARKS.md. `Scripts/benchmark` runs them beside numpy's and Matplotlib's, the package's
/// own benchmark plugin by themselves.
public struct Piece: Sendable {
    public enum Stage: String, Sendable {
        /// Cost and gradient of a network for a data set.
        case evaluation
        /// A network's response at every point of the default grid.
        case grid
        /// The regions and boundaries in a response.
        case contour
        /// The pixels of a figure.
        case draw
        /// The file of a picture, in memory.
        case png
    }

    public let stage: Stage
    /// Units in the hidden layer.
    public let hidden: Int
    /// Points of the data set, of the grid, or pixels: whatever the stage works on.
    public let pointCount: Int
    public let threads: Int
    /// Makes what the stage begins with, and returns the stage itself.
    public let prepare: @Sendable () throws -> () throws -> Void

    init(
        _ stage: Stage, hidden: Int, pointCount: Int, threads: Int,
        prepare: @escaping @Sendable () throws -> () throws -> Void
    ) {
        self.stage = stage
        self.hidden = hidden
        self.pointCount = pointCount
        self.threads = threads
        self.prepare = prepare
    }

    /// The divisor of the time: the points, times the hidden units if each is computed for each point.
    public var unitPointCount: Int {
        switch stage {
        case .evaluation, .grid: hidden * pointCount
        case .contour, .draw, .png: pointCount
        }
    }
}

extension Piece: CustomStringConvertible {
    /// "grid, 20 units, 151208 points, 2 threads".
    public var description: String {
        let points = stage == .draw || stage == .png ? "pixels" : "points"
        return
            "\(stage.rawValue), \(hidden) units, \(pointCount) \(points), \(threads) thread\(threads == 1 ? "" : "s")"
    }
}

/// Uses a result, so that the compiler cannot leave out its computation.
@inline(never)
func keep<Value>(_ value: Value) {
    withExtendedLifetime(value) {}
}
