import Contouring
import Geometry
import Testing

@Suite("Corners on the level")
struct OnLevelTests {
    private func lines(_ rowsFromTop: [[Double]]) -> ContourLines {
        ContourGenerator(field(rowsFromTop)).lines(at: 0)
    }

    @Test("A line passes once through a corner that is exactly on its level")
    func throughCorner() {
        let lines = lines([
            [0, 1, 1],
            [-1, 0, 1],
            [-1, -1, 0],
        ])
        #expect(lines == ContourLines(strips: [strip((0, 2), (1, 1), (2, 0))]))
    }

    @Test("A line runs along a row of corners on the level beside greater values")
    func alongRow() {
        let greaterAbove = lines([
            [1, 1, 1],
            [0, 0, 0],
            [-1, -1, -1],
        ])
        #expect(greaterAbove == ContourLines(strips: [strip((0, 1), (1, 1), (2, 1))]))
    }

    @Test("A plateau on the level has a line towards greater values only")
    func plateau() {
        let amidGreater = lines([
            [1, 1, 1, 1],
            [1, 0, 0, 1],
            [1, 0, 0, 1],
            [1, 1, 1, 1],
        ])
        #expect(amidGreater == ContourLines(loops: [ring((1, 1), (1, 2), (2, 2), (2, 1))]))

        let amidLesser = lines([
            [-1, -1, -1, -1],
            [-1, 0, 0, -1],
            [-1, 0, 0, -1],
            [-1, -1, -1, -1],
        ])
        #expect(amidLesser == ContourLines())
    }

    @Test("Single corners and rows of corners on the level, surrounded by greater values, have no line")
    func degenerate() {
        #expect(lines([[1, 1, 1], [1, 0, 1], [1, 1, 1]]) == ContourLines())
        #expect(lines([[1, 1, 1, 1], [1, 0, 0, 1], [1, 1, 1, 1]]) == ContourLines())
        #expect(lines([[1, 1, 1, 1, 1], [1, 0, 0, 0, 1], [1, 1, 1, 1, 1]]) == ContourLines())
        #expect(lines([[1, 1, 1], [0, 0, 1], [1, 1, 1]]) == ContourLines())
        #expect(lines([[1, 1], [1, 0]]) == ContourLines())
    }

    @Test("A spike on the level is not part of a loop")
    func spike() {
        let lines = lines([
            [1, 1, 1, 1, 1, 1],
            [1, 0, 0, 1, 1, 1],
            [1, 0, 0, 0, 0, 1],
            [1, 1, 1, 1, 1, 1],
        ])
        #expect(lines.loops == [ring((1, 1), (1, 2), (2, 2), (3, 1), (2, 1))])
    }

    @Test("A border on the level is a line only beside greater values")
    func border() {
        #expect(lines([[1, 1, 1], [0, 0, 0]]).strips == [strip((0, 0), (1, 0), (2, 0))])
        #expect(lines([[-1, -1, -1], [0, 0, 0]]) == ContourLines())
    }

    @Test("The sign of zero changes nothing")
    func signedZero() {
        let plus = ContourGenerator(field([[0, 1], [0, -1]]))
        let minus = ContourGenerator(field([[-0.0, 1], [-0.0, -1]]))
        #expect(plus.lines(at: 0).strips == [strip((0, 1), (1, 0.5))])
        for lines in [plus.lines(at: -0.0), minus.lines(at: 0), minus.lines(at: -0.0)] {
            #expect(lines == plus.lines(at: 0))
        }
        #expect(plus.filled(above: -0.0) == plus.filled(above: 0))
        #expect(plus.filled(upTo: -0.0) == plus.filled(upTo: 0))
    }

    @Test("A corner on the level belongs to the band below it")
    func bandLimit() {
        let generator = ContourGenerator(field([[0, 0], [0, 0]]))
        #expect(generator.filled(above: 0) == [])
        #expect(generator.filled(upTo: 0).totalArea == 1)
        #expect(generator.filled(above: -1, upTo: 0).totalArea == 1)
        #expect(generator.filled(above: 0, upTo: 1) == [])
    }
}
