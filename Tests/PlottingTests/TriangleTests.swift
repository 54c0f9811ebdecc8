import Geometry
import Plotting
import Testing

@Suite("A triangle of panels")
struct TriangleTests {
    /// Pairs of features whose ranges and names differ: feature i goes from 0 to 10ⁱ.
    private func triangle(_ featureCount: Int, size: Size = inches(8, 6)) -> Sheet {
        var range = 1.0
        let limits = (0..<featureCount).map { _ -> ClosedRange<Double> in
            defer { range *= 10 }
            return 0...range
        }
        var panels: [Sheet.Panel] = []
        for y in 1..<featureCount {
            for x in 0..<y {
                var axes = twoClassFigure(xLimits: limits[x], yLimits: limits[y]).axes
                (axes.xTitle, axes.yTitle) = ("feature \(x)", "feature \(y)")
                panels.append(Sheet.Panel(subtitle: "test 95.0 %", axes: axes))
            }
        }
        var sheet = Sheet(size: size, title: "Pairs", panels: panels, legend: panels[0].axes.legend)
        sheet.isTriangle = true
        return sheet
    }

    private func labels(_ ticks: [AxesLayout.Tick]) -> [String] { ticks.map(\.label.text).filter { !$0.isEmpty } }

    @Test("has a column per horizontal feature and a row per vertical one, aligned", arguments: 2...8)
    func places(featureCount: Int) {
        let layout = SheetLayout(triangle(featureCount, size: inches(12, 12)))
        var index = 0
        for row in 0..<featureCount - 1 {
            for column in 0...row {
                let plot = layout.panels[index].plotRectangle
                #expect(plot.minX == layout.panels[(row * (row + 1)) / 2 + column].plotRectangle.minX)
                #expect(plot.minY == layout.panels[(row * (row + 1)) / 2].plotRectangle.minY)
                let size = layout.panels[0].plotRectangle.size
                #expect(abs(plot.width - size.width) < 1e-9 && abs(plot.height - size.height) < 1e-9)
                if column > 0 { #expect(plot.minX > layout.panels[index - 1].plotRectangle.maxX) }
                index += 1
            }
        }
        #expect(index == layout.panels.count)
    }

    @Test("has numbers and titles below every column and to the left of every row, of its own axes")
    func furniture() throws {
        let layout = SheetLayout(triangle(4))
        #expect(layout.xTitles.map(\.text) == ["feature 0", "feature 1", "feature 2"])
        #expect(layout.yTitles.map(\.text) == ["feature 1", "feature 2", "feature 3"])
        for (index, title) in layout.xTitles.enumerated() {
            let panel = layout.panels[3 + index]
            #expect(abs(title.box.center.x - panel.plotRectangle.center.x) < 1e-9)
            #expect(title.box.minY > panel.plotRectangle.maxY && !labels(panel.axes.xTicks).isEmpty)
        }
        for (index, title) in layout.yTitles.enumerated() {
            let panel = layout.panels[[0, 1, 3][index]]
            #expect(abs(title.box.center.y - panel.plotRectangle.center.y) < 1e-9)
            #expect(title.direction == .upwards && !labels(panel.axes.yTicks).isEmpty)
        }
        #expect(labels(layout.panels[0].axes.xTicks).isEmpty && labels(layout.panels[2].axes.yTicks).isEmpty)
        #expect(labels(layout.panels[3].axes.yTicks) != labels(layout.panels[1].axes.yTicks))
    }

    @Test("has the legend in its upper right, and nothing overlaps", arguments: 3...8)
    func legend(featureCount: Int) throws {
        let sheet = triangle(
            featureCount,
            size: Sheet.pageSize(
                panelCount: (featureCount - 1) * (featureCount - 1), columnCount: featureCount - 1))
        let layout = SheetLayout(sheet)
        let legend = try #require(layout.legend)
        for panel in layout.panels { #expect(!panel.plotRectangle.overlaps(legend.box)) }
        #expect(legend.box.minX > layout.panels[0].plotRectangle.maxX)
        #expect(legend.box.minY < layout.panels[layout.panels.count - 1].plotRectangle.minY)
        let boxes = RecordingCanvas(drawing: sheet).textBoxes
        for (index, one) in boxes.enumerated() {
            #expect(one.box.minX >= 0 && one.box.maxX <= sheet.size.width && one.box.maxY <= sheet.size.height)
            for other in boxes[..<index] {
                #expect(!one.box.overlaps(other.box), "“\(one.text)” lies over “\(other.text)”")
            }
        }
    }
}
