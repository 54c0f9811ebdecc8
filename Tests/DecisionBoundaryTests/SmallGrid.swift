import Geometry
import Meshgrid

/// Some columns and rows about the origin; no multiple of eight columns.
let smallGrid = RegularGrid(
    x: SampledAxis(start: -2, step: 0.31, count: 15), y: SampledAxis(start: -1.5, step: 0.27, count: 11))

extension RegularGrid {
    /// Every point, row by row.
    var points: [Point] { y.values.flatMap { y in x.values.map { Point(x: $0, y: y) } } }
}
