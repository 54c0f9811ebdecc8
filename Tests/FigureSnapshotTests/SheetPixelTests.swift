import CairoRenderer
import Geometry
import Plotting
import Testing

@Suite("All panels of a sheet have equally many pixels")
struct SheetPixelTests {
    @Test("At any resolution", arguments: [72.0, 97, 100, 150, 203.5])
    func panelSizes(dpi: Double) throws {
        let ground = Color(red: 1, green: 0, blue: 0)
        let axes = Axes(xLimits: 0...3, yLimits: 0...2, background: ground)
        for count in [3, 8, 20] {
            let sheet = Sheet(panels: Array(repeating: Sheet.Panel(title: "one", axes: axes), count: count))
            var layout: SheetLayout?
            let bitmap = try CairoRenderer(dpi: dpi).bitmap(size: sheet.size) { layout = sheet.draw(on: &$0) }
            let picture = PixelPicture(bitmap)
            let sizes = try #require(layout).panels.map { panel in
                let center = panel.plotRectangle.center
                let (column, row) = (Int(center.x * dpi / 72), Int(center.y * dpi / 72))
                let reach = Int(max(sheet.size.width, sheet.size.height) * dpi / 72)
                func run(_ direction: (x: Int, y: Int)) -> Int {
                    (1...reach).prefix { picture[column + $0 * direction.x, row + $0 * direction.y] == 0xff_0000 }.count
                }
                return [run((1, 0)) + run((-1, 0)), run((0, 1)) + run((0, -1))]
            }
            #expect(sizes[0].allSatisfy { $0 > 20 })
            #expect(Set(sizes).count == 1, "\(count) panels")
        }
    }
}
