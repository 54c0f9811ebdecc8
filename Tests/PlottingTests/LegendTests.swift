import Geometry
import Plotting
import Testing

@Suite("The legend stands where it hides the least")
struct LegendTests {
    private let marker = Marker(shape: .circle, color: .black)

    private func layout(
        points: [Point], lines: LineMark = LineMark(), names: [String] = ["one", "two"],
        place: Legend.Place = .automatic
    ) -> FigureLayout {
        let entries = names.map { Legend.Entry($0, symbol: .init(marker: marker)) }
        let axes = Axes(
            xLimits: 0...1, yLimits: 0...1, marks: [lines, PointMark(points, marker: marker)],
            legend: Legend(entries, place: place))
        return FigureLayout(of: Figure(axes: axes), measuring: RecordingCanvas())
    }

    private let upperRight = Point(x: 0.95, y: 0.95)
    private let upperLeft = Point(x: 0.05, y: 0.95)
    private let lowerRight = Point(x: 0.95, y: 0.05)
    private let lowerLeft = Point(x: 0.05, y: 0.05)

    /// The corner of the legend, in data units.
    private func corner(_ layout: FigureLayout) throws -> Point {
        let box = try #require(layout.axes.legend).box
        let center = layout.plotRectangle.center
        return Point(x: box.center.x > center.x ? 0.95 : 0.05, y: box.center.y < center.y ? 0.95 : 0.05)
    }

    @Test("Corners without points rank: upper right, upper left, lower right, lower left")
    func rank() throws {
        #expect(try corner(layout(points: [])) == upperRight)
        #expect(try corner(layout(points: [upperRight])) == upperLeft)
        #expect(try corner(layout(points: [upperRight, upperLeft])) == lowerRight)
        #expect(try corner(layout(points: [upperRight, upperLeft, lowerRight])) == lowerLeft)
    }

    @Test("Where every corner hides some points, it hides the fewest")
    func fewest() throws {
        let points = [upperRight, upperRight, upperLeft, upperLeft, lowerRight, lowerLeft, lowerLeft]
        #expect(try corner(layout(points: points, place: .inside)) == lowerRight)
    }

    @Test("Where every corner hides some points, it goes outside, unless it must be inside")
    func outside() throws {
        let corners = [upperRight, upperLeft, lowerRight, lowerLeft]
        let plain = layout(points: [])
        let moved = layout(points: corners)
        let legend = try #require(moved.axes.legend)
        #expect(!legend.hasBox && legend.items.count == 2)
        #expect(!legend.box.overlaps(moved.plotRectangle))
        #expect(legend.box.minX > moved.plotRectangle.maxX || legend.box.minY > moved.plotRectangle.maxY)
        #expect(legend.box.maxX <= moved.page.maxX && legend.box.maxY <= moved.page.maxY)
        // Two short names in a row below take less room than a column.
        #expect(moved.plotRectangle.width == plain.plotRectangle.width)
        #expect(layout(points: corners, place: .inside).plotRectangle == plain.plotRectangle)
        let asked = layout(points: [], place: .outside)
        #expect(asked.plotRectangle == moved.plotRectangle && asked.axes.legend == legend)
    }

    @Test("Beside many names a column to the right leaves more room than rows below")
    func outsideRight() throws {
        let names = (0..<20).map { "class \($0)" }
        let layout = layout(points: [], names: names, place: .outside)
        let legend = try #require(layout.axes.legend)
        #expect(legend.box.minX > layout.plotRectangle.maxX && legend.items.count == 20)
    }

    @Test("On a small page an outside legend yields to the plot")
    func outsideOnSmallPage() throws {
        let entries = ["one", "two"].map { Legend.Entry($0, symbol: .init(marker: marker)) }
        let points = [upperRight, upperLeft, lowerRight, lowerLeft]
        let axes = Axes(
            xLimits: 0...1, yLimits: 0...1, xTitle: "x", yTitle: "y", marks: [PointMark(points, marker: marker)],
            legend: Legend(entries))
        let layout = FigureLayout(
            of: Figure(size: Size(width: 160, height: 110), title: "title", axes: axes), measuring: RecordingCanvas())
        #expect(layout.axes.legend?.hasBox ?? true)
    }

    @Test("Several legends merge into one, with every entry once and in order")
    func merging() {
        func legend(_ names: String...) -> Legend {
            Legend(names.map { Legend.Entry($0, symbol: .init(line: .black)) })
        }
        let merged = Legend(merging: [legend("a", "b", "e"), legend("a", "b", "c", "e"), legend("a", "d", "e", "f")])
        #expect(merged.entries.map(\.name) == ["a", "b", "c", "d", "e", "f"])
        #expect(Legend(merging: []).entries.isEmpty)
    }

    @Test("Of corners that hide equally many points it takes the one that hides least of the lines")
    func lines() throws {
        // Short segments, as in contours.
        let across = Polyline((0...100).map { Point(x: 0.8 + 0.002 * Double($0), y: 0.95) })
        let inCorner = Ring((0..<40).map { Point(x: 0.05 + 0.001 * Double($0 % 20), y: $0 < 20 ? 0.95 : 0.949) })
        #expect(try corner(layout(points: [], lines: LineMark(strips: [across]))) == upperLeft)
        #expect(try corner(layout(points: [], lines: LineMark(strips: [across], loops: [inCorner]))) == lowerRight)
        let below = [lowerRight, lowerLeft]
        #expect(try corner(layout(points: below, lines: LineMark(strips: [across], loops: [inCorner]))) == upperLeft)
        // A point counts for more than any line.
        #expect(try corner(layout(points: below + [upperLeft], lines: LineMark(strips: [across]))) == upperRight)
    }

    @Test("A long line counts with what of it lies beneath, wherever its middle is")
    func longLines() throws {
        let across = Polyline([Point(x: 0.3, y: 0.95), Point(x: 1, y: 0.95)])
        #expect(try corner(layout(points: [], lines: LineMark(strips: [across]))) == upperLeft)
        let diagonal = Polyline([Point(x: 0, y: 0.5), Point(x: 1, y: 1), Point(x: 0.2, y: 1.01), Point(x: 0, y: 0.9)])
        #expect(try corner(layout(points: [], lines: LineMark(strips: [diagonal]))) == lowerRight)
        let nowhere = Polyline([Point(x: 0.3, y: 0.95), Point(x: .nan, y: 0.95), Point(x: 1, y: .infinity)])
        #expect(try corner(layout(points: [], lines: LineMark(strips: [nowhere]))) == upperRight)
    }

    @Test("A line in the legend is as broad as the line that it stands for")
    func lineWidths() {
        let entries = [1, 2.5].map { factor in
            Legend.Entry("\(factor)", symbol: .init(line: .black, lineWidthFactor: factor))
        }
        let axes = Axes(xLimits: 0...1, yLimits: 0...1, legend: Legend(entries))
        let widths = RecordingCanvas(drawing: Figure(axes: axes)).calls.compactMap { call in
            if case .stroke(_, let style) = call, style.color == .black { style.width } else { nil }
        }
        #expect(widths == [1, 2.5].map { $0 * Theme.light.boundaryWidth })
    }

    @Test("A line in the legend is dashed as the line that it stands for")
    func lineDashes() {
        let entries = [[], [4, 2.0]].map { Legend.Entry("a", symbol: .init(line: .black, lineDash: $0)) }
        let axes = Axes(xLimits: 0...1, yLimits: 0...1, legend: Legend(entries))
        let dashes = RecordingCanvas(drawing: Figure(axes: axes)).calls.compactMap { call in
            if case .stroke(_, let style) = call, style.color == .black { style.dash } else { nil }
        }
        #expect(dashes == [[], [4, 2].map { $0 * Theme.light.boundaryWidth }])
    }

    @Test("Points outside of the limits do not count")
    func outsideOfLimits() throws {
        #expect(try corner(layout(points: [Point(x: 1.001, y: 0.95)])) == upperRight)
    }

    @Test("A point whose marker only reaches under the box counts")
    func touching() throws {
        let free = try #require(layout(points: []).axes.legend).box
        let space = layout(points: []).axes.space
        let x = (free.minX - 1 - space.rectangle.minX) / space.rectangle.width
        #expect(try corner(layout(points: [Point(x: x, y: 0.95)])) == upperLeft)
    }

    @Test("Long names are cut, many entries stand in columns, and all lie within the box")
    func contents() throws {
        let long = String(repeating: "long name ", count: 30)
        let plain = layout(points: [])
        for names in [[long, "b"], (0..<25).map { "c\($0)" }, ["line\nbreak", "", "日本"]] {
            let layout = layout(points: [], names: names)
            let legend = try #require(layout.axes.legend)
            #expect(legend.items.count == names.count)
            #expect(legend.box.width < 0.6 * plain.plotRectangle.width)
            #expect(legend.box.height < 0.75 * plain.plotRectangle.height)
            for item in legend.items {
                for part in [item.symbolBox, item.name.box] {
                    #expect(legend.box.minX <= part.minX && part.maxX <= legend.box.maxX)
                    #expect(legend.box.minY <= part.minY && part.maxY <= legend.box.maxY)
                }
            }
            for (index, item) in legend.items.enumerated() {
                #expect(legend.items[..<index].allSatisfy { !$0.name.box.overlaps(item.symbolBox) })
            }
        }
    }

    @Test("A legend below the plot stays between the margins of the page, however long its names are")
    func belowThePlot() throws {
        for length in stride(from: 5, through: 100, by: 5) {
            let names = ["3 hidden units", String(repeating: "m", count: length), "classes differ", "0", "1"]
            let entries = names.map { Legend.Entry($0, symbol: .init(line: .black)) }
            let axes = Axes(
                xLimits: 0...1, yLimits: -100_000...0, yTitle: "y", legend: Legend(entries, place: .outside))
            let layout = FigureLayout(of: Figure(axes: axes), measuring: RecordingCanvas())
            let legend = try #require(layout.axes.legend)
            #expect(layout.page.minX <= legend.box.minX && legend.box.maxX <= layout.page.maxX)
        }
    }

    @Test("A legend that would cover more than a quarter of the plot is left out; so is one without entries")
    func leftOut() {
        #expect(layout(points: [], names: (0..<100).map { "class number \($0)" }).axes.legend == nil)
        #expect(layout(points: [], names: []).axes.legend == nil)
    }

    @Test("Symbols are drawn over each other: area, line, marker")
    func symbol() {
        let area = Color(bytes: 1, 2, 3)
        let line = Color(bytes: 4, 5, 6)
        let symbol = Legend.Symbol(area: area, line: line, marker: marker)
        let axes = Axes(xLimits: 0...1, yLimits: 0...1, legend: Legend([Legend.Entry("all", symbol: symbol)]))
        let canvas = RecordingCanvas(drawing: Figure(axes: axes))
        let colors = canvas.calls.compactMap { call in
            switch call {
            case .fill(_, let color): color
            case .stroke(_, let style): style.color
            default: nil
            }
        }
        #expect(colors.suffix(4) == [area, line, .white, .black])
        #expect(canvas.texts.last == "all")
    }
}
