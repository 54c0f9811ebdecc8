import Geometry
import Plotting
import Testing

@Suite("The footer of a figure")
struct FooterTests {
    private func layout(footer: Bool, size: Size = Figure.defaultSize) -> FigureLayout {
        let axes = Axes(xLimits: 0...1, yLimits: 0...1, xTitle: "x", yTitle: "y")
        let figure = Figure(
            size: size, title: "A title", subtitle: "a line", axes: axes,
            footer: footer ? Axes(xLimits: 0...10, yLimits: 0...1000, xTitle: "iteration", yTitle: "cost") : nil)
        return FigureLayout(of: figure, measuring: RecordingCanvas())
    }

    @Test("It lies below the axes, within the page, and takes a quarter of it")
    func place() throws {
        let (plain, layout) = (layout(footer: false), layout(footer: true))
        let footer = try #require(layout.footer)
        #expect(plain.footer == nil)
        #expect(footer.plotRectangle.minY > layout.plotRectangle.maxY)
        #expect(footer.plotRectangle.maxY < layout.page.maxY && footer.plotRectangle.maxX <= layout.page.maxX)
        #expect(footer.plotRectangle.minX >= layout.plotRectangle.minX - 1e-9)
        #expect(footer.plotRectangle.height > 20)
        #expect(plain.plotRectangle.height - layout.plotRectangle.height > 0.2 * layout.page.height)
        #expect(layout.titleLines.count == 2 && layout.axes.xTitle != nil)
    }

    @Test("It yields on a page without room, before the second line does")
    func yields() {
        let small = layout(footer: true, size: Size(width: 140, height: 110))
        #expect(small.footer == nil)
    }
}
