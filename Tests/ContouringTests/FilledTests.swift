import Contouring
import Geometry
import Testing

@Suite("Filled bands")
struct FilledTests {
    @Test("A band without limits is the whole grid, given by its corners")
    func everything() {
        let polygons = ContourGenerator(field([[7, -3, 0], [1, 2, 5], [2, -1, -4]])).filled()
        #expect(polygons == [Polygon(exterior: ring((0, 0), (2, 0), (2, 2), (0, 2)))])
    }

    @Test("A band across a quad ends at both of its limits")
    func oneQuad() {
        let generator = ContourGenerator(field([[0, 4], [0, 4]]))
        #expect(
            generator.filled(above: 1, upTo: 3) == [
                Polygon(exterior: ring((0.25, 0), (0.75, 0), (0.75, 1), (0.25, 1)))
            ])
        #expect(generator.filled(upTo: 1) == [Polygon(exterior: ring((0, 0), (0.25, 0), (0.25, 1), (0, 1)))])
        #expect(generator.filled(above: 3) == [Polygon(exterior: ring((0.75, 0), (1, 0), (1, 1), (0.75, 1)))])
    }

    @Test("Exteriors run counter-clockwise, holes clockwise")
    func hole() {
        let polygons = ContourGenerator(field([[4, 4, 4], [4, 0, 4], [4, 4, 4]])).filled(above: 1)
        #expect(
            polygons == [
                Polygon(
                    exterior: ring((0, 0), (2, 0), (2, 2), (0, 2)),
                    holes: [ring((1, 0.75), (0.75, 1), (1, 1.25), (1.25, 1))])
            ])
    }

    @Test("An island in a hole is a polygon of its own, with its own holes")
    func nested() {
        // Nested squares around the middle, 2 outside, then 0, 2 and 0.
        let rows = (0..<9).map { row in
            (0..<9).map { column in [0.0, 2, 0, 2, 2][max(abs(row - 4), abs(column - 4))] }
        }
        let polygons = ContourGenerator(field(rows)).filled(above: 1)
        #expect(polygons.map(\.holes.count) == [1, 1])
        #expect(polygons[0].exterior == ring((0, 0), (8, 0), (8, 8), (0, 8)))
        // Each corner of a ring is cut off by a triangle of area 0.125.
        let corners = 4 * 0.125
        #expect(polygons[0].holes[0].signedArea == corners - 25)
        #expect(polygons[1].exterior.signedArea == 9 - corners)
        #expect(polygons[1].holes[0].signedArea == corners - 1)
    }

    @Test("Every hole comes with the polygon around it")
    func neighbours() {
        let polygons = ContourGenerator(
            field([
                [3, 3, 3, 0, 3, 3, 3],
                [3, 0, 3, 0, 3, 0, 3],
                [3, 3, 3, 0, 3, 3, 3],
                [3, 0, 3, 0, 3, 3, 3],
                [3, 3, 3, 0, 3, 3, 3],
            ])
        ).filled(above: 1)
        #expect(polygons.map(\.holes.count) == [2, 1])
        #expect(polygons[0].holes.flatMap(\.points).allSatisfy { $0.x < 2.5 })
        #expect(polygons[1].holes.flatMap(\.points).allSatisfy { $0.x > 3.5 })
    }

    @Test("A hole in the bay of another one belongs to the same polygon")
    func bay() {
        let polygons = ContourGenerator(
            field([
                [1, 1, 1, 1, 1, 1, 1],
                [1, -1, -1, -1, -1, -1, 1],
                [1, -1, 1, 1, 1, -1, 1],
                [1, -1, 1, -1, 1, -1, 1],
                [1, -1, 1, 1, 1, -1, 1],
                [1, -1, 1, 1, 1, -1, 1],
                [1, 1, 1, 1, 1, 1, 1],
            ])
        ).filled(above: 0)
        #expect(polygons.count == 1)
        #expect(polygons[0].holes.count == 2)
    }

    @Test("A band in a saddle is joined or separated like the lines")
    func saddle() {
        let joined = ContourGenerator(field([[-1, 3], [3, -1]])).filled(above: 0)
        #expect(joined.map(\.exterior.points.count) == [6])
        let apart = ContourGenerator(field([[-3, 1], [1, -3]])).filled(above: 0)
        #expect(apart.map(\.exterior.points.count) == [3, 3])
        let between = ContourGenerator(field([[-3, 3], [3, -3]])).filled(above: -1, upTo: 1)
        #expect(between.map(\.exterior.points.count) == [8])
    }

    @Test("A band is empty unless its limits are in ascending order")
    func emptyBand() {
        let generator = ContourGenerator(field([[-1, 3], [3, -1]]))
        #expect(generator.filled(above: 1, upTo: 1) == [])
        #expect(generator.filled(above: 2, upTo: 1) == [])
        #expect(generator.filled(above: .nan) == [])
        #expect(generator.filled(upTo: .nan) == [])
        #expect(generator.filled(above: .infinity) == [])
    }

    @Test("A sliver without area, between a border on the upper limit and greater values, is removed")
    func sliver() {
        let generator = ContourGenerator(field([[2, 2, 2], [1, 1, 1]]))
        #expect(generator.filled(upTo: 1) == [])
        #expect(generator.filled(above: 1).totalArea == 2)
    }
}
