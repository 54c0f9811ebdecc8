import Geometry
import Plotting
import Testing

@Suite("On a sheet nothing overlaps, nothing leaves the page, and all panels are equal")
struct SheetLayoutTests {
    static let sizes = [(6.4, 4.8), (2, 1.5), (3, 8), (12, 3), (20, 15)].map { inches($0.0, $0.1) }

    /// The layout errors of a sheet; empty if there are none.
    private func faults(of sheet: Sheet) -> [String] {
        let page = Rectangle(origin: Point(x: 0, y: 0), size: sheet.size)
        let layout = SheetLayout(sheet)
        let plots = layout.panels.map(\.plotRectangle)
        var boxes = RecordingCanvas(drawing: sheet).textBoxes
        boxes += (layout.legend?.items ?? []).map { ("symbol of \($0.name.text)", $0.symbolBox) }
        var faults: [String] = []
        // Boxes may touch within rounding errors.
        func overlap(_ one: Rectangle, _ other: Rectangle) -> Bool {
            one.width > 1e-6 && one.expanded(by: -1e-9).overlaps(other)
        }
        for (index, one) in boxes.enumerated() {
            if !page.contains(one.box) { faults.append("“\(one.text)” leaves the page") }
            for other in boxes[..<index] where overlap(one.box, other.box) {
                faults.append("“\(one.text)” lies over “\(other.text)”")
            }
            if plots.contains(where: { overlap(one.box, $0) }) { faults.append("“\(one.text)” lies over a plot") }
        }
        for (index, plot) in plots.enumerated() {
            if !page.contains(plot) { faults.append("panel \(index) leaves the page") }
            if plots[..<index].contains(where: { overlap(plot, $0) }) {
                faults.append("panel \(index) lies over another")
            }
            if abs(plot.width - plots[0].width) + abs(plot.height - plots[0].height) > 1e-9 {
                faults.append("panel \(index) has another size")
            }
        }
        let cell = page.width * page.height / Double(rowCount(of: layout) * layout.columnCount)
        if plots[0].width * plots[0].height < 0.4 * cell { faults.append("panels of \(plots[0].size) are too small") }
        return faults
    }

    private func rowCount(of layout: SheetLayout) -> Int {
        (layout.panels.count + layout.columnCount - 1) / layout.columnCount
    }

    @Test("1 to 60 panels on the page for so many", arguments: 1...60)
    func counts(count: Int) {
        #expect(faults(of: twoClassSheet(count)) == [])
    }

    @Test("Any number of panels on a page of any size", arguments: sizes)
    func pages(size: Size) {
        for count in [1, 2, 3, 5, 7, 12, 23, 60] {
            #expect(faults(of: twoClassSheet(count, size: size)) == [], "\(count) panels")
        }
    }

    @Test("With any limits, whose labels may reach beyond the frames", arguments: FigureLayoutTests.limits.indices)
    func limits(index: Int) {
        let limits = FigureLayoutTests.limits[index]
        for count in [1, 5, 12] {
            for axisTitle in ["", "an axis title of some length, with its unit (furlongs per fortnight)"] {
                let sheet = twoClassSheet(
                    count, xLimits: limits.x, yLimits: limits.y, xTitle: axisTitle, yTitle: axisTitle)
                #expect(faults(of: sheet) == [], "\(count) panels")
            }
        }
    }

    @Test("With titles of any length", arguments: FigureLayoutTests.titles)
    func titles(title: String) {
        for count in [1, 5, 12] {
            let sheet = twoClassSheet(
                count, title: title, subtitle: title, panelTitle: title, panelSubtitle: title,
                names: ["0", String(title.prefix(60))])
            #expect(faults(of: sheet) == [], "\(count) panels")
        }
    }

    @Test("As a matrix with titles of rows and columns, the last row full or not")
    func matrices() {
        for (rows, columns) in [(1, 1), (3, 4), (5, 6), (2, 10), (10, 2), (1, 5), (5, 1)] {
            for size in [nil] + SheetLayoutTests.sizes.map(Optional.some) {
                var sheet = matrixSheet(rowCount: rows, columnCount: columns, size: size)
                #expect(faults(of: sheet) == [], "\(rows) × \(columns) on \(sheet.size)")
                if rows > 1, columns > 1 { sheet.panels.removeLast() }
                #expect(faults(of: sheet) == [], "\(rows) × \(columns) but one on \(sheet.size)")
            }
        }
    }

    @Test("Panels have whole numbers of pixels, and their edges no tie to settle", arguments: [72.0, 100, 150, 301])
    func pixels(dpi: Double) {
        for count in [2, 5, 20] {
            let layout = SheetLayout(
                of: twoClassSheet(count), measuring: RecordingCanvas(), pixelSize: 72 / dpi)
            for plot in layout.panels.map(\.plotRectangle) {
                for edge in [plot.minX, plot.maxX, plot.minY, plot.maxY] {
                    let pixels = edge * dpi / 72
                    #expect(abs(pixels - pixels.rounded() - 0.25) < 1e-6)
                }
            }
        }
    }

    @Test("Pages too small for any furniture have panels all the same", arguments: [0.01, 0.1, 0.5, 1])
    func tinyPages(width: Double) {
        for count in [1, 5, 60] {
            let sheet = twoClassSheet(count, size: inches(width, width))
            let page = Rectangle(origin: Point(x: 0, y: 0), size: sheet.size)
            #expect(SheetLayout(sheet).panels.allSatisfy { page.contains($0.plotRectangle) })
            #expect(RecordingCanvas(drawing: sheet).textBoxes.allSatisfy { page.contains($0.box) })
        }
    }

    @Test("A colour bar stands to the right of all panels, as high as they are, or yields", arguments: sizes)
    func colorBar(size: Size) {
        let edges = (0...4).map { Axes.Tick(Double($0), label: "\($0)0") }
        let colors = (0..<4).map { Color(bytes: UInt8(60 * $0), 0, 0) }
        var sheets = [twoClassSheet(1, size: size), twoClassSheet(5, size: size), twoClassSheet(12, size: size)]
        sheets.append(matrixSheet(rowCount: 2, columnCount: 3, size: size))
        for var sheet in sheets {
            #expect(SheetLayout(sheet).colorBar == nil)
            sheet.colorBar = ColorBar(title: "score", edges: edges, bars: [colors], isOpen: true)
            #expect(faults(of: sheet) == [])
            let layout = SheetLayout(sheet)
            let plots = layout.panels.map(\.plotRectangle)
            guard let bar = layout.colorBar?.rectangle else {
                #expect(size.width < 200, "a colour bar has room on \(size)")
                continue
            }
            #expect(plots.allSatisfy { $0.maxX < bar.minX } && bar.maxX < size.width)
            #expect(plots.map(\.minY).min() == bar.minY && plots.map(\.maxY).max() == bar.maxY)
            let texts = RecordingCanvas(drawing: sheet).textBoxes
            #expect(texts.allSatisfy { !$0.box.overlaps(bar) })
        }
    }
}

extension Rectangle {
    fileprivate func contains(_ other: Rectangle) -> Bool {
        minX <= other.minX && minY <= other.minY && other.maxX <= maxX && other.maxY <= maxY
    }
}
