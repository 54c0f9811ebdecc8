import CRowKernels
import Geometry

/// Units of a first layer whose exponentials along a grid are products,
///
///     e^(−b − w₁x − w₂y) = e^(−b − w₁x − s) · e^(s − w₂y),
///
/// of a factor for the column and one for the row, so columns + rows exponentials serve columns × rows points. The
/// shift s makes the greatest factors equal. A factor is at least e^−708. That does no harm: the other factor is at
/// most the square root of the greatest product, far below e³⁵⁴, so the product vanishes beside 1.
struct SeparableUnits: Sendable {
    /// Lane vectors per row; the last may be padded.
    private let width: Int
    /// For each unit in order, e^(−b − w₁x − s) for every column.
    private let columnFactors: LaneStorage
    /// s of each unit, eight to a vector.
    private let shifts: [Lanes]
    private let negativeWeights: [Lanes]

    /// - Parameters:
    ///   - units: with their exponents over the grid, all finite.
    ///   - xs: the coordinates of the columns.
    init(_ units: [(unit: FirstLayerUnit, exponent: FirstLayerUnit.Exponent)], xs: [Lanes]) {
        width = xs.count
        var columnFactors = LaneStorage(vectorCount: units.count * xs.count)
        let shifts = units.map { ($0.exponent.ofColumns - $0.exponent.ofRows) / 2 }
        columnFactors.withUnsafeMutableLanes { factors in
            for (index, ((unit, _), shift)) in zip(units, shifts).enumerated() {
                let row = factors + index * xs.count
                row.update(repeating: Lanes(repeating: -(unit.bias + shift)), count: xs.count)
                Self.exponentiate(row, plus: -unit.weightX, times: xs)
            }
        }
        self.columnFactors = columnFactors
        self.shifts = Self.lanes(of: shifts)
        negativeWeights = Self.lanes(of: units.map { -$0.unit.weightY })
    }

    /// Returns numbers in lanes, padded with 0 by a whole vector more, so that eight can be read from each number on.
    private static func lanes(of numbers: [Double]) -> [Lanes] {
        stride(from: 0, to: numbers.count + Lanes.scalarCount, by: Lanes.scalarCount).map { start in
            var lanes = Lanes.zero
            for lane in 0..<max(0, min(Lanes.scalarCount, numbers.count - start)) {
                lanes[lane] = numbers[start + lane]
            }
            return lanes
        }
    }

    /// The number of lane vectors for the factors of a row: a lane for each unit, and the padding.
    var rowFactorCount: Int { shifts.count }

    /// Writes start + Σ weight / (1 + e) for the row at height `y`, with e the exponential of each unit in order.
    ///
    /// - Parameters:
    ///   - weights: one for each unit, of which there is one or more.
    ///   - groupCounts: the numbers of units that share a division, group after group.
    func writeSums(
        from start: Double, weights: [Double], groupCounts: [Int], y: Double,
        to values: UnsafeMutableBufferPointer<Double>
    ) {
        columnFactors.withUnsafeLanes { columns in
            shifts.withUnsafeBufferPointer { shifts in
                negativeWeights.withUnsafeBufferPointer { slopes in
                    weights.withUnsafeBufferPointer { weights in
                        groupCounts.withUnsafeBufferPointer { groupCounts in
                            guard let shifts = shifts.baseAddress, let slopes = slopes.baseAddress,
                                let weights = weights.baseAddress, let unitCounts = groupCounts.baseAddress,
                                let row = values.baseAddress
                            else { return }
                            var sum = SeparableSum(
                                start: start, weights: weights, shifts: shifts.numbers, slopes: slopes.numbers,
                                columns: columns.numbers, columnStride: width, unitCounts: unitCounts,
                                groupCount: groupCounts.count)
                            Kernels.widest.separableSums(&sum, y, row, values.count)
                        }
                    }
                }
            }
        }
    }

    /// Writes e^(s − w₂y) of every unit for the row at height `y`.
    func writeRowFactors(y: Double, into factors: UnsafeMutablePointer<Lanes>) {
        for index in shifts.indices { (factors + index).initialize(to: shifts[index]) }
        Self.exponentiate(factors, plus: y, times: negativeWeights)
    }

    /// Replaces numbers by e^(number + factor·input).
    private static func exponentiate(_ row: UnsafeMutablePointer<Lanes>, plus factor: Double, times inputs: [Lanes]) {
        inputs.withUnsafeBufferPointer { inputs in
            guard let start = inputs.baseAddress else { return }
            Kernels.widest.exponentials(row.numbers, factor, start.numbers, inputs.count)
        }
    }

    /// - Parameter body: receives a function that returns the column factors of a unit.
    func withColumnFactors(_ body: (_ factors: (_ index: Int) -> UnsafePointer<Double>) -> Void) {
        columnFactors.withUnsafeLanes { factors in body { (factors + $0 * width).numbers } }
    }
}
