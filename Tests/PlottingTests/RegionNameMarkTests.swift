import Geometry
import Plotting
import Testing

@Suite("Names are written in their regions")
struct RegionNameMarkTests {
    private let space = PlotSpace(
        rectangle: Rectangle(minX: 0, minY: 0, maxX: 400, maxY: 300), xLimits: 0...4, yLimits: 0...3, theme: .light,
        markerRadius: 2)
    private let tint = Color(bytes: 250, 220, 220)

    private func polygon(_ points: (Double, Double)...) -> Polygon {
        Polygon(exterior: Ring(points.map { Point(x: $0.0, y: $0.1) }))
    }

    private func box(of text: String, in mark: RegionNameMark) throws -> Rectangle {
        var canvas = RecordingCanvas()
        mark.draw(on: &canvas, in: space)
        return try #require(canvas.textBoxes.first { $0.text == text }).box
    }

    @Test("In the middle of the largest polygon, in dark letters on a plate of its tint")
    func middle() throws {
        let small = polygon((3, 2), (3.9, 2), (3.9, 2.9), (3, 2.9))
        let mark = RegionNameMark([
            .init("oak", polygons: [small, polygon((0, 0), (2, 0), (2, 2), (0, 2))], color: tint)
        ])
        let center = try box(of: "oak", in: mark).center
        #expect(abs(center.x - 100) < 8 && abs(center.y - 200) < 8)
        var canvas = RecordingCanvas()
        mark.draw(on: &canvas, in: space)
        #expect(canvas.calls.count == 2 && canvas.fills(of: tint.opacity(0.8)).count == 1)
        #expect(mark.writtenNames(in: space, measuring: RecordingCanvas()) == ["oak"])
    }

    @Test("Wholly within a region that is not convex, and out of its hole")
    func shapes() throws {
        let angle = polygon((0, 0), (4, 0), (4, 0.6), (0.8, 0.6), (0.8, 3), (0, 3))
        let inAngle = try box(of: "willow", in: RegionNameMark([.init("willow", polygons: [angle], color: tint)]))
        #expect(inAngle.minY > 240 || inAngle.maxX < 80)

        let hole = Ring([Point(x: 0.5, y: 0.5), Point(x: 0.5, y: 2.5), Point(x: 3.5, y: 2.5), Point(x: 3.5, y: 0.5)])
        let frame = Polygon(
            exterior: Ring([Point(x: 0, y: 0), Point(x: 4, y: 0), Point(x: 4, y: 3), Point(x: 0, y: 3)]), holes: [hole])
        let inFrame = try box(of: "elm", in: RegionNameMark([.init("elm", polygons: [frame], color: tint)]))
        #expect(!inFrame.overlaps(Rectangle(minX: 50, minY: 50, maxX: 350, maxY: 250)))
    }

    @Test("Outside of the legend if there is room, and below it otherwise")
    func besideLegend() throws {
        let square = polygon((0, 0), (2, 0), (2, 2), (0, 2))
        let mark = RegionNameMark([.init("oak", polygons: [square], color: tint)])
        func box(legend: Rectangle) throws -> Rectangle {
            var space = space
            space.legendBox = legend
            var canvas = RecordingCanvas()
            mark.draw(on: &canvas, in: space)
            return try #require(canvas.textBoxes.first).box
        }
        let half = Rectangle(minX: 0, minY: 150, maxX: 200, maxY: 300)
        #expect(!(try box(legend: half).overlaps(half)))
        #expect(try box(legend: space.rectangle) == self.box(of: "oak", in: mark))
    }

    @Test("Clear of points where there is room")
    func points() throws {
        let square = polygon((0, 0), (4, 0), (4, 3), (0, 3))
        let crowd = (0..<200).map { Point(x: 1 + Double($0 % 20) / 10, y: 1 + Double($0 / 20) / 10) }
        let mark = RegionNameMark([.init("ash", polygons: [square], color: tint)], avoiding: crowd)
        let found = try box(of: "ash", in: mark)
        #expect(!crowd.contains { found.contains(space.position(of: $0)) })
    }

    @Test("Smaller where it is tight, and not at all where it does not fit")
    func tight() {
        func fontSize(_ width: Double) -> Double? {
            var canvas = RecordingCanvas()
            RegionNameMark([
                .init("hornbeam", polygons: [polygon((0, 0), (width, 0), (width, 1), (0, 1))], color: tint)
            ]).draw(on: &canvas, in: space)
            return canvas.calls.lazy.compactMap { call -> Double? in
                if case .text(_, _, let font, _, _) = call { font.size } else { nil }
            }.first
        }
        #expect(fontSize(2) == 1.2 * Theme.light.legendFont.size)
        let tight = fontSize(0.42) ?? 0
        #expect(tight < Theme.light.legendFont.size && tight >= Theme.light.minimumFontSize)
        #expect(fontSize(0.2) == nil)
    }

    @Test("The legend leaves out what is written, and only that")
    func legend() {
        func names(_ width: Double) -> [String] {
            var figure = twoClassFigure(names: ["left", "right"])
            figure.axes.marks.append(
                RegionNameMark([
                    .init("left", polygons: [polygon((-2, -2), (0, -2), (0, 2), (-2, 2))], color: tint),
                    .init("right", polygons: [polygon((0, -2), (width, -2), (width, 2), (0, 2))], color: tint),
                ]))
            let layout = FigureLayout(of: figure, measuring: RecordingCanvas())
            return layout.axes.legend?.items.map(\.name.text) ?? []
        }
        #expect(names(2) == ["misclassified"])
        #expect(names(0.1) == ["right", "misclassified"])
    }

    @Test("The legend keeps away from names")
    func legendPlace() {
        let corner = polygon((2, 2), (4, 2), (4, 3), (2, 3))
        let mark = RegionNameMark([.init("pine", polygons: [corner], color: tint)])
        #expect(mark.hiddenPointCount(under: Rectangle(minX: 250, minY: 0, maxX: 400, maxY: 100), in: space) > 0)
        #expect(mark.hiddenPointCount(under: Rectangle(minX: 0, minY: 0, maxX: 100, maxY: 100), in: space) == 0)
    }
}
