import Contouring
import Geometry
import Testing

@Suite("Lines of a level")
struct LineTests {
    private func lines(_ rowsFromTop: [[Double]], at level: Double = 0) -> ContourLines {
        ContourGenerator(field(rowsFromTop)).lines(at: level)
    }

    @Test("A line is interpolated along the sides of a quad, greater values to its left")
    func oneQuad() {
        let eastIsGreater = lines([
            [-1, 3],
            [-1, 1],
        ])
        #expect(eastIsGreater == ContourLines(strips: [strip((0.25, 1), (0.5, 0))]))

        let westIsGreater = lines([
            [3, -1],
            [1, -1],
        ])
        #expect(westIsGreater == ContourLines(strips: [strip((0.5, 0), (0.75, 1))]))
    }

    @Test(
        "Each of the sixteen cases cuts off the corners above the level",
        arguments: [
            ([[-1, -1], [-1, -1]], []),
            ([[-1, -1], [1, -1]], [strip((0.5, 0), (0, 0.5))]),
            ([[-1, -1], [-1, 1]], [strip((1, 0.5), (0.5, 0))]),
            ([[-1, -1], [1, 1]], [strip((1, 0.5), (0, 0.5))]),
            ([[-1, 1], [-1, -1]], [strip((0.5, 1), (1, 0.5))]),
            ([[-1, 1], [-1, 1]], [strip((0.5, 1), (0.5, 0))]),
            ([[-1, 1], [1, 1]], [strip((0.5, 1), (0, 0.5))]),
            ([[1, -1], [-1, -1]], [strip((0, 0.5), (0.5, 1))]),
            ([[1, -1], [1, -1]], [strip((0.5, 0), (0.5, 1))]),
            ([[1, -1], [1, 1]], [strip((1, 0.5), (0.5, 1))]),
            ([[1, 1], [-1, -1]], [strip((0, 0.5), (1, 0.5))]),
            ([[1, 1], [1, -1]], [strip((0.5, 0), (1, 0.5))]),
            ([[1, 1], [-1, 1]], [strip((0, 0.5), (0.5, 0))]),
            ([[1, 1], [1, 1]], []),
        ] as [([[Double]], [Polyline])])
    func cases(rowsFromTop: [[Double]], strips: [Polyline]) {
        #expect(lines(rowsFromTop) == ContourLines(strips: strips))
    }

    @Test("A saddle joins its upper corners if the mean is above the level")
    func saddleAbove() {
        #expect(
            lines([[-1, 3], [3, -1]]).strips == [strip((0.75, 0), (1, 0.25)), strip((0.25, 1), (0, 0.75))])
        #expect(
            lines([[3, -1], [-1, 3]]).strips == [strip((0, 0.25), (0.25, 0)), strip((1, 0.75), (0.75, 1))])
    }

    @Test("A saddle separates its upper corners if the mean is below the level or on it")
    func saddleBelow() {
        #expect(
            lines([[-3, 1], [1, -3]]).strips == [strip((0.25, 0), (0, 0.25)), strip((0.75, 1), (1, 0.75))])
        #expect(
            lines([[1, -3], [-3, 1]]).strips == [strip((0, 0.75), (0.25, 1)), strip((1, 0.25), (0.75, 0))])
        #expect(
            lines([[-1, 1], [1, -1]]).strips == [strip((0.5, 0), (0, 0.5)), strip((0.5, 1), (1, 0.5))])
        #expect(
            lines([[1, -1], [-1, 1]]).strips == [strip((0, 0.5), (0.5, 1)), strip((1, 0.5), (0.5, 0))])
    }

    @Test("The mean of a saddle does not overflow")
    func hugeSaddle() {
        let huge = Double.greatestFiniteMagnitude
        #expect(
            lines([[-1, huge], [huge, -1]]).strips.map(\.points.count) == [2, 2])
        #expect(
            lines([[huge, -huge], [-huge, huge]]).strips
                == [strip((0, 0.5), (0.5, 1)), strip((1, 0.5), (0.5, 0))])
    }

    @Test("A line around greater values is a counter-clockwise loop from its lowest point")
    func peak() {
        let lines = lines(
            [
                [0, 0, 0],
                [0, 4, 0],
                [0, 0, 0],
            ], at: 1)
        #expect(lines == ContourLines(loops: [ring((1, 0.25), (1.75, 1), (1, 1.75), (0.25, 1))]))
        #expect(lines.loops.allSatisfy { $0.signedArea > 0 })
    }

    @Test("A line around smaller values is a clockwise loop from its lowest point")
    func pit() {
        let lines = lines(
            [
                [4, 4, 4],
                [4, 0, 4],
                [4, 4, 4],
            ], at: 1)
        #expect(lines == ContourLines(loops: [ring((1, 0.75), (0.75, 1), (1, 1.25), (1.25, 1))]))
        #expect(lines.loops.allSatisfy { $0.signedArea < 0 })
    }

    @Test("A loop starts at the leftmost of its lowest points")
    func leftmost() {
        let lines = lines(
            [
                [0, 0, 0, 0],
                [0, 2, 2, 0],
                [0, 0, 0, 0],
            ], at: 1)
        #expect(
            lines.loops == [ring((1, 0.5), (2, 0.5), (2.5, 1), (2, 1.5), (1, 1.5), (0.5, 1))])
    }

    @Test("Strips and loops are in scan order")
    func order() {
        let lines = lines(
            [
                [0, 0, 0, 0, 0],
                [0, 2, 0, 2, 0],
                [0, 0, 0, 0, 0],
                [0, 0, 2, 0, 0],
                [2, 0, 0, 0, 2],
            ], at: 1)
        #expect(lines.strips.map { $0.points[0] } == points([(0.5, 0), (4, 0.5)]))
        #expect(lines.loops.map { $0.points[0] } == points([(2, 0.5), (1, 2.5), (3, 2.5)]))
    }

    @Test(
        "A constant field has no lines, above, below or on the level", arguments: [-1.0, 0, 1])
    func constant(value: Double) {
        #expect(lines([[value, value, value], [value, value, value]]) == ContourLines())
    }

    @Test("There are no lines at a level that is not finite", arguments: [Double.infinity, -.infinity, .nan])
    func levelNotFinite(level: Double) {
        #expect(lines([[-1, 1], [1, 2]], at: level) == ContourLines())
    }
}
