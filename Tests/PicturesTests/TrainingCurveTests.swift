import Geometry
import Plotting
import Testing

@testable import Pictures

@Suite("Curves of a training, and lines of units")
struct TrainingCurveTests {
    @Test("Of many iterations the least and the greatest costs are kept")
    func thinning() throws {
        var costs = (0...20_000).map { 2 - Double($0) / 40_000 }
        (costs[7], costs[15_123], costs[15_777]) = (9, 0.2, 5)
        let curve = TrainingCurve(costs: costs)
        let points = try #require(curve.lines(costs, through: 0...20_000).first).points
        #expect(points.count < 2000)
        for (iteration, cost) in [(0, costs[0]), (7, 9), (15_123, 0.2), (15_777, 5), (20_000, costs[20_000])] {
            #expect(points.contains(Point(x: Double(iteration + 1), y: cost)), "\(iteration)")
        }
        #expect(zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x })
        #expect(curve.lines(costs, through: 0...100)[0].points.last?.x == 101)
    }

    @Test("Costs that are not finite leave gaps, and the first lowest test cost is the best")
    func gaps() {
        let tests = [3, .nan, 1, 1, .infinity, 2]
        let curve = TrainingCurve(costs: [3, 2, 1, 1, 1, 1], testCosts: tests)
        #expect(curve.bestIteration == 2)
        #expect(curve.lines(tests, through: 0...5).map { $0.points.map(\.x) } == [[1], [3, 4], [6]])
        #expect(TrainingCurve(costs: [.nan]).limits.height > 0)
    }

    @Test("The axis of costs is logarithmic for costs of different size, and shows all of them")
    func scale() {
        let flat = TrainingCurve(costs: [1.5, 1, 0.5], testCosts: [1.6, 1, 0.6])
        let steep = TrainingCurve(costs: [1.5, 0.1, 0.01], testCosts: [1.6, 0.2, 0.02])
        #expect(flat.yScale == .linear && steep.yScale == .logarithmic)
        for curve in [flat, steep] {
            let limits = curve.limits
            #expect((curve.costs + curve.testCosts).allSatisfy { limits.minY < $0 && $0 < limits.maxY })
            #expect(limits.minX < 1 && limits.maxX > 3)
        }
    }

    @Test(
        "The line of a unit crosses the limits where its logit is 0",
        arguments: [(0.5, 1.0, 2.0), (0, 3, -0.01), (-1, 0, 2), (1, 2, 0), (0.3, 1e-9, 1), (0, 1, 1)])
    func unitLine(bias: Double, weightX: Double, weightY: Double) throws {
        let limits = Rectangle(minX: -1, minY: -2, maxX: 3, maxY: 2)
        let line = UnitLine(bias: bias, weightX: weightX, weightY: weightY, share: 1)
        let points = try #require(line.strip(across: limits)).points
        #expect(points.count == 2 && points[0] != points[1])
        for point in points { #expect(abs(bias + weightX * point.x + weightY * point.y) < 1e-12) }
    }

    @Test("A unit whose line is elsewhere, or that has none, draws nothing")
    func missingLines() {
        let limits = Rectangle(minX: -1, minY: -2, maxX: 3, maxY: 2)
        for (bias, weightX, weightY) in [(100.0, 1.0, 1.0), (1, 0, 0), (.nan, 1, 1), (0, 0, 0)] {
            #expect(
                UnitLine(bias: bias, weightX: weightX, weightY: weightY, share: 1).strip(across: limits) == nil)
        }
    }

    @Test("The weightier a unit, the wider and the more opaque its line")
    func weights() throws {
        let limits = Rectangle(minX: -1, minY: -1, maxX: 1, maxY: 1)
        let marks = try [0, 0.5, 1].map { share in
            try #require(
                LineMark(UnitLine(bias: 0, weightX: 1, weightY: 1, share: share), in: limits, theme: .light))
        }
        #expect(zip(marks, marks.dropFirst()).allSatisfy { $0.widthFactor < $1.widthFactor })
        #expect(marks.map { $0.color?.alpha ?? 1 } == [0.15, 0.525, 0.9])
    }
}
