import Geometry
import Plotting
import Testing

@Suite("Paths of simple shapes")
struct PathTests {
    private let box = Rectangle(minX: 1, minY: 2, maxX: 11, maxY: 8)

    /// All points of a path, including control points.
    private func points(of path: Path) -> [Point] {
        path.elements.flatMap { element -> [Point] in
            switch element {
            case .move(let point), .line(let point): [point]
            case .curve(let point, let control1, let control2): [point, control1, control2]
            case .close: []
            }
        }
    }

    @Test("A rectangle has its four corners and is closed")
    func rectangle() {
        let path = Path(box)
        #expect(path.elements.last == .close)
        let corners = Ring(points(of: path))
        #expect(corners.points.count == 4)
        #expect(abs(corners.signedArea) == 60)
    }

    @Test("Rounded corners stay in the rectangle, however large the radius", arguments: [0, 1, 3, 100, -1])
    func rounded(radius: Double) {
        let path = Path(box, cornerRadius: radius)
        #expect(points(of: path).allSatisfy { box.expanded(by: 1e-12).contains($0) })
        #expect(!points(of: path).contains(Point(x: 1, y: 2)) || radius <= 0)
    }

    @Test("The middle of each of a circle's curves is a radius away from the centre")
    func circle() {
        let path = Path(circleAt: Point(x: 5, y: 7), radius: 2)
        var start = Point(x: 0, y: 0)
        var curveCount = 0
        for element in path.elements {
            switch element {
            case .move(let point), .line(let point): start = point
            case .curve(let end, let control1, let control2):
                let x = (start.x + 3 * control1.x + 3 * control2.x + end.x) / 8 - 5
                let y = (start.y + 3 * control1.y + 3 * control2.y + end.y) / 8 - 7
                #expect(abs((x * x + y * y).squareRoot() - 2) < 1e-12)
                start = end
                curveCount += 1
            case .close: break
            }
        }
        #expect(curveCount == 4)
    }

    @Test("A polygon's holes are subpaths of the same path")
    func polygon() {
        let exterior = Ring([Point(x: 0, y: 0), Point(x: 4, y: 0), Point(x: 0, y: 4)])
        let hole = Ring([Point(x: 1, y: 1), Point(x: 1, y: 2), Point(x: 2, y: 1)])
        var path = Path()
        path.append(Polygon(exterior: exterior, holes: [hole]), at: \.self)
        #expect(path.elements.count { $0 == .close } == 2)
        #expect(points(of: path) == exterior.points + hole.points)
    }

    @Test("A line through fewer than two points is nothing")
    func degenerate() {
        var path = Path()
        path.append(strip: [], at: \.self)
        path.append(strip: [Point(x: 1, y: 1)], at: \.self)
        path.append(loop: Ring([Point(x: 1, y: 1)]), at: \.self)
        #expect(path == Path())
    }
}
