import Geometry
import Testing

@testable import Plotting

@Suite("Marker shapes look equally large")
struct MarkerTests {
    /// The area within a path of lines and curves, each curve taken as 64 lines.
    private func area(of path: Path) -> Double {
        var points: [Point] = []
        for element in path.elements {
            switch element {
            case .move(let point), .line(let point): points.append(point)
            case .curve(let end, let control1, let control2):
                let start = points[points.count - 1]
                for step in 1...64 {
                    let t = Double(step) / 64
                    let s = 1 - t
                    func at(_ k: KeyPath<Point, Double>) -> Double {
                        let outer = s * s * s * start[keyPath: k] + t * t * t * end[keyPath: k]
                        return outer + 3 * s * t * (s * control1[keyPath: k] + t * control2[keyPath: k])
                    }
                    points.append(Point(x: at(\.x), y: at(\.y)))
                }
            case .close: break
            }
        }
        return abs(Ring(points).signedArea)
    }

    @Test("Every class's shape has the area of the circle", arguments: 0..<8)
    func equalAreas(index: Int) {
        let outline = MarkerShape.forClass(index).outline(radius: 3)
        #expect(abs(area(of: outline) - 9 * Double.pi) < 0.02)
    }

    @Test("The edge goes all round", arguments: MarkerShape.allCases)
    func edges(shape: MarkerShape) {
        let body = shape.outline(radius: 3)
        let edge = shape.outline(radius: 3, margin: 0.5)
        #expect(area(of: edge) > 1.1 * area(of: body))
    }

    @Test("The first eight classes differ in shape, and 64 in shape or colour")
    func shapes() {
        #expect(Set((0..<8).map(MarkerShape.forClass)).count == 8)
        struct Look: Hashable {
            let shape: MarkerShape
            let color: Int
        }
        #expect(Set((0..<64).map { Look(shape: .forClass($0), color: $0 % 8) }).count == 64)
        #expect(!(0..<64).map(MarkerShape.forClass).contains(.cross))
    }
}
