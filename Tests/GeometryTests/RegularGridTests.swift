import Foundation
import Geometry
import Testing

@Suite("Grids over a range")
struct RegularGridTests {
    @Test("The grid of the default data is 461 × 328")
    func moons() throws {
        let moons = try ArangeFixture.load().moons
        let limits = Rectangle(minX: moons.x.start, minY: moons.y.start, maxX: moons.x.stop, maxY: moons.y.stop)
        let grid = try RegularGrid(covering: limits, step: 0.01)
        #expect((grid.columnCount, grid.rowCount, grid.pointCount) == (461, 328, 461 * 328))
        #expect(abs(grid.x[0] - -1.85462041) < 1e-8 && abs(grid.x[460] - 2.74537959) < 1e-8)
        #expect(abs(grid.y[0] - -1.43206382) < 1e-8 && abs(grid.y[327] - 1.83793618) < 1e-8)
    }

    @Test("Its axes begin at the lower limits and end before the upper ones")
    func axes() throws {
        let grid = try RegularGrid(covering: rectangle(width: 1, height: 0.6, x: -2, y: 5), step: 0.25)
        #expect(grid.x.values == [-2, -1.75, -1.5, -1.25])
        #expect(grid.y.values == [5, 5.25, 5.5])
    }

    @Test("Each axis may have a step of its own")
    func twoSteps() throws {
        let limits = rectangle(width: 1000, height: 0.004, x: 5000, y: -0.002)
        let grid = try RegularGrid(covering: limits, step: GridStep(x: 250, y: 0.001))
        #expect(grid.x.values == [5000, 5250, 5500, 5750])
        #expect(grid.y == (try RegularGrid(covering: rectangle(width: 1, height: 0.004, y: -0.002), step: 0.001)).y)
        #expect(RegularGrid.pointCount(covering: limits, step: GridStep(x: 250, y: 0.001)) == Double(grid.pointCount))
    }

    @Test("Of two steps the one that does not fit is named", arguments: [(2000, 0.001, 2000, 999), (1, 1, 1, 0.00399)])
    func twoStepsTooLarge(x: Double, y: Double, step: Double, largest: Double) {
        let limits = rectangle(width: 1000, height: 0.004)
        #expect(throws: GridError.stepTooLarge(step: step, largest: largest)) {
            try RegularGrid(covering: limits, step: GridStep(x: x, y: y))
        }
    }

    @Test(
        "A step that leaves an axis fewer than two values is refused with one that fits",
        arguments: [
            (4.6, 3.27, 10, 3.26), (4.6, 3.27, 3.27, 3.26), (10, 1, 1, 0.999), (1, 10, 5, 0.999),
            (0.05, 7, 0.05, 0.0499),
            (1234, 5678, 2000, 1230), (1e-7, 1, 1e-7, 9.99e-8), (1e9, 2e9, 1e10, 9.99e8), (0.1001, 3, 1, 0.1),
        ])
    func stepTooLarge(width: Double, height: Double, step: Double, largest: Double) {
        let limits = rectangle(width: width, height: height)
        let error = #expect(throws: GridError.self) { try RegularGrid(covering: limits, step: step) }
        #expect(error == .stepTooLarge(step: step, largest: largest))
        #expect(
            error?.description == "a step of \(step) leaves an axis fewer than two grid values; "
                + "the largest step that fits is \(largest)")
    }

    @Test("A step that is not a number greater than 0 makes no grid", arguments: [-0.1, .nan, -.infinity, .infinity])
    func impossibleStep(step: Double) {
        #expect(throws: GridError.self) { try RegularGrid(covering: rectangle(width: 4, height: 3), step: step) }
    }

    @Test("A step that asks for more points than can be counted is refused", arguments: [0, 1e-300, 1e-9, 1e-160])
    func stepTooSmall(step: Double) {
        let limits = rectangle(width: 4, height: 3)
        let error = #expect(throws: GridError.self) { try RegularGrid(covering: limits, step: step) }
        let points = RegularGrid.pointCount(covering: limits, step: GridStep(step))
        #expect(error == .stepTooSmall(step: step, points: points))
        #expect(points >= 1e18)
    }

    @Test("The largest step fits, and the next one of three digits does not", arguments: sides)
    func largestStep(width: Double, height: Double) throws {
        for (x, y) in [(0, 0), (-1.854620411771002, -1.4320638231557181), (100, -3)] as [(Double, Double)] {
            let limits = rectangle(width: width, height: height, x: x, y: y)
            let step = RegularGrid.largestStep(covering: limits)
            let grid = try RegularGrid(covering: limits, step: step)
            #expect(grid.columnCount >= 2 && grid.rowCount >= 2)
            #expect(throws: GridError.self) { try RegularGrid(covering: limits, step: next(after: step)) }
            #expect("\(step)".filter(\.isNumber).count <= 9)
        }
    }

    @Test("The smallest step leaves no more points than asked for, and the next smaller one more", arguments: sides)
    func smallestStep(width: Double, height: Double) {
        for pointCount in [100, 12345, 1e6, 1e12] as [Double] {
            let limits = rectangle(width: width, height: height)
            let step = RegularGrid.smallestStep(covering: limits, pointCount: pointCount)
            #expect(RegularGrid.pointCount(covering: limits, step: GridStep(step)) <= pointCount)
            #expect(RegularGrid.pointCount(covering: limits, step: GridStep(next(before: step))) > pointCount)
        }
    }

    /// Widths and heights.
    static let sides: [(Double, Double)] = [
        (4.6, 3.27), (3.27, 4.6), (1, 1), (10, 1), (1, 10), (100, 99.95), (0.3, 0.1), (7e-5, 3e-5), (1e6, 2e6),
        (3.333333333, 1234.5), (0.999, 5), (1.0005, 5), (1000, 0.001), (0.001, 1000),
    ]

    private func rectangle(width: Double, height: Double, x: Double = 0, y: Double = 0) -> Rectangle {
        Rectangle(origin: Point(x: x, y: y), size: Size(width: width, height: height))
    }

    /// The number of three significant digits before or after `step`.
    private func next(after step: Double) -> Double { neighbor(of: step, by: 1) }
    private func next(before step: Double) -> Double { neighbor(of: step, by: -1) }

    private func neighbor(of step: Double, by difference: Int) -> Double {
        var exponent = 0
        while step >= 999.5 * pow(10, Double(exponent)) { exponent += 1 }
        while step < 99.95 * pow(10, Double(exponent)) { exponent -= 1 }
        var digits = Int((step / pow(10, Double(exponent))).rounded()) + difference
        if digits < 100 {
            digits = 999
            exponent -= 1
        }
        return Double("\(digits)e\(exponent)") ?? .nan
    }
}
