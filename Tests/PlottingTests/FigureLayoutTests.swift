import Geometry
import Plotting
import Testing

@Suite("Nothing overlaps and nothing leaves the page")
struct FigureLayoutTests {
    static let sizes = [
        (2, 1.5), (2, 4), (3, 2), (2, 15), (4, 3), (6.4, 4.8), (8, 8), (12, 3), (20, 1.5), (10, 7.5), (20, 15),
    ].map { inches($0.0, $0.1) }

    static let limits: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = [
        (-1.85462041...2.74537959, -1.43206382...1.83793618), (0...1, 0...1), (-1e-12...3e-12, 2e11...9e12),
        (1000000.1...1000000.4, -1000000.4 ... -1000000.1), (-12345...98765, 0.0001...0.00019),
        (1.000000001...1.000000002, 0...1e300),
    ]

    static let titles = [
        "", "Decision Boundary for hidden layer size 3", String(repeating: "An absurdly long title ", count: 45),
        String(repeating: "x", count: 1000),
    ]

    @Test("From 2 × 1.5 to 20 × 15 inches, with any limits and titles", arguments: sizes)
    func boxes(size: Size) {
        let page = Rectangle(origin: Point(x: 0, y: 0), size: size)
        for limits in Self.limits {
            for title in Self.titles {
                for axisTitle in ["x1", "", "an axis title of some length, with its unit (furlongs per fortnight)"] {
                    let figure = twoClassFigure(
                        size: size, title: title, xLimits: limits.x, yLimits: limits.y, xTitle: axisTitle,
                        yTitle: axisTitle)
                    let layout = FigureLayout(of: figure, measuring: RecordingCanvas())
                    let boxes = RecordingCanvas(drawing: figure).textBoxes
                    for (index, one) in boxes.enumerated() {
                        #expect(page.contains(one.box), "“\(one.text)” leaves the page")
                        for other in boxes[..<index] {
                            #expect(!one.box.overlaps(other.box), "“\(one.text)” lies over “\(other.text)”")
                        }
                    }
                    #expect(page.contains(layout.plotRectangle))
                    let plot = layout.plotRectangle
                    #expect(plot.width * plot.height >= 0.5 * size.width * size.height)
                    if let legend = layout.axes.legend {
                        #expect(plot.contains(legend.box))
                    }
                }
            }
        }
    }

    @Test("What a page has no room for is listed", arguments: sizes)
    func omitted(size: Size) {
        for place in [Legend.Place.inside, .outside] {
            var figure = twoClassFigure(size: size, title: "A title")
            figure.subtitle = "A second line of some length"
            figure.axes.legend.place = place
            figure.axes.colorBar = ColorBar(
                title: "score", edges: [0, 0.5, 1].map { Axes.Tick($0, label: "\($0)") },
                bars: [[.white, .black]])
            let layout = FigureLayout(of: figure, measuring: RecordingCanvas())
            let omitted = layout.omitted
            #expect(omitted.contains(.title) == layout.titleLines.isEmpty)
            #expect(omitted.contains(.axisTitles) == (layout.axes.xTitle == nil && layout.axes.yTitle == nil))
            #expect(omitted.contains(.colorBar) == (layout.axes.colorBar == nil))
            #expect(omitted.contains(.subtitle) == (layout.titleLines.last?.text != figure.subtitle))
            let isInside = layout.axes.legend.map { layout.plotRectangle.contains($0.box) }
            #expect(omitted.contains(.legend) == (place == .outside && isInside == nil))
            #expect(omitted.contains(.outsideLegend) == (place == .outside && isInside == true))
            #expect(size.width < 6 * 72 || size.height < 4 * 72 || omitted.isEmpty, "\(omitted)")
        }
    }

    @Test("Text never lies over the plot but in the legend", arguments: sizes)
    func outsideOfThePlot(size: Size) {
        let layout = FigureLayout(of: twoClassFigure(size: size), measuring: RecordingCanvas())
        let ticks = layout.axes.xTicks + layout.axes.yTicks
        let texts =
            layout.titleLines + ticks.map(\.label) + [layout.axes.xTitle, layout.axes.yTitle].compactMap(\.self)
        #expect(!texts.isEmpty)
        for text in texts {
            #expect(!text.box.overlaps(layout.plotRectangle), "\(text.text)")
        }
    }

    @Test("The default page keeps all its furniture and gives the plot two thirds of the page")
    func defaultPage() throws {
        let layout = FigureLayout(of: twoClassFigure(), measuring: RecordingCanvas())
        #expect(layout.titleLines.count == 2)
        #expect(layout.axes.xTitle?.text == "x1")
        #expect(layout.axes.yTitle?.text == "x2")
        #expect(layout.axes.yTitle?.direction == .upwards)
        #expect(layout.axes.legend != nil)
        let plot = layout.plotRectangle
        #expect(plot.width * plot.height > 0.66 * 460.8 * 345.6)
    }

    @Test("A small page loses its axis titles first and keeps its title and ticks")
    func smallPage() {
        let layout = FigureLayout(of: twoClassFigure(size: inches(2, 1.5)), measuring: RecordingCanvas())
        #expect(layout.axes.xTitle == nil)
        #expect(!layout.titleLines.isEmpty)
        #expect(layout.axes.xTicks.count >= 2)
        #expect(layout.axes.yTicks.count >= 2)
        for text in layout.titleLines + layout.axes.xTicks.map(\.label) {
            #expect(text.font.size >= Theme.light.minimumFontSize)
        }
    }

    @Test("Longer axes have more ticks, and labels keep their distance", arguments: sizes)
    func tickRoom(size: Size) {
        let layout = FigureLayout(of: twoClassFigure(size: size), measuring: RecordingCanvas())
        let labels = layout.axes.xTicks.map(\.label)
        for (left, right) in zip(labels, labels.dropFirst()) {
            #expect(right.box.minX - left.box.maxX >= 2 * left.font.size - 1e-9)
        }
        for (lower, upper) in zip(layout.axes.yTicks, layout.axes.yTicks.dropFirst()) {
            #expect(lower.label.box.minY - upper.label.box.maxY >= 0.9 * lower.label.font.size - 1e-9)
        }
        let small = FigureLayout(of: twoClassFigure(size: inches(2, 1.5)), measuring: RecordingCanvas())
        #expect(layout.axes.xTicks.count >= small.axes.xTicks.count)
    }

    @Test("Ticks stand where the scales put their values, on the frame")
    func tickPlaces() {
        let axes = FigureLayout(of: twoClassFigure(), measuring: RecordingCanvas()).axes
        for tick in axes.xTicks {
            #expect(tick.position == Point(x: axes.space.x(tick.value), y: axes.plotRectangle.maxY))
            #expect(abs(tick.label.box.center.x - tick.position.x) < 1e-9)
        }
        for tick in axes.yTicks {
            #expect(tick.position == Point(x: axes.plotRectangle.minX, y: axes.space.y(tick.value)))
            #expect(tick.label.box.maxX < tick.position.x)
        }
    }

    @Test("An axis title says what its tick labels leave out, even where the axis has no title")
    func remarks() {
        func title(_ name: String) -> String? {
            let figure = twoClassFigure(xLimits: 0...4e7, xTitle: name)
            return FigureLayout(of: figure, measuring: RecordingCanvas()).axes.xTitle?.text
        }
        #expect(title("width") == "width (×10⁷)")
        #expect(title("") == "×10⁷")
        #expect(title(String(repeating: "w", count: 200))?.hasSuffix("… (×10⁷)") == true)
    }

    @Test("Pages too small for any furniture have a plot all the same", arguments: [0.01, 0.1, 0.5, 1])
    func tinyPages(width: Double) {
        let figure = twoClassFigure(size: inches(width, width))
        let layout = FigureLayout(of: figure, measuring: RecordingCanvas())
        let page = Rectangle(origin: Point(x: 0, y: 0), size: figure.size)
        #expect(page.expanded(by: 1).contains(layout.plotRectangle))
        #expect(RecordingCanvas(drawing: figure).textBoxes.allSatisfy { page.contains($0.box) })
    }

    @Test("The layout of a figure is where it is drawn")
    func drawnAsLaidOut() {
        var canvas = RecordingCanvas()
        let drawn = twoClassFigure().draw(on: &canvas)
        let layout = FigureLayout(of: twoClassFigure(), measuring: RecordingCanvas())
        #expect(drawn.plotRectangle == layout.plotRectangle)
        #expect(canvas.calls.contains(.beginClip(layout.plotRectangle)))
    }
}

extension Rectangle {
    fileprivate func contains(_ other: Rectangle) -> Bool {
        minX <= other.minX && minY <= other.minY && other.maxX <= maxX && other.maxY <= maxY
    }
}
