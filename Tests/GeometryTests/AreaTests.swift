import Geometry
import Testing

@Suite("Areas of rings and polygons")
struct AreaTests {
    private func ring(_ pairs: (Double, Double)...) -> Ring {
        Ring(pairs.map { Point(x: $0.0, y: $0.1) })
    }

    @Test("The area is positive for a counter-clockwise ring and negative for the same one reversed")
    func sign() {
        let triangle = ring((0, 0), (4, 0), (0, 3))
        #expect(triangle.signedArea == 6)
        #expect(Ring(triangle.points.reversed()).signedArea == -6)
    }

    @Test("A ring that is not convex has the area of its inside")
    func concave() {
        #expect(ring((0, 0), (3, 0), (3, 3), (2, 3), (2, 1), (0, 1)).signedArea == 5)
    }

    @Test("The area does not depend on the point that the ring starts from", arguments: 0..<5)
    func start(offset: Int) {
        let points = ring((1, 1), (5, 2), (6, 6), (3, 4), (0, 7)).points
        #expect(Ring(Array(points[offset...] + points[..<offset])).signedArea == Ring(points).signedArea)
    }

    @Test("A ring far from the origin loses no digits")
    func farAway() {
        let far = 1e15
        #expect(ring((far, far), (far + 1, far), (far + 1, far + 1), (far, far + 1)).signedArea == 1)
    }

    @Test("A ring of fewer than three points, or out and back along a line, encloses nothing")
    func degenerate() {
        #expect(Ring([]).signedArea == 0)
        #expect(ring((1, 2)).signedArea == 0)
        #expect(ring((1, 2), (3, 5)).signedArea == 0)
        #expect(ring((0, 0), (1, 1), (3, 3), (1, 1)).signedArea == 0)
    }

    @Test("A polygon has the area of its exterior less that of its holes")
    func polygon() {
        let exterior = ring((0, 0), (10, 0), (10, 10), (0, 10))
        let holes = [ring((1, 1), (1, 3), (3, 3), (3, 1)), ring((5, 5), (5, 6), (8, 6), (8, 5))]
        #expect(Polygon(exterior: exterior).area == 100)
        #expect(Polygon(exterior: exterior, holes: holes).area == 100 - 4 - 3)
    }
}
