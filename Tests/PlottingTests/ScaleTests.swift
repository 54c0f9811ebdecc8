import Geometry
import Plotting
import Testing

@Suite("Scales take data units to the page")
struct ScaleTests {
    @Test("The ends of the domain go to the ends of the range, evenly between")
    func linear() {
        let scale = AxisScale(domain: -1...3, start: 10, end: 50)
        #expect(scale(-1) == 10)
        #expect(scale(1) == 30)
        #expect(scale(3) == 50)
        #expect(scale(5) == 70)
    }

    @Test("On a logarithmic scale equal ratios are equally long, and the ends go to the ends")
    func logarithmic() {
        let scale = AxisScale(.logarithmic, domain: 0.1...1000, start: 200, end: 0)
        for (value, place) in [(0.1, 200.0), (1, 150), (10, 100), (100, 50), (1000, 0), (10_000, -50)] {
            #expect(abs(scale(value) - place) < 1e-10)
        }
        #expect(abs(scale(20) - scale(2) - (scale(50) - scale(5))) < 1e-10)
        #expect(!scale(0).isFinite)
        #expect(scale(-1).isNaN)
    }

    @Test("Each axis of a plot has its own kind of scale")
    func mixed() {
        let space = PlotSpace(
            rectangle: Rectangle(minX: 0, minY: 0, maxX: 100, maxY: 100), xLimits: 1...100, yLimits: 1...3,
            xScale: .logarithmic, theme: .light, markerRadius: 2)
        let position = space.position(of: Point(x: 10, y: 2))
        #expect(abs(position.x - 50) < 1e-10)
        #expect(position.y == 50)
        #expect(!space.contains(Point(x: 0, y: 2)))
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
