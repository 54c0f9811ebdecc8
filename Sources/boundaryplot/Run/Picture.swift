import Geometry
import Plotting

/// What one network of a run has come to: the numbers for table and JSON. The fields are gone by then.
struct Picture: Sendable {
    let network: TrainedNetwork
    let grid: RegularGrid
    let labelCounts: [Int]
    let file: PictureFile
    /// In data units.
    let limits: Rectangle
    /// In pixels from the top left.
    let plotRectangle: Rectangle
    /// What is drawn, to be drawn again on a page with others; nil where that is not wanted.
    var axes: Axes?
    /// What bands of the score reach to; nil where there are none, or the axes are not wanted.
    let scoreLimit: Double?
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
