import Geometry
import Plotting
import Testing

@Suite("Marks draw data where the scales put it")
struct MarkTests {
    private let space = PlotSpace(
        rectangle: Rectangle(minX: 0, minY: 0, maxX: 100, maxY: 100), xLimits: 0...10, yLimits: 0...10, theme: .light,
        markerRadius: 2)
    private let red = Color(bytes: 255, 0, 0)
    private let blue = Color(bytes: 0, 0, 255)

    @Test("An area is one path, with its holes in it")
    func area() {
        let exterior = Ring([Point(x: 1, y: 1), Point(x: 9, y: 1), Point(x: 9, y: 9)])
        let hole = Ring([Point(x: 5, y: 3), Point(x: 6, y: 4), Point(x: 6, y: 3)])
        var canvas = RecordingCanvas()
        AreaMark([Polygon(exterior: exterior, holes: [hole])], color: red).draw(on: &canvas, in: space)
        let expected = Path([
            .move(to: Point(x: 10, y: 90)), .line(to: Point(x: 90, y: 90)), .line(to: Point(x: 90, y: 10)), .close,
            .move(to: Point(x: 50, y: 70)), .line(to: Point(x: 60, y: 60)), .line(to: Point(x: 60, y: 70)), .close,
        ])
        #expect(canvas.calls == [.fill(expected, red)])
    }

    @Test("Strips stay open, loops close, and both have round joins")
    func lines() {
        let strip = Polyline([Point(x: 0, y: 0), Point(x: 1, y: 1)])
        let loop = Ring([Point(x: 4, y: 4), Point(x: 5, y: 4), Point(x: 5, y: 5)])
        var canvas = RecordingCanvas()
        LineMark(strips: [strip], loops: [loop], color: blue).draw(on: &canvas, in: space)
        let path = Path([
            .move(to: Point(x: 0, y: 100)), .line(to: Point(x: 10, y: 90)), .move(to: Point(x: 40, y: 60)),
            .line(to: Point(x: 50, y: 60)), .line(to: Point(x: 50, y: 50)), .close,
        ])
        let style = StrokeStyle(color: blue, width: Theme.light.boundaryWidth, cap: .round, join: .round)
        #expect(canvas.calls == [.stroke(path, style)])
    }

    @Test("Dashes are multiples of the theme's width, with flat ends; the halo beneath is solid")
    func dashes() {
        let strip = Polyline([Point(x: 0, y: 0), Point(x: 1, y: 1)])
        var canvas = RecordingCanvas()
        LineMark(strips: [strip], color: blue, widthFactor: 2, dash: [4, 1.5], haloColor: red).draw(
            on: &canvas, in: space)
        let styles = canvas.calls.compactMap { call in
            if case .stroke(_, let style) = call { style } else { nil }
        }
        let width = Theme.light.boundaryWidth
        #expect(styles.map(\.dash) == [[], [4 * width, 1.5 * width]])
        #expect(styles.map(\.cap) == [.round, .butt] && styles.last?.width == 2 * width)
    }

    @Test("A band is the area between its lines, and hides as a line what a legend covers of them")
    func band() {
        let lower = [Point(x: 0, y: 1), Point(x: 10, y: 1)]
        let upper = [Point(x: 0, y: 3), Point(x: 10, y: 3)]
        let band = BandMark(lower: lower, upper: upper, color: red)
        var canvas = RecordingCanvas()
        band.draw(on: &canvas, in: space)
        let expected = Path([
            .move(to: Point(x: 0, y: 90)), .line(to: Point(x: 100, y: 90)), .line(to: Point(x: 100, y: 70)),
            .line(to: Point(x: 0, y: 70)), .close,
        ])
        #expect(canvas.calls == [.fill(expected, red)])
        let box = Rectangle(minX: 20, minY: 60, maxX: 50, maxY: 80)
        #expect(abs(band.hiddenLineLength(under: box, in: space) - 30) < 1e-9)
    }

    @Test("A line that only guides the eye may be hidden, another counts")
    func guide() {
        let strip = Polyline([Point(x: 0, y: 5), Point(x: 10, y: 5)])
        let box = Rectangle(minX: 0, minY: 0, maxX: 100, maxY: 100)
        #expect(LineMark(strips: [strip]).hiddenLineLength(under: box, in: space) == 100)
        #expect(LineMark(strips: [strip], isGuide: true).hiddenLineLength(under: box, in: space) == 0)
    }

    @Test("Marks without anything to draw draw nothing")
    func empty() {
        var canvas = RecordingCanvas()
        AreaMark([], color: red).draw(on: &canvas, in: space)
        LineMark().draw(on: &canvas, in: space)
        PointMark([], marker: Marker(shape: .circle, color: red)).draw(on: &canvas, in: space)
        #expect(canvas.calls.isEmpty)
    }

    @Test("Points are drawn in order, whatever their class, each upon its edge")
    func pointOrder() {
        let markers = [Marker(shape: .circle, color: red), Marker(shape: .square, color: blue)]
        let points = [Point(x: 1, y: 1), Point(x: 2, y: 2), Point(x: 3, y: 3)]
        var canvas = RecordingCanvas()
        PointMark(points, markers: markers, markerIndices: [0, 1, 0]).draw(on: &canvas, in: space)
        let colors = canvas.calls.map { call in
            if case .fill(_, let color) = call { color } else { Color.black }
        }
        #expect(colors == [.white, red, .white, blue, .white, red])
    }

    @Test("The area of a marker is proportional to the weight of its point, until the largest would hide neighbours")
    func weights() throws {
        func radii(_ weights: [Double], _ scale: Double = 1) -> [Double] {
            var mark = PointMark(
                weights.indices.map { Point(x: Double($0), y: 5) }, marker: Marker(shape: .circle, color: red))
            (mark.weights, mark.scale) = (weights, scale)
            var canvas = RecordingCanvas()
            mark.draw(on: &canvas, in: space)
            return canvas.fills(of: red).map { path in
                // A circle begins at its top; its centre is in the middle of the plot.
                if case .move(let start) = path.elements[0] { 50 - start.y } else { .nan }
            }
        }
        for (radius, expected) in zip(radii([1, 4, 9]), [2.0, 4, 6]) { #expect(abs(radius - expected) < 0.01) }
        for (radius, expected) in zip(radii([1, 4, 9], 0.5), [1.0, 2, 3]) { #expect(abs(radius - expected) < 0.01) }
        let shrunk = radii([1, 100, 10_000])
        #expect(shrunk[2] < 10.1 && shrunk[0] < shrunk[1] && shrunk[1] < shrunk[2] && shrunk[0] > 0.7)
    }

    @Test("Markers that are not opaque have no edges, and those with a ring stay opaque")
    func opacity() {
        var mark = PointMark(
            [Point(x: 1, y: 1), Point(x: 2, y: 2)],
            markers: [
                Marker(shape: .circle, color: red),
                Marker(shape: .circle, color: blue, ring: Marker.Flag(color: .black)),
            ], markerIndices: [0, 1])
        mark.opacity = 0.5
        var canvas = RecordingCanvas()
        mark.draw(on: &canvas, in: space)
        let colors = canvas.calls.map { call in
            if case .fill(_, let color) = call { color } else { Color.white }
        }
        #expect(colors == [red.opacity(0.5), .black, blue])
    }

    @Test("A halo is a wider line beneath")
    func halo() {
        let strip = Polyline([Point(x: 0, y: 0), Point(x: 1, y: 1)])
        var canvas = RecordingCanvas()
        LineMark(strips: [strip], color: blue, haloColor: red).draw(on: &canvas, in: space)
        let styles = canvas.calls.compactMap { call in
            if case .stroke(_, let style) = call { style } else { nil }
        }
        #expect(styles.map(\.color) == [red, blue] && styles[0].width > 2 * styles[1].width)
    }

    @Test("Each shade of a density is drawn with its outline, and its points count under a legend")
    func density() throws {
        let square = Polygon(
            exterior: Ring([Point(x: 2, y: 2), Point(x: 8, y: 2), Point(x: 8, y: 8), Point(x: 2, y: 8)]))
        let grid = try RegularGrid(
            covering: Rectangle(minX: 0, minY: 0, maxX: 10, maxY: 10), step: 5)
        let mark = DensityMark(
            [
                .init([square], color: red.opacity(0.2), outlineColor: red),
                .init([square], color: blue, outlineColor: blue),
            ],
            counts: ScalarField(grid: grid, values: [10, 20, 30, 40]))
        var canvas = RecordingCanvas()
        mark.draw(on: &canvas, in: space)
        let colors = canvas.calls.map { call in
            switch call {
            case .fill(_, let color): color
            case .stroke(_, let style): style.color
            default: Color.white
            }
        }
        #expect(colors == [red.opacity(0.2), red, blue, blue] && mark.pointCount == 100)
        // The upper half of the page has the second row of the grid.
        #expect(mark.hiddenPointCount(under: Rectangle(minX: 0, minY: 0, maxX: 100, maxY: 60), in: space) == 70)
    }

    @Test("Points outside of the limits, or nowhere, are not drawn")
    func outside() {
        let points = [
            Point(x: 5, y: 5), Point(x: 10, y: 0), Point(x: 10.01, y: 5), Point(x: 5, y: -0.01), Point(x: .nan, y: 1),
            Point(x: 1, y: .infinity),
        ]
        var canvas = RecordingCanvas()
        PointMark(points, marker: Marker(shape: .circle, color: red)).draw(on: &canvas, in: space)
        #expect(canvas.fills(of: red).count == 2)
    }

    @Test("Very many points are drawn without edges, and a point that coincides with another of its class is left out")
    func crowd() {
        let count = 200_000
        // A dense grid over the whole plot, once for each of two classes.
        let points = (0..<count).map { (index: Int) -> Point in
            let (row, column) = (index / 500 % 200, index % 500)
            return Point(x: Double(column) / 50, y: Double(row) / 20)
        }
        let markers = [Marker(shape: .circle, color: red), Marker(shape: .square, color: blue)]
        var canvas = RecordingCanvas()
        PointMark(points, markers: markers, markerIndices: (0..<count).map { 2 * $0 / count })
            .draw(on: &canvas, in: space)
        #expect(canvas.fills(of: .white).isEmpty)
        // A marker of radius 2 lets one point into each square of side 2.
        #expect((2_400...2_601).contains(canvas.fills(of: red).count))
        #expect(canvas.fills(of: blue).count == canvas.fills(of: red).count)
    }

    @Test("Markers that would cover more than a twentieth of the plot are smaller, down to three tenths")
    func crowding() {
        func space(_ count: Int, _ size: Size = Figure.defaultSize) -> PlotSpace {
            let points = Array(repeating: Point(x: 0, y: 0), count: count)
            let axes = Axes(
                xLimits: -1...1, yLimits: -1...1, marks: [PointMark(points, marker: Marker(shape: .circle, color: red))]
            )
            return FigureLayout(of: Figure(size: size, axes: axes), measuring: RecordingCanvas()).axes.space
        }
        func radius(_ count: Int) -> Double { space(count).markerRadius }
        let full = Theme.light.markerRadius
        #expect(radius(200) == full)
        #expect(radius(1000) < 0.9 * full && radius(1000) > 0.3 * full)
        #expect(abs(radius(8000) - radius(500) / 2) < 1e-12)
        #expect(radius(100_000) == 0.3 * full)
        // On a page of a quarter of the size, markers are smaller than the page alone makes them.
        let quarter = space(500, Size(width: Figure.defaultSize.width / 4, height: Figure.defaultSize.height / 4))
        #expect(quarter.markerRadius < 0.95 * radius(500) * quarter.theme.markerRadius / full)
    }
}
