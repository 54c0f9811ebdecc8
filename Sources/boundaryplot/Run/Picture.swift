import Geometry
import Meshgrid
import Training

/// What one picture of a run has come to: the numbers for table and JSON. The fields are gone by then.
struct Picture: Sendable {
    let hidden: Int
    let report: TrainingReport
    let grid: RegularGrid
    let labelCounts: [Int]
    let path: String
    /// In data units.
    let limits: Rectangle
    /// In pixels from the top left.
    let plotRectangle: Rectangle
    let pixelWidth: Int
    let pixelHeight: Int
    let seconds: Seconds

    /// How long each part took.
    struct Seconds: Sendable {
        var train = 0.0
        var grid = 0.0
        var draw = 0.0
        var write = 0.0

        var total: Double { train + grid + draw + write }

        /// Runs `body` and adds its time to `part`.
        mutating func measure<Value, E: Error>(
            _ part: WritableKeyPath<Seconds, Double>, _ body: () throws(E) -> Value
        ) throws(E) -> Value {
            let start = ContinuousClock.now
            defer { self[keyPath: part] += (ContinuousClock.now - start) / .seconds(1) }
            return try body()
        }
    }
}
