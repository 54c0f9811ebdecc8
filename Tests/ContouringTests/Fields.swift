import Geometry

/// Returns a field on the grid points (0, 0), (1, 0) …, from rows in descending order of y.
func field(_ rowsFromTop: [[Double]]) -> ScalarField {
    let grid = RegularGrid(
        x: SampledAxis(start: 0, step: 1, count: rowsFromTop[0].count),
        y: SampledAxis(start: 0, step: 1, count: rowsFromTop.count))
    return ScalarField(grid: grid, values: Array(rowsFromTop.reversed().joined()))
}

/// Returns points from pairs of coordinates.
func points(_ pairs: [(Double, Double)]) -> [Point] {
    pairs.map { Point(x: $0.0, y: $0.1) }
}

func ring(_ pairs: (Double, Double)...) -> Ring {
    Ring(points(pairs))
}

func strip(_ pairs: (Double, Double)...) -> Polyline {
    Polyline(points(pairs))
}

extension [Polygon] {
    var totalArea: Double { reduce(0) { $0 + $1.area } }
}

extension ScalarField {
    /// The area of the quads whose four corners are finite, in square units of the grid.
    var finiteArea: Double {
        var count = 0
        for row in 0..<grid.rowCount - 1 {
            for column in 0..<grid.columnCount - 1 {
                let corners = [
                    self[row, column], self[row, column + 1], self[row + 1, column], self[row + 1, column + 1],
                ]
                if corners.allSatisfy(\.isFinite) { count += 1 }
            }
        }
        return Double(count) * grid.x.increment * grid.y.increment
    }

    func mapValues(_ transform: (Double) -> Double) -> ScalarField {
        ScalarField(grid: grid, values: values.map(transform))
    }
}

/// SplitMix64, a reproducible source of random numbers (Steele, Lea & Flood 2014).
struct TestRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// The kinds of fields for tests of properties.
enum FieldKind: CaseIterable {
    case smooth, noisy, whole, noisyWithGaps, wholeWithGaps

    func field(rows: Int, columns: Int, seed: UInt64) -> ScalarField {
        var random = TestRandom(state: seed)
        let grid = RegularGrid(
            x: SampledAxis(start: -1.7, step: 0.3, count: columns), y: SampledAxis(start: 0.4, step: 0.7, count: rows))
        let values = (0..<grid.pointCount).map { index -> Double in
            let u = Double(index % columns) / 3
            let v = Double(index / columns) / 4
            switch self {
            case .smooth: return (u - 2) * (v - 1.5) + 0.3 * u * u * v - v * v
            case .noisy: return Double.random(in: -1...1, using: &random)
            case .whole: return Double(Int.random(in: -2...2, using: &random))
            case .noisyWithGaps:
                return Int.random(in: 0..<12, using: &random) == 0 ? .nan : Double.random(in: -1...1, using: &random)
            case .wholeWithGaps:
                return Int.random(in: 0..<12, using: &random) == 0
                    ? .infinity : Double(Int.random(in: -2...2, using: &random))
            }
        }
        return ScalarField(grid: grid, values: values)
    }
}
