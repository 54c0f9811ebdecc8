import Geometry
import Meshgrid

/// The classes of a classifier at the points of one grid, as fields.
///
/// Field k is 1 at points of class k or later and −1 elsewhere, smoothed over 3 × 3 points with the weights
/// ¼, ½, ¼ of each axis, so that slanting boundaries are no stairs. A smoothed value keeps its sign and has a magnitude of
/// 1/16 or more, so the class of every grid point stays. Points beyond the grid count like the nearest point of the grid.
struct GridClasses: ResponseFunction, ResponseRows {
    /// Row-major, y ascending.
    let classes: ArraySlice<UInt8>
    let classCount: Int
    let grid: RegularGrid

    private static let leastMagnitude = 1.0 / 16

    var fieldCount: Int { classCount - 1 }

    func rows(over grid: RegularGrid) -> GridClasses {
        precondition(grid == self.grid, "classes belong to one grid")
        return self
    }

    func evaluate(row: Int, into values: UnsafeMutableBufferPointer<Double>) {
        let (width, height) = (grid.columnCount, grid.rowCount)
        // The rows below, here and above.
        let starts = [max(row - 1, 0), row, min(row + 1, height - 1)].map { classes.startIndex + $0 * width }
        for index in 1..<classCount {
            /// The sum over three rows with the weights 1, 2, 1.
            func columnSum(_ column: Int) -> Int {
                func sign(_ start: Int) -> Int { Int(classes[start + column]) >= index ? 1 : -1 }
                return sign(starts[0]) + 2 * sign(starts[1]) + sign(starts[2])
            }
            var (before, here) = (columnSum(0), columnSum(0))
            for column in 0..<width {
                let after = columnSum(min(column + 1, width - 1))
                let smoothed = Double(before + 2 * here + after) / 16
                let isInside = Int(classes[starts[1] + column]) >= index
                values.initializeElement(
                    at: (index - 1) * width + column,
                    to: isInside ? max(smoothed, Self.leastMagnitude) : min(smoothed, -Self.leastMagnitude))
                (before, here) = (here, after)
            }
        }
    }
}
