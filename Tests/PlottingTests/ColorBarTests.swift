import Geometry
import Plotting
import Testing

@Suite("Colour bars stand beside the plot")
struct ColorBarTests {
    private let colors = [Color(bytes: 250, 240, 240), Color(bytes: 240, 200, 200), Color(bytes: 220, 150, 150)]

    private func bar(isOpen: Bool = false, count: Int = 3, barCount: Int = 2) -> ColorBar {
        let edges = (0...count).map { Axes.Tick(Double($0) / Double(count), label: "0.\($0)") }
        let bandColors = (0..<count).map { colors[$0 % 3] }
        return ColorBar(
            title: "probability", edges: edges, bars: Array(repeating: bandColors, count: barCount), isOpen: isOpen)
    }

    private func figure(_ bar: ColorBar?, size: Size = Figure.defaultSize) -> Figure {
        var figure = twoClassFigure(size: size)
        figure.axes.colorBar = bar
        return figure
    }

    @Test(
        "Nothing overlaps, nothing leaves the page, and the plot keeps half of it", arguments: FigureLayoutTests.sizes)
    func boxes(size: Size) {
        let page = Rectangle(origin: Point(x: 0, y: 0), size: size)
        for bar in [bar(), bar(isOpen: true, count: 8, barCount: 1), bar(count: 20, barCount: 30)] {
            let figure = figure(bar, size: size)
            let layout = FigureLayout(of: figure, measuring: RecordingCanvas())
            let plot = layout.plotRectangle
            #expect(plot.width * plot.height >= 0.5 * size.width * size.height)
            if let bar = layout.axes.colorBar {
                #expect(bar.rectangle.minX > plot.maxX && bar.rectangle.maxX < page.maxX)
                #expect(bar.rectangle.minY == plot.minY && bar.rectangle.maxY == plot.maxY)
                #expect(bar.labels.first?.text == "0.0")
                #expect(bar.labels.last?.text == bar.colorBar.edges.last?.label)
            }
            let boxes = RecordingCanvas(drawing: figure).textBoxes
            for (index, one) in boxes.enumerated() {
                let box = one.box
                #expect(box.minX >= 0 && box.minY >= 0 && box.maxX <= page.maxX && box.maxY <= page.maxY, "\(one.text)")
                for other in boxes[..<index] {
                    #expect(!box.overlaps(other.box), "“\(one.text)” lies over “\(other.text)”")
                }
            }
        }
    }

    @Test("A usual page has it, a tiny one does not")
    func room() {
        #expect(FigureLayout(of: figure(bar()), measuring: RecordingCanvas()).axes.colorBar != nil)
        #expect(
            FigureLayout(of: figure(bar(), size: inches(2, 1.5)), measuring: RecordingCanvas()).axes.colorBar == nil)
        #expect(FigureLayout(of: figure(nil), measuring: RecordingCanvas()).axes.colorBar == nil)
    }

    @Test("Bands are nested: each reaches from its edge to the top, and every bar to the right end")
    func nested() throws {
        let canvas = RecordingCanvas(drawing: figure(bar()))
        let layout = FigureLayout(of: figure(bar()), measuring: RecordingCanvas())
        let rectangle = try #require(layout.axes.colorBar).rectangle
        let fills = canvas.fills(of: colors[1])
        #expect(fills.count == 2)
        let bottom = rectangle.maxY - rectangle.height / 3
        for (fill, left) in zip(fills, [rectangle.minX, rectangle.center.x]) {
            #expect(
                fill == Path(Rectangle(minX: left, minY: rectangle.minY, maxX: rectangle.maxX, maxY: bottom)))
        }
    }

    @Test("Given ticks stand at their shares of the height; less important ones too near to others are left out")
    func ticks() throws {
        let ticks = [(1, "≥ 9"), (0, "3.8"), (0.5, "5"), (0.51, "5.1"), (0.25, "4")].map { Axes.Tick($0, label: $1) }
        let bar = ColorBar(of: .violet, ticks: ticks)
        let canvas = RecordingCanvas(drawing: figure(bar))
        let layout = try #require(FigureLayout(of: figure(bar), measuring: RecordingCanvas()).axes.colorBar)
        #expect(layout.labels.map(\.text) == ["3.8", "4", "5", "≥ 9"])
        let rectangle = layout.rectangle
        for (label, share) in zip(layout.labels, [0, 0.25, 0.5, 1]) {
            let rise = layout.labels[0].origin.y - label.origin.y
            #expect(abs(rise - share * rectangle.height) < 1e-9)
        }
        #expect(canvas.fills(of: bar.bars[0][0]).count == 1 && bar.bars[0][63] == ColorMap.violet(63.5 / 64))
    }

    @Test("Labels that would come too near are left out evenly, of open bars never that of the middle")
    func labels() throws {
        let layout = FigureLayout(of: figure(bar(isOpen: true, count: 40)), measuring: RecordingCanvas())
        let labels = try #require(layout.axes.colorBar).labels
        #expect(labels.count < 30 && labels.contains { $0.text == "0.20" })
        let places = labels.map(\.origin.y)
        let gaps = zip(places, places.dropFirst()).map { $0 - $1 }
        #expect(gaps.allSatisfy { abs($0 - gaps[0]) < 1e-9 && $0 > labels[0].font.size })
    }
}
