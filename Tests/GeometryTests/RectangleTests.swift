import Geometry
import Testing

@Suite("Rectangle")
struct RectangleTests {
    private let rectangle = Rectangle(minX: -1, minY: 2, maxX: 3, maxY: 8)

    @Test("Its size and center follow from its limits")
    func size() {
        #expect(rectangle.width == 4)
        #expect(rectangle.height == 6)
        #expect(rectangle.size == Size(width: 4, height: 6))
        #expect(rectangle.center == Point(x: 1, y: 5))
    }

    @Test("An origin and a size give the same rectangle as the limits")
    func origin() {
        #expect(Rectangle(origin: Point(x: -1, y: 2), size: Size(width: 4, height: 6)) == rectangle)
    }

    @Test("It contains its inside, its sides and its corners, and nothing else")
    func contains() {
        #expect(rectangle.contains(rectangle.center))
        for x in [-1.0, 0, 3] {
            for y in [2.0, 5, 8] { #expect(rectangle.contains(Point(x: x, y: y))) }
        }
        for outside in [(-1.5, 5), (3.5, 5), (1, 1.5), (1, 8.5), (.nan, 5), (1, .nan)] {
            #expect(!rectangle.contains(Point(x: outside.0, y: outside.1)))
        }
    }

    @Test(
        "Two rectangles overlap where they share an area, in whichever order they are named",
        arguments: [
            // To the right, above and on the diagonal: apart, touching, sharing.
            (Rectangle(minX: 4, minY: 2, maxX: 5, maxY: 8), false),
            (Rectangle(minX: 3, minY: 2, maxX: 5, maxY: 8), false),
            (Rectangle(minX: 2.5, minY: 2, maxX: 5, maxY: 8), true),
            (Rectangle(minX: -1, minY: 9, maxX: 3, maxY: 10), false),
            (Rectangle(minX: -1, minY: 8, maxX: 3, maxY: 10), false),
            (Rectangle(minX: -1, minY: 7.5, maxX: 3, maxY: 10), true),
            (Rectangle(minX: 3, minY: 8, maxX: 4, maxY: 9), false),
            (Rectangle(minX: 2, minY: 7, maxX: 4, maxY: 9), true),
            // Inside, and around.
            (Rectangle(minX: 0, minY: 3, maxX: 1, maxY: 4), true),
            (Rectangle(minX: -9, minY: -9, maxX: 9, maxY: 9), true),
        ])
    func overlaps(other: Rectangle, expected: Bool) {
        #expect(rectangle.overlaps(other) == expected)
        #expect(other.overlaps(rectangle) == expected)
    }

    @Test("It overlaps itself, unless it is a point")
    func overlapsItself() {
        #expect(rectangle.overlaps(rectangle))
        let point = Rectangle(minX: 1, minY: 5, maxX: 1, maxY: 5)
        #expect(!point.overlaps(point))
    }

    @Test("Expanding moves every side outwards, a negative distance inwards")
    func expanded() {
        #expect(rectangle.expanded(by: 0.5) == Rectangle(minX: -1.5, minY: 1.5, maxX: 3.5, maxY: 8.5))
        #expect(rectangle.expanded(by: -1) == Rectangle(minX: 0, minY: 3, maxX: 2, maxY: 7))
        #expect(rectangle.expanded(by: -2) == Rectangle(minX: 1, minY: 4, maxX: 1, maxY: 6))
        #expect(rectangle.expanded(by: 3).expanded(by: -3) == rectangle)
    }
}
