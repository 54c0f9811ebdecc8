import Contouring
import Geometry
import Testing

@Suite("Values that are not finite")
struct LeftOutQuadTests {
    @Test("Lines end at quads that are left out", arguments: [Double.nan, .infinity, -.infinity])
    func lines(gap: Double) {
        let lines = ContourGenerator(
            field([
                [1, 1, 1, 1, 1],
                [-1, -1, -1, -1, -1],
                [-1, -1, gap, -1, -1],
            ])
        ).lines(at: 0)
        // The quads of the lower row beside the gap are left out, those of the upper row are not.
        #expect(lines.strips == [strip((0, 1.5), (1, 1.5), (2, 1.5), (3, 1.5), (4, 1.5))])

        let broken = ContourGenerator(
            field([
                [1, 1, 1, 1, 1],
                [-1, -1, gap, -1, -1],
                [-1, -1, -1, -1, -1],
            ])
        ).lines(at: 0)
        #expect(broken.strips == [strip((0, 1.5), (1, 1.5)), strip((3, 1.5), (4, 1.5))])
    }

    @Test("Areas close along a left-out quad at a corner of the grid", arguments: [Double.nan, .infinity])
    func corner(gap: Double) {
        let polygons = ContourGenerator(field([[1, 1, gap], [1, 1, 1], [1, 1, 1]])).filled()
        #expect(polygons == [Polygon(exterior: ring((0, 0), (2, 0), (2, 1), (1, 1), (1, 2), (0, 2)))])
    }

    @Test("A gap in the middle is a hole", arguments: [Double.nan, .infinity])
    func middle(gap: Double) {
        let polygons = ContourGenerator(
            field([
                [1, 1, 1, 1, 1],
                [1, 1, 1, 1, 1],
                [1, 1, gap, 1, 1],
                [1, 1, 1, 1, 1],
                [1, 1, 1, 1, 1],
            ])
        ).filled()
        #expect(
            polygons == [
                Polygon(
                    exterior: ring((0, 0), (4, 0), (4, 4), (0, 4)), holes: [ring((1, 1), (1, 3), (3, 3), (3, 1))])
            ])
    }

    @Test("Quads that touch in one point between two gaps are not joined")
    func pinch() {
        // Gaps at (1, 1) and (3, 3): only the quads south-east and north-west of (2, 2) are present.
        let polygons = ContourGenerator(
            field([
                [1, 1, 1, 1, 1],
                [1, 1, 1, .nan, 1],
                [1, 1, 1, 1, 1],
                [1, .nan, 1, 1, 1],
                [1, 1, 1, 1, 1],
            ])
        ).filled()
        #expect(
            polygons == [
                Polygon(exterior: ring((2, 0), (4, 0), (4, 2), (2, 2))),
                Polygon(exterior: ring((0, 2), (2, 2), (2, 4), (0, 4))),
            ])
    }

    @Test("Gaps that touch in one point are one hole")
    func touchingGaps() {
        var rows = Array(repeating: Array(repeating: 1.0, count: 7), count: 7)
        rows[2][2] = .nan
        rows[4][4] = .nan
        let polygons = ContourGenerator(field(rows)).filled()
        #expect(polygons.map(\.holes.count) == [1])
        #expect(polygons.totalArea == 36 - 8)
    }

    @Test("A field without a finite quad has no lines and no areas")
    func nothing() {
        let generator = ContourGenerator(field([[1, .nan], [-1, 1]]))
        #expect(generator.filled() == [])
        #expect(generator.lines(at: 0) == ContourLines())
    }
}
