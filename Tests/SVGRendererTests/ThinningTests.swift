import Foundation
import Geometry
import Plotting
import Testing

@testable import SVGRenderer

@Suite("Lines are written with no more points than their course needs")
struct ThinningTests {
    private let tolerance = 0.01

    private func path(_ points: [Point]) -> Path {
        var path = Path()
        path.append(strip: points, at: \.self)
        return path
    }

    private func points(_ path: Path) -> [Point] {
        path.elements.compactMap { element in
            switch element {
            case .move(let to), .line(let to): to
            default: nil
            }
        }
    }

    /// The greatest distance of one of `points` from the line through `kept`.
    private func distance(_ points: [Point], from kept: [Point]) -> Double {
        points.map { point in
            zip(kept, kept.dropFirst()).map { a, b in
                let (dx, dy) = (b.x - a.x, b.y - a.y)
                let length = dx * dx + dy * dy
                let share = length > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / length : 0
                let near = min(max(share, 0), 1)
                return hypot(point.x - a.x - near * dx, point.y - a.y - near * dy)
            }.min() ?? .infinity
        }.max() ?? 0
    }

    @Test("every removed point is near the remaining line", arguments: [2.0, 10, 50, 400])
    func curves(radius: Double) {
        let all = (0...3000).map { index in
            let angle = 0.002 * Double(index)
            return Point(x: radius * cos(angle), y: radius * (sin(angle) + 0.2 * sin(5 * angle)))
        }
        let kept = points(path(all).thinned(tolerance: tolerance))
        #expect(kept.first == all.first && kept.last == all.last)
        #expect(kept.count < all.count / 4 && Set(kept).isSubset(of: all))
        #expect(distance(all, from: kept) <= tolerance * (1 + 1e-9))
    }

    @Test("lines that jump about lose nothing that is seen")
    func jumps() {
        var state: UInt32 = 7
        func draw() -> Double {
            state = state &* 1_664_525 &+ 1_013_904_223
            return Double(state >> 8) / Double(1 << 24)
        }
        for reach in [0.004, 0.02, 0.2, 5] {
            let all = (0..<1000).map { Point(x: 0.01 * Double($0) + reach * draw(), y: reach * draw()) }
            let kept = points(path(all).thinned(tolerance: tolerance))
            #expect(kept.first == all.first && kept.last == all.last)
            #expect(distance(all, from: kept) <= tolerance * (1 + 1e-9))
        }
    }

    @Test("a straight line keeps its ends, and a point where it turns back")
    func straight() {
        let straight = [0.0, 1, 2, 5, 7].map { Point(x: $0, y: 3 * $0) }
        #expect(points(path(straight).thinned(tolerance: tolerance)) == [straight[0], straight[4]])
        let back = [0.0, 1, 10, 5, 20].map { Point(x: $0, y: 0) }
        #expect(points(path(back).thinned(tolerance: tolerance)).map(\.x) == [0, 10, 5, 20])
    }

    @Test("curves, closes, moves and points that are not finite end a run")
    func otherElements() {
        func point(_ x: Double, _ y: Double = 0) -> Point { Point(x: x, y: y) }
        let curve = Path.Element.curve(to: point(40), control1: point(31), control2: point(39))
        let path = Path([
            .move(to: point(0)), .line(to: point(1)), .line(to: point(2)), .close, .line(to: point(5)),
            .move(to: point(10)), .line(to: point(11)), .line(to: point(12)), .line(to: point(.nan)),
            .line(to: point(20)), .line(to: point(21)), .line(to: point(22)), .line(to: point(30)), curve,
            .line(to: point(41)), .line(to: point(42)),
        ])
        let expected = Path([
            .move(to: point(0)), .line(to: point(2)), .close, .line(to: point(5)), .move(to: point(10)),
            .line(to: point(12)), .line(to: point(.nan)), .line(to: point(20)), .line(to: point(30)), curve,
            .line(to: point(42)),
        ])
        #expect("\(path.thinned(tolerance: tolerance))" == "\(expected)")
    }
}
