import Geometry
import Plotting
import Testing

@Suite("Scales take data units to the page")
struct ScaleTests {
    @Test("The ends of the domain go to the ends of the range, evenly between")
    func linear() {
        let scale = LinearScale(domain: -1...3, start: 10, end: 50)
        #expect(scale(-1) == 10)
        #expect(scale(1) == 30)
        #expect(scale(3) == 50)
        #expect(scale(5) == 70)
    }

    @Test("In a plot, y grows upwards on the page")
    func plotSpace() {
        let space = PlotSpace(
            rectangle: Rectangle(minX: 10, minY: 20, maxX: 110, maxY: 70), xLimits: 0...1, yLimits: 0...2,
            theme: .light,
            markerRadius: 2)
        #expect(space.position(of: Point(x: 0, y: 0)) == Point(x: 10, y: 70))
        #expect(space.position(of: Point(x: 1, y: 2)) == Point(x: 110, y: 20))
        #expect(space.contains(Point(x: 0, y: 2)))
        #expect(!space.contains(Point(x: -0.1, y: 1)))
        #expect(!space.contains(Point(x: .nan, y: 1)))
    }
}
