import Geometry
import Plotting
import Testing

@Suite("A sheet shows its panels side by side")
struct SheetTests {
    private func labels(_ ticks: [AxesLayout.Tick]) -> [String] {
        ticks.map(\.label.text).filter { !$0.isEmpty }
    }

    @Test("The default page holds five panels as three and two, with all furniture, the legend in the free cell")
    func five() throws {
        let layout = SheetLayout(twoClassSheet(5))
        #expect(layout.page.size == Figure.defaultSize)
        #expect(layout.columnCount == 3)
        #expect(layout.titleLines.count == 2)
        #expect(layout.xTitle?.text == "x1")
        #expect(layout.yTitle?.direction == .upwards)
        let legend = try #require(layout.legend)
        #expect(!legend.hasBox)
        #expect(legend.box.minX > layout.panels[4].plotRectangle.maxX)
        #expect(legend.box.minY > layout.panels[2].plotRectangle.maxY)
        #expect(legend.box.maxY < layout.panels[4].plotRectangle.maxY)
        for panel in layout.panels {
            #expect(panel.titleLines.count == 2)
            #expect(panel.axes.legend == nil && panel.axes.xTitle == nil)
        }
    }

    @Test("Where the last row is full the legend is a row below the panels")
    func legendBelow() throws {
        let layout = SheetLayout(twoClassSheet(6))
        let legend = try #require(layout.legend)
        #expect(legend.box.minY > (try #require(layout.xTitle)).box.maxY)
        #expect(Set(legend.items.map(\.symbolBox.minY)).count == 1)
    }

    @Test("On a flat page the legend is a column to the right of the panels")
    func legendBeside() throws {
        let layout = SheetLayout(twoClassSheet(2, size: inches(12, 2)))
        let legend = try #require(layout.legend)
        #expect(legend.box.minX > layout.panels[1].plotRectangle.maxX)
        #expect(Set(legend.items.map(\.symbolBox.minX)).count == 1)
    }

    @Test("Numbers stand below the lowest panel of each column and left of the first column, ticks everywhere")
    func numbers() {
        let layout = SheetLayout(twoClassSheet(7, columnCount: 3))
        for (index, panel) in layout.panels.enumerated() {
            #expect(labels(panel.axes.xTicks).isEmpty == ![4, 5, 6].contains(index), "panel \(index)")
            #expect(labels(panel.axes.yTicks).isEmpty == !index.isMultiple(of: 3), "panel \(index)")
            #expect(panel.axes.xTicks.map(\.value) == layout.panels[0].axes.xTicks.map(\.value))
            #expect(panel.axes.yTicks.map(\.value) == layout.panels[0].axes.yTicks.map(\.value))
            #expect(panel.axes.xTicks.count >= 2 && panel.axes.yTicks.count >= 2)
        }
        #expect(labels(layout.panels[6].axes.xTicks) == labels(layout.panels[4].axes.xTicks))
    }

    @Test("The grid suits the shape of the page and of the limits")
    func grid() {
        #expect(SheetLayout(twoClassSheet(6)).columnCount == 3)
        #expect(SheetLayout(twoClassSheet(6, size: inches(12, 2.4))).columnCount == 6)
        #expect(SheetLayout(twoClassSheet(6, size: inches(3, 12))).columnCount == 1)
        let wide = SheetLayout(twoClassSheet(12, size: inches(8, 8), xLimits: 0...2, yLimits: 0...1))
        let high = SheetLayout(twoClassSheet(12, size: inches(8, 8), xLimits: 0...1, yLimits: 0...2))
        #expect(wide.columnCount < high.columnCount)
        #expect(SheetLayout(twoClassSheet(6, columnCount: 2)).columnCount == 2)
        #expect(SheetLayout(twoClassSheet(2, columnCount: 5)).columnCount == 2)
    }

    @Test("Small panels have smaller markers and thinner lines, and no text below the least size")
    func sizes() {
        let (few, many) = (SheetLayout(twoClassSheet(2)), SheetLayout(twoClassSheet(60)))
        #expect(many.panels[0].axes.space.markerRadius < few.panels[0].axes.space.markerRadius)
        #expect(many.panels[0].axes.space.theme.boundaryWidth < few.panels[0].axes.space.theme.boundaryWidth)
        let crowded = SheetLayout(twoClassSheet(60, size: Figure.defaultSize))
        for text in crowded.panels.flatMap(\.titleLines) + crowded.titleLines {
            #expect(text.font.size >= Theme.light.minimumFontSize)
        }
    }

    @Test("A panel with more points has the markers of the others")
    func crowding() {
        var sheet = twoClassSheet(2)
        let points = (0..<5000).map { Point(x: Double($0 % 70) / 35 - 1, y: Double($0) / 2500 - 1) }
        sheet.panels[1].axes.marks.append(PointMark(points, marker: Marker(shape: .circle, color: .black)))
        let layout = SheetLayout(sheet)
        let radii = Set(layout.panels.map(\.axes.space.markerRadius))
        #expect(radii.count == 1)
        #expect(radii.first ?? 0 < SheetLayout(twoClassSheet(2)).panels[0].axes.space.markerRadius)
    }

    @Test("Titles of panels are all as large as the longest lets them be, and second lines lose parts")
    func panelTitles() {
        var sheet = twoClassSheet(12, panelSubtitle: "train 98.6 % · test 95.0 % · not converged after 200 iterations")
        sheet.panels[3].title = "hidden 5, with a longer title"
        let layout = SheetLayout(sheet)
        #expect(Set(layout.panels.map(\.titleLines[0].font)).count == 1)
        #expect(Set(layout.panels.map(\.titleLines[1].font)).count == 1)
        #expect(layout.panels[0].titleLines[1].text == "train 98.6 % · test 95.0 %")
        for panel in layout.panels {
            #expect(panel.titleLines.allSatisfy { $0.box.maxX <= panel.plotRectangle.maxX + 1e-9 })
            #expect(panel.titleLines.allSatisfy { $0.origin.x == panel.plotRectangle.minX })
        }
    }

    @Test("A tag stands at the right end of the first line, on its ground, and titles keep clear of it")
    func tags() throws {
        var sheet = twoClassSheet(5)
        for index in sheet.panels.indices { sheet.panels[index].tag = Tag("gap \(index) pp", color: .black) }
        let layout = SheetLayout(sheet)
        for panel in layout.panels {
            let tag = try #require(panel.tag)
            #expect(tag.box.maxX == panel.plotRectangle.maxX && tag.box.maxY < panel.plotRectangle.minY)
            #expect(tag.text.font == panel.titleLines[0].font && tag.text.origin.y == panel.titleLines[0].origin.y)
            #expect(!tag.box.overlaps(panel.titleLines[0].box) && !tag.box.overlaps(panel.titleLines[1].box))
            #expect(panel.titleLines[0].text.hasPrefix("hidden"))
        }
        let calls = RecordingCanvas(drawing: sheet).calls
        let tag = try #require(layout.panels[0].tag)
        let ground = try #require(
            calls.firstIndex(of: .fill(Path(tag.box, cornerRadius: 0.25 * tag.text.font.size), .black)))
        #expect(calls[ground + 1] == .text("gap 0 pp", at: tag.text.origin, tag.text.font, .white, angle: 0))
    }

    @Test("In narrow panels tags move to the second lines rather than cut a title; then they are short, then left out")
    func tagsInNarrowPanels() throws {
        var sheet = twoClassSheet(5, size: inches(4.6, 3.4), panelTitle: "a rather long title")
        func layout(_ tag: Plotting.Tag) -> SheetLayout {
            for index in 0..<5 { sheet.panels[index].tag = tag }
            return SheetLayout(sheet)
        }
        let short = Tag("gap of twelve percentage points", shortText: "12 pp", color: .black)
        for (tag, text) in [(Tag("gap 12 pp", color: .black), "gap 12 pp"), (short, "12 pp")] {
            for (index, panel) in layout(tag).panels.enumerated() {
                let placed = try #require(panel.tag)
                #expect(placed.text.text == text && placed.text.origin.y == panel.titleLines[1].origin.y)
                #expect(panel.titleLines[0].text == "a rather long title \(index + 1)")
                #expect(panel.titleLines[1].text.hasPrefix("train 98.6 %"))
                #expect(!placed.box.overlaps(panel.titleLines[1].box))
            }
        }
        let long = layout(Tag("gap of twelve percentage points", color: .black))
        #expect(long.panels.allSatisfy { $0.tag == nil && $0.titleLines.count == 2 })
    }

    @Test("In a matrix, tags stand beside the scores")
    func tagsOfMatrix() throws {
        var sheet = matrixSheet(rowCount: 2, columnCount: 3)
        for index in sheet.panels.indices { sheet.panels[index].tag = Tag("gap 1 pp", color: .black) }
        for panel in SheetLayout(sheet).panels {
            let tag = try #require(panel.tag)
            #expect(tag.text.origin.y == panel.titleLines[0].origin.y && !tag.box.overlaps(panel.titleLines[0].box))
            #expect(tag.box.maxY <= panel.plotRectangle.minY)
        }
    }

    @Test("A framed panel has a thick line outside of its frame")
    func framed() {
        var sheet = twoClassSheet(3)
        sheet.panels[1].isFramed = true
        let layout = SheetLayout(sheet)
        let plot = layout.panels[1].plotRectangle
        let strokes = RecordingCanvas(drawing: sheet).calls.compactMap { call -> (Path, StrokeStyle)? in
            if case .stroke(let path, let style) = call, style.color == sheet.theme.titleColor {
                (path, style)
            } else {
                nil
            }
        }
        #expect(strokes.count == 1)
        #expect(strokes.first?.0 == Path(plot.expanded(by: (strokes.first?.1.width ?? 0) / 2)))
        #expect(strokes.first?.1.width ?? 0 > 3 * layout.panels[1].axes.space.theme.frameWidth)
    }

    @Test("Furniture yields: first axis titles, then second lines; the panels' titles stay")
    func yields() {
        let layout = SheetLayout(twoClassSheet(60, size: Figure.defaultSize))
        #expect(layout.xTitle == nil)
        #expect(layout.panels.allSatisfy { $0.titleLines.map(\.text).first?.hasPrefix("hidden") == true })
        let tiny = SheetLayout(twoClassSheet(60, size: inches(2, 1.5)))
        #expect(tiny.titleLines.isEmpty && tiny.legend == nil && tiny.panels[0].axes.xTicks.isEmpty)
    }

    @Test("Rows and columns of a matrix have their titles in the middle of each")
    func matrix() {
        let layout = SheetLayout(matrixSheet(rowCount: 3, columnCount: 4))
        #expect(layout.columnTitles.map(\.text) == ["hidden 1", "hidden 2", "hidden 3", "hidden 4"])
        #expect(layout.rowTitles.map(\.text) == ["λ 0.1", "λ 0.2", "λ 0.3"])
        for (column, title) in layout.columnTitles.enumerated() {
            let plot = layout.panels[column].plotRectangle
            #expect(abs(title.box.center.x - plot.center.x) < 1e-9 && title.box.maxY < plot.minY)
        }
        for (row, title) in layout.rowTitles.enumerated() {
            let plot = layout.panels[4 * row + 3].plotRectangle
            #expect(abs(title.box.center.y - plot.center.y) < 1e-9 && title.box.minX > plot.maxX)
            #expect(title.direction == .upwards)
        }
        #expect(layout.panels.allSatisfy { $0.titleLines.map(\.text) == ["train 98.6 % · test 95.0 %"] })
    }

    @Test("Marks are drawn within the clip of their panel, panel after panel, and texts after all")
    func clips() {
        let sheet = twoClassSheet(5)
        let layout = SheetLayout(sheet)
        let calls = RecordingCanvas(drawing: sheet).calls
        let clips = calls.indices.filter { if case .beginClip = calls[$0] { true } else { false } }
        #expect(clips.map { calls[$0] } == layout.panels.map { .beginClip($0.plotRectangle) })
        for (clip, panel) in zip(clips, layout.panels) {
            let end = calls[clip...].firstIndex(of: .endClip) ?? clip
            let ground = RecordingCanvas.Call.fill(Path(panel.plotRectangle), panel.axes.axes.background)
            #expect(calls[clip + 1] == ground)
            // Background, a region, a line, edge and body of seven markers, and one's ring with its own edge.
            #expect(end - clip - 1 == 3 + 14 + 2)
        }
    }

    @Test("Panels with colour bars of their own have them to their right, each with its own ticks")
    func panelColorBars() throws {
        var sheet = twoClassSheet(2)
        for index in 0..<2 {
            sheet.panels[index].axes.colorBar = ColorBar(of: .violet, ticks: [Axes.Tick(0.5, label: "tick \(index)")])
        }
        #expect(SheetLayout(sheet).panels.allSatisfy { $0.colorBar == nil })
        sheet.hasPanelColorBars = true
        let panels = SheetLayout(sheet).panels
        for (index, panel) in panels.enumerated() {
            let bar = try #require(panel.colorBar)
            #expect(bar.labels.map(\.text) == ["tick \(index)"])
            #expect(bar.rectangle.minX > panel.plotRectangle.maxX && bar.rectangle.height == panel.plotRectangle.height)
        }
        #expect(try #require(panels[0].colorBar).labels[0].box.maxX < panels[1].plotRectangle.minX)
        #expect(try #require(panels[1].colorBar).labels[0].box.maxX < sheet.size.width)
        #expect(RecordingCanvas(drawing: sheet).texts.filter { $0.hasPrefix("tick") } == ["tick 0", "tick 1"])
    }

    @Test("What tick labels leave out is said once")
    func remark() {
        let sheet = twoClassSheet(5, xLimits: 0...4e7, xTitle: "width")
        #expect(SheetLayout(sheet).xTitle?.text == "width (×10⁷)")
        #expect(RecordingCanvas(drawing: sheet).texts.filter { $0.contains("×") }.count == 1)
    }

    @Test("Pages grow with the number of panels, and matrices with rows and columns")
    func pageSizes() {
        #expect(Sheet.pageSize(panelCount: 6) == Figure.defaultSize)
        let large = Sheet.pageSize(panelCount: 54)
        #expect(abs(large.width - 3 * 460.8) < 1e-9 && abs(large.height - 3 * 345.6) < 1e-9)
        let base = inches(6, 4)
        #expect(Sheet.pageSize(panelCount: 30, columnCount: 6, base: base) == inches(12, 10))
        #expect(Sheet.pageSize(panelCount: 2, columnCount: 2, base: base) == base)
    }
}
