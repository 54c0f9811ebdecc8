import CRowKernels
import Geometry

/// The activations of a network's first hidden layer along the rows of a grid.
///
/// The exponentials of sigmoids and hyperbolic tangents are products of `SeparableUnits`. Two units then share a
/// division:
///
///     1/P = Q / (P·Q),   1/Q = P / (P·Q)   with P and Q = 1 + e^−z.
///
/// A unit whose −z passes 350 somewhere on the grid is evaluated directly, since P·Q might overflow. The tangent is
/// (1 − e^−2z) / (1 + e^−2z), another function of the same product. Rectified units have no exponential and are
/// evaluated directly.
struct FirstLayerRows: Sendable {
    /// Lane vectors per row; the last may be padded.
    let width: Int
    /// The coordinates of the columns; the last one again in the padding.
    let xs: [Lanes]
    private let activation: Activation
    private let separable: [FirstLayerUnit]
    private let direct: [FirstLayerUnit]
    private let factors: SeparableUnits

    private static let greatestExponent = 350.0

    init(of network: NeuralNetwork, over grid: RegularGrid) {
        xs = grid.columnLanes
        width = xs.count
        activation = network.shape.activation
        var separable: [(unit: FirstLayerUnit, exponent: FirstLayerUnit.Exponent)] = []
        var direct: [FirstLayerUnit] = []
        for row in 0..<network.shape.unitCounts[1] {
            let unit = FirstLayerUnit(row, of: network)
            let scaled = unit.scaled(by: activation.exponentFactor ?? .infinity)
            let exponent = scaled.exponent(over: grid)
            if exponent.total.isFinite && exponent.total <= Self.greatestExponent {
                separable.append((scaled, exponent))
            } else {
                direct.append(unit)
            }
        }
        self.separable = separable.map { $0.unit }
        self.direct = direct
        factors = SeparableUnits(separable, xs: xs)
    }

    /// The number of lane vectors for the factors of a row.
    var rowFactorCount: Int { factors.rowFactorCount }

    /// Writes the factors of a row for `evaluate`.
    func writeRowFactors(y: Double, into rowFactors: UnsafeMutablePointer<Lanes>) {
        factors.writeRowFactors(y: y, into: rowFactors)
    }

    /// Writes the activations of all units at height `y` for some columns, one row of lane vectors for each unit.
    ///
    /// - Parameters:
    ///   - columns: a range of lane vectors of columns.
    ///   - rowFactors: as `writeRowFactors` leaves them for the same height.
    ///   - rows: `columns.count` lane vectors for each unit.
    func evaluate(
        y: Double, columns: Range<Int>, rowFactors: UnsafePointer<Lanes>, into rows: UnsafeMutablePointer<Lanes>
    ) {
        let kernels = Kernels.widest
        let rowFactors = rowFactors.numbers
        func row(_ unit: FirstLayerUnit) -> UnsafeMutablePointer<Double> { (rows + unit.row * columns.count).numbers }
        factors.withColumnFactors { factors in
            func columnFactors(_ index: Int) -> UnsafePointer<Double> {
                factors(index) + columns.lowerBound * Lanes.scalarCount
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
            unit.evaluate(activation, y: y, xs: xs[columns], into: rows + unit.row * columns.count)
        }
    }
}

extension RegularGrid {
    /// The coordinates of the columns in lanes; the last one again in the padding.
    var columnLanes: [Lanes] {
        (0..<(columnCount + Lanes.scalarCount - 1) / Lanes.scalarCount).map { vector in
            var lanes = Lanes.zero
            for lane in 0..<Lanes.scalarCount {
                lanes[lane] = x[min(vector * Lanes.scalarCount + lane, columnCount - 1)]
            }
            return lanes
        }
    }
}
