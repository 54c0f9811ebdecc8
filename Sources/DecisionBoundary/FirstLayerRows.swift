import CRowKernels
import ElementaryFunctions
import Meshgrid
import Training

/// The activations of a network's first layer along the rows of a grid.
///
/// With one sigmoid unit a = 1 / (1 + e^−z) and z = b + w₁x + w₂y, the exponential is a product of one factor for the
/// column and one for the row,
///
///     e^−z = e^(−b − w₁x − s) · e^(s − w₂y),
///
/// so that (columns + rows) exponentials serve columns × rows sigmoids. Two units then share a division:
///
///     1/P = Q / (P·Q),   1/Q = P / (P·Q)   with P and Q = 1 + e^−z.
///
/// The shift s makes the greatest factors equal. A unit whose −z passes 350 somewhere on the grid is evaluated
/// directly, since P·Q might overflow. A factor that vanishes does no harm: the other is at most e¹⁷⁵, and the sigmoid
/// 1.
///
/// The hyperbolic tangent of z is 2σ(2z) − 1 = (1 − e^−2z) / (1 + e^−2z), and so another function of the same product,
/// with every parameter twice as large. Rectified units have no exponential and are evaluated directly.
struct FirstLayerRows: Sendable {
    /// Lane vectors per row; the last may be padded.
    let width: Int
    /// The coordinates of the columns; the last one again in the padding.
    let xs: [Lanes]
    private let activation: Activation
    private let separable: [Unit]
    private let direct: [Unit]
    /// For each separable unit in order, e^(−b − w₁x − s) for every column.
    private let columnFactors: LaneStorage
    /// Eight separable units in each: what e^(s − w₂y) takes.
    private let shifts: [Lanes]
    private let negativeWeights: [Lanes]

    /// The parameters of a unit, and its row.
    private struct Unit {
        let row: Int
        let bias: Double
        let weightX: Double
        let weightY: Double

        /// The unit whose logit is `factor` times as large.
        func scaled(by factor: Double) -> Unit {
            Unit(row: row, bias: factor * bias, weightX: factor * weightX, weightY: factor * weightY)
        }
    }

    private static let greatestExponent = 350.0

    init(of network: NeuralNetwork, over grid: RegularGrid) {
        let width = (grid.columnCount + Lanes.scalarCount - 1) / Lanes.scalarCount
        self.width = width
        let xs = (0..<width).map { vector in
            Lanes((0..<Lanes.scalarCount).map { grid.x[min(vector * Lanes.scalarCount + $0, grid.columnCount - 1)] })
        }
        self.xs = xs
        activation = network.shape.activation
        // What the exponential takes, as a multiple of −z; nil where there is none.
        let factor: Double? =
            switch activation {
            case .sigmoid: 1
            case .tanh: 2
            case .relu: nil
            }
        var separable: [Unit] = []
        var direct: [Unit] = []
        var shifts: [Double] = []
        for row in 0..<network.shape.unitCounts[1] {
            let parameters = network.theta[3 * row..<3 * row + 3]
            let unit = Unit(
                row: row, bias: parameters[3 * row], weightX: parameters[3 * row + 1],
                weightY: parameters[3 * row + 2])
            guard let scaled = factor.map(unit.scaled(by:)) else {
                direct.append(unit)
                continue
            }
            let columnExponent =
                max(-scaled.weightX * grid.x[0], -scaled.weightX * grid.x[grid.columnCount - 1]) - scaled.bias
            let rowExponent = max(-scaled.weightY * grid.y[0], -scaled.weightY * grid.y[grid.rowCount - 1])
            let exponent = columnExponent + rowExponent
            if exponent.isFinite && exponent <= Self.greatestExponent {
                separable.append(scaled)
                shifts.append((columnExponent - rowExponent) / 2)
            } else {
                direct.append(unit)
            }
        }
        self.separable = separable
        self.direct = direct
        var columnFactors = LaneStorage(vectorCount: separable.count * width)
        columnFactors.withUnsafeMutableLanes { factors in
            for (index, (unit, shift)) in zip(separable, shifts).enumerated() {
                for vector in 0..<width {
                    factors[index * width + vector] = Lanes.exp(-(unit.bias + shift) - unit.weightX * xs[vector])
                }
            }
        }
        self.columnFactors = columnFactors
        self.shifts = Self.lanes(of: shifts)
        negativeWeights = Self.lanes(of: separable.map { -$0.weightY })
    }

    /// Numbers in lanes, the last ones padded with 0.
    private static func lanes(of numbers: [Double]) -> [Lanes] {
        stride(from: 0, to: numbers.count, by: Lanes.scalarCount).map { start in
            var lanes = Lanes.zero
            for lane in 0..<min(Lanes.scalarCount, numbers.count - start) { lanes[lane] = numbers[start + lane] }
            return lanes
        }
    }

    /// The number of lane vectors that the factors of a row take: one lane for each separable unit.
    var rowFactorCount: Int { shifts.count }

    /// Writes e^(s − w₂y) of every separable unit for the row at height `y`.
    func writeRowFactors(y: Double, into factors: UnsafeMutablePointer<Lanes>) {
        for index in shifts.indices {
            (factors + index).initialize(to: Lanes.exp(shifts[index] + negativeWeights[index] * y))
        }
    }

    /// Writes the activations of all units at height `y` for some columns, one row of lane vectors for each unit.
    ///
    /// - Parameters:
    ///   - columns: of which lane vectors of columns.
    ///   - rowFactors: as `writeRowFactors` leaves them for the same height.
    ///   - rows: `columns.count` lane vectors for each unit.
    func evaluate(
        y: Double, columns: Range<Int>, rowFactors: UnsafePointer<Lanes>, into rows: UnsafeMutablePointer<Lanes>
    ) {
        let kernels = Kernels.widest
        let rowFactors = rowFactors.numbers
        func row(_ unit: Unit) -> UnsafeMutablePointer<Double> { (rows + unit.row * columns.count).numbers }
        columnFactors.withUnsafeLanes { factors in
            func columnFactors(_ index: Int) -> UnsafePointer<Double> {
                (factors + index * width + columns.lowerBound).numbers
            }
            // A rectifier has no separable units.
            let (pair, single) =
                activation == .tanh
                ? (kernels.separableTanhPair, kernels.separableTanh)
                : (kernels.separableSigmoidPair, kernels.separableSigmoid)
            for index in stride(from: 0, to: separable.count - 1, by: 2) {
                pair(
                    rowFactors[index], columnFactors(index), row(separable[index]), rowFactors[index + 1],
                    columnFactors(index + 1), row(separable[index + 1]), columns.count)
            }
            if !separable.count.isMultiple(of: 2) {
                let last = separable.count - 1
                single(rowFactors[last], columnFactors(last), row(separable[last]), columns.count)
            }
        }
        for unit in direct {
            let row = rows + unit.row * columns.count
            let offset = unit.bias + unit.weightY * y
            for (index, column) in columns.enumerated() { row[index] = offset + unit.weightX * xs[column] }
            if activation == .sigmoid {
                for index in 0..<columns.count { row[index] = 1 / (1 + Lanes.exp(-row[index])) }
            } else {
                activation.replaceLogits(row, unitCount: 1, width: columns.count)
            }
        }
    }
}
