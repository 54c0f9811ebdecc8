import Geometry
import Testing

@testable import Plotting

@Suite("Markers look equally large, and hollow where they have a core")
struct MarkerTests {
    /// The area of a path; each curve counts as 64 lines.
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

    @Test("A hollow marker is its edge, a ring of its colour and its core, about one middle", arguments: 0..<8)
    func hollow(index: Int) throws {
        let marker = Marker(shape: .forClass(index), color: .black, coreColor: Color(bytes: 250, 240, 245))
        var canvas = RecordingCanvas()
        canvas.stamp(marker.stamp(radius: 2.6, theme: .light), at: [Point(x: 20, y: 30)])
        let fills = canvas.calls.compactMap { call in
            if case .fill(let path, let color) = call { (path: path, color: color) } else { nil }
        }
        try #require(fills.count == 3)
        #expect(fills.map(\.color) == [Theme.light.markerEdgeColor, .black, Color(bytes: 250, 240, 245)])
        // Both the ring and the core are visible.
        let share = area(of: fills[2].path) / area(of: fills[1].path)
        #expect((0.3...0.45).contains(share))
        let outline = marker.shape.outline(radius: Marker.coreShare * 2.6)
        #expect(fills[2].path == outline.moved(to: Point(x: 20, y: 30)))
    }

    @Test("A hollow marker stays hollow without its edge, and in the legend")
    func hollowEverywhere() {
        let core = Color(bytes: 250, 240, 245)
        let marker = Marker(shape: .square, color: .black, coreColor: core)
        let stamp = marker.stamp(radius: 1.3, theme: .light, hasEdge: false)
        let body = Stamp.Layer(MarkerShape.square.outline(radius: 1.3), color: .black)
        let middle = Stamp.Layer(MarkerShape.square.outline(radius: Marker.coreShare * 1.3), color: core)
        #expect(stamp.layers == [body, middle])

        let axes = Axes(
            xLimits: 0...1, yLimits: 0...1, legend: Legend([Legend.Entry("test", symbol: .init(marker: marker))]))
        let legend = RecordingCanvas(drawing: Figure(axes: axes))
        #expect(legend.fills(of: core).count == 1)
    }

    @Test("A solid marker is its edge and its body, as ever")
    func solid() {
        let stamp = Marker(shape: .circle, color: .black).stamp(radius: 2.6, theme: .light)
        let edge = MarkerShape.circle.outline(radius: 2.6, margin: Theme.light.markerEdgeWidth)
        let body = MarkerShape.circle.outline(radius: 2.6)
        #expect(stamp.layers == [Stamp.Layer(edge, color: .white), Stamp.Layer(body, color: .black)])
    }

    @Test("A ring lies around the edge and hides neither body nor core; without edges it is narrow")
    func ring() {
        let core = Color(bytes: 250, 240, 245)
        let red = Color(bytes: 200, 0, 0)
        let marker = Marker(
            shape: .square, color: red, coreColor: core, ring: Marker.Flag(color: .black, widthFactor: 2))
        let theme = Theme.light
        func layer(_ margin: Double, _ color: Color) -> Stamp.Layer {
            Stamp.Layer(MarkerShape.square.outline(radius: 2.6, margin: margin), color: color)
        }
        let middle = Stamp.Layer(MarkerShape.square.outline(radius: Marker.coreShare * 2.6), color: core)
        let (edge, ring) = (theme.markerEdgeWidth, 2 * theme.markerRingWidth)
        #expect(
            marker.stamp(radius: 2.6, theme: theme).layers
                == [
                    layer(2 * edge + ring, .white), layer(edge + ring, .black), layer(edge, .white), layer(0, red),
                    middle,
                ])
        // Opaque, so that the ring does not shine through.
        #expect(
            marker.stamp(radius: 2.6, theme: theme, hasEdge: false, opacity: 0.4).layers
                == [layer(0.4 * ring, .black), layer(0, red), middle])
        let plain = Marker(shape: .square, color: red)
        #expect(
            plain.stamp(radius: 2.6, theme: theme, hasEdge: false, opacity: 0.4).layers == [layer(0, red.opacity(0.4))])
    }

    @Test("A canvas without stamps of its own fills their layers at one point after the other")
    func stamps() {
        let stamp = Marker(shape: .diamond, color: .black).stamp(radius: 2, theme: .light)
        let points = [Point(x: 5, y: 6), Point(x: 6, y: 6)]
        var canvas = RecordingCanvas()
        canvas.stamp(stamp, at: points)
        let fills = points.flatMap { point in
            stamp.layers.map { RecordingCanvas.Call.fill($0.path.moved(to: point), $0.color) }
        }
        #expect(canvas.calls == fills)
    }

    @Test("The first eight classes differ in shape, and 64 in shape or colour")
    func shapes() {
        #expect(Set((0..<8).map(MarkerShape.forClass)).count == 8)
        struct Look: Hashable {
            let shape: MarkerShape
            let color: Int
        }
        #expect(Set((0..<64).map { Look(shape: .forClass($0), color: $0 % 8) }).count == 64)
    }
}
