import Geometry
import Meshgrid
import Parallelism
import Testing

@Suite("A response over a grid")
struct EvaluationTests {
    @Test("Fields are row-major, y ascending from row to row and x within a row")
    func layout() {
        let grid = grid(columns: 3, rows: 2)
        let fields = Planes(fieldCount: 2).fields(over: grid)
        #expect(fields.count == 2)
        #expect(fields[0].values == [0, 1, 2, 1000, 1001, 1002])
        #expect(fields[1].values == [1_000_000, 1_000_001, 1_000_002, 1_001_000, 1_001_001, 1_001_002])
        #expect(fields[0][1, 2] == 1002)
        #expect(fields[1][0, 1] == 1_000_001)
        #expect(fields.allSatisfy { $0.grid == grid })
    }

    @Test(
        "Any number of threads gives the same bits",
        arguments: [(2, 2), (5, 3), (17, 4), (16, 5), (33, 31), (8, 129)], [1, 4])
    func threads(size: (columns: Int, rows: Int), fieldCount: Int) {
        let grid = grid(columns: size.columns, rows: size.rows)
        let response = Noise(fieldCount: fieldCount)
        let serial = response.fields(over: grid)
        #expect(serial.count == fieldCount)
        for (index, field) in serial.enumerated() {
            for row in 0..<size.rows {
                for column in 0..<size.columns {
                    #expect(field[row, column] == Noise.value(index, grid.x[column], grid.y[row]))
                }
            }
        }
        for threads in [2, 3, 100] {
            let concurrent = response.fields(over: grid, threads: threads)
            for (a, b) in zip(serial, concurrent) {
                #expect(a.values.map(\.bitPattern) == b.values.map(\.bitPattern))
            }
        }
    }

    @Test("A response is prepared once, and every row is evaluated once", arguments: [1, 3])
    func everyRowOnce(threads: Int) {
        let response = Counting()
        _ = response.fields(over: grid(columns: 2, rows: 23), threads: threads)
        #expect(response.log.prepared.withLock { $0 } == 1)
        #expect(response.log.rows.withLock { $0.sorted() } == Array(0..<23))
    }

    @Test("What is not finite is kept")
    func notFinite() {
        let field = Constant(value: .nan).fields(over: grid(columns: 3, rows: 3))[0]
        #expect(field.values.allSatisfy { $0.isNaN })
        let infinite = Constant(value: -.infinity).fields(over: grid(columns: 3, rows: 3), threads: 2)[0]
        #expect(infinite.values == Array(repeating: -.infinity, count: 9))
    }

    private func grid(columns: Int, rows: Int) -> RegularGrid {
        RegularGrid(x: SampledAxis(start: 0, step: 1, count: columns), y: SampledAxis(start: 0, step: 1, count: rows))
    }
}

/// A response that is a function of the field's index, x and y.
private struct FunctionRows: ResponseRows {
    let grid: RegularGrid
    let fieldCount: Int
    let function: @Sendable (_ field: Int, _ x: Double, _ y: Double) -> Double

    func evaluate(row: Int, into values: UnsafeMutableBufferPointer<Double>) {
        for field in 0..<fieldCount {
            for column in 0..<grid.columnCount {
                values[field * grid.columnCount + column] = function(field, grid.x[column], grid.y[row])
            }
        }
    }
}

/// Values whose digits encode field, row and column.
private struct Planes: ResponseFunction {
    let fieldCount: Int

    func rows(over grid: RegularGrid) -> FunctionRows {
        FunctionRows(grid: grid, fieldCount: fieldCount) { field, x, y in Double(field) * 1e6 + 1000 * y + x }
    }
}

private struct Noise: ResponseFunction {
    let fieldCount: Int

    static func value(_ field: Int, _ x: Double, _ y: Double) -> Double {
        let product = (x + 0.1) * (y + 1.7) * (Double(field) + 0.3) * 1234.567
        return product.squareRoot() - product.squareRoot().rounded()
    }

    func rows(over grid: RegularGrid) -> FunctionRows {
        FunctionRows(grid: grid, fieldCount: fieldCount) { Noise.value($0, $1, $2) }
    }
}

private struct Constant: ResponseFunction {
    let value: Double
    let fieldCount = 1

    func rows(over grid: RegularGrid) -> FunctionRows {
        FunctionRows(grid: grid, fieldCount: 1) { [value] _, _, _ in value }
    }
}

/// A response that records its calls.
private struct Counting: ResponseFunction {
    final class Log: Sendable {
        let prepared = Guarded(0)
        let rows = Guarded<[Int]>([])
    }

    struct Rows: ResponseRows {
        let log: Log

        func evaluate(row: Int, into values: UnsafeMutableBufferPointer<Double>) {
            values.update(repeating: 0)
            log.rows.withLock { $0.append(row) }
        }
    }

    let log = Log()
    let fieldCount = 1

    func rows(over grid: RegularGrid) -> Rows {
        log.prepared.withLock { $0 += 1 }
        return Rows(log: log)
    }
}
