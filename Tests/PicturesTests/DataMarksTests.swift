import Datasets
import DecisionBoundary
import Geometry
import Pictures
import Plotting
import Testing
import Training

@Suite("The points of the data")
struct DataMarksTests {
    private static let limits = Rectangle(minX: -2, minY: -1.5, maxX: 2, maxY: 1.5)

    /// Class 1 wins to the right of x = 0.
    private let surface: DecisionSurface

    init() throws {
        let network = NeuralNetwork(shape: NetworkShape(hidden: [], classCount: 2), theta: [0, 0, 0, 0, 1, 0])
        surface = try DecisionSurface(of: network, within: Self.limits, step: 0.1)
    }

    private func scored(_ points: [(Double, Double, Int)]) -> ScoredPoints {
        let dataset = Dataset(
            points: points.map { Point(x: $0.0, y: $0.1) }, labels: points.map(\.2), classNames: ["left", "right"])
        return ScoredPoints(dataset, misclassified: points.map { ($0.0 > 0 ? 1 : 0) != $0.2 })
    }

    private func axes(
        _ training: ScoredPoints, test: ScoredPoints? = nil, elements: PictureElements = PictureElements()
    ) -> Axes { Axes(of: surface, training: training, test: test, elements: elements) }

    /// A scattered cloud of each class around x = ∓0.6, without equal points.
    private func clouds(_ count: Int) -> ScoredPoints {
        scored(
            (0..<count).map { index in
                // A sum of three uniform numbers on an irrational lattice is bell-shaped enough.
                func bell(_ steps: [Double]) -> Double {
                    steps.reduce(0) { $0 + (Double(index) * $1).truncatingRemainder(dividingBy: 1) } / 3 - 0.5
                }
                let (x, y) = (bell([0.618_034, 0.414_214, 0.732_051]), bell([0.236_068, 0.645_751, 0.316_625]))
                return (2 * x + (index % 2 == 0 ? -0.6 : 0.6), 2 * y, index % 2)
            })
    }

    private func pointMark(_ axes: Axes) throws -> PointMark {
        try #require(axes.marks.compactMap { $0 as? PointMark }.first)
    }

    @Test("Of a hundred answers at one place, 58 right ones lie around 42 wrong ones, which alone have a ring")
    func equalPoints() throws {
        let answers = (0..<100).map { (1.0, 0.5, $0 % 50 < 21 ? 0 : 1) }
        let axes = axes(scored(answers + [(-1, 0, 0)]))
        let mark = try pointMark(axes)
        // The place with mistakes comes last.
        #expect(mark.points == [Point(x: -1, y: 0), Point(x: 1, y: 0.5), Point(x: 1, y: 0.5)])
        #expect(mark.weights == [1, 100, 42])
        let markers = mark.markerIndices.map { mark.markers[$0] }
        #expect(markers.map(\.shape) == [.circle, .square, .circle])
        #expect(markers.map { $0.ring != nil } == [false, false, true])
        #expect(
            axes.legend.entries.map(\.name) == ["left", "right", "misclassified", "larger: up to 58 equal points"])
    }

    @Test(
        "Training points come first, then held-out points, mistakes, and mistakes of held-out points, with wider rings")
    func kinds() throws {
        let training = scored([(1, 0, 0), (1.1, 0, 1), (-1.1, 0, 0)])
        let test = scored([(-1, 0.2, 1), (1.2, 0.2, 1)])
        let axes = axes(training, test: test)
        let mark = try pointMark(axes)
        #expect(mark.points.map(\.x) == [1.1, -1.1, 1.2, 1, -1] && mark.weights.isEmpty)
        let markers = mark.markerIndices.map { mark.markers[$0] }
        #expect(markers.map { $0.coreColor != nil } == [false, false, true, false, true])
        #expect(markers.map { $0.ring?.widthFactor } == [nil, nil, nil, 1, 2])
        let entries = axes.legend.entries
        #expect(
            entries.map(\.name) == ["left", "right", "held out", "misclassified", "misclassified, held out"])
        #expect(entries.map { $0.symbol.marker?.ring?.widthFactor } == [nil, nil, nil, 1, 2])
        #expect(entries.map { $0.symbol.marker?.coreColor != nil } == [false, false, true, false, true])
    }

    @Test("Many points lie below the boundary, which has a halo", arguments: [(500, false), (501, true)])
    func boundary(count: Int, isOnTop: Bool) throws {
        let axes = axes(clouds(count))
        let line = try #require(axes.marks.firstIndex { $0 is LineMark })
        let points = try #require(axes.marks.firstIndex { $0 is PointMark })
        #expect((line > points) == isOnTop)
        #expect(((axes.marks[line] as? LineMark)?.haloColor != nil) == isOnTop)
    }

    @Test("Thousands of points are translucent, or as opaque as requested")
    func opacity() throws {
        #expect(try pointMark(axes(clouds(2000))).opacity == 1)
        let (some, many) = (try pointMark(axes(clouds(2001))).opacity, try pointMark(axes(clouds(20_000))).opacity)
        #expect(some < 1 && many < 0.6 * some && many > 0.3)
        let elements = PictureElements(pointScale: 0.5, pointOpacity: 0.25)
        let mark = try pointMark(axes(clouds(100), elements: elements))
        #expect(mark.opacity == 0.25 && mark.scale == 0.5)
    }

    @Test("Beyond 20,000 places the density of each class is shaded, and points around the shades are drawn")
    func density() throws {
        let count = 40_000
        let axes = axes(clouds(count))
        let density = try #require(axes.marks.compactMap { $0 as? DensityMark }.first)
        #expect(density.shades.count == 10 && density.pointCount == count)
        let areas = density.shades.map { $0.polygons.reduce(0) { $0 + $1.area } }
        // The shades of the classes by turns, from the outermost to the innermost.
        for label in 0..<2 {
            let own = stride(from: label, to: 10, by: 2).map { areas[$0] }
            #expect(zip(own, own.dropFirst()).allSatisfy { $0 > 1.2 * $1 } && own[4] > 0)
        }
        let colors = density.shades.map { $0.color.opacity(1) }
        #expect(colors == (0..<10).map { Palette.spectral[$0 % 2].color })
        let outliers = try pointMark(axes)
        #expect((count / 1000...count / 150).contains(outliers.points.count))
        let last = try #require(axes.marks.last as? LineMark)
        #expect(last.haloColor != nil)
        #expect(axes.legend.entries.map(\.name) == ["left", "right", "darker: more points"])
        let names = self.axes(clouds(count), test: clouds(100)).legend.entries.map(\.name)
        #expect(names == ["left", "right", "darker: more points"])
    }

    @Test("Shades together are as opaque as requested")
    func densityOpacity() throws {
        let axes = axes(clouds(30_000), elements: PictureElements(pointOpacity: 0.5))
        let density = try #require(axes.marks.compactMap { $0 as? DensityMark }.first)
        let rest = stride(from: 0, to: 10, by: 2).reduce(1.0) { $0 * (1 - density.shades[$1].color.alpha) }
        #expect(abs(1 - rest - 0.5) < 1e-9)
    }

    @Test("Beside a class of many points, one of a few hundred is drawn as points")
    func rareClass() throws {
        let cloud = clouds(60_000).dataset
        let points = cloud.points.indices.map { (cloud.points[$0].x, cloud.points[$0].y, cloud.labels[$0]) }
        let many = points.filter { $0.2 == 0 }
        let few = points.filter { $0.2 == 1 }.prefix(300)
        let axes = axes(scored(many + few))
        let density = try #require(axes.marks.compactMap { $0 as? DensityMark }.first)
        #expect(density.shades.count == 5)
        #expect(try pointMark(axes).markerIndices.count { $0 == 1 } == 300)
    }

    @Test("Very many points in few places are markers by number, not a density")
    func fewPlaces() throws {
        let points = (0..<50_000).map { (index: Int) -> (Double, Double, Int) in
            let (column, row) = (index % 7, index % 5)
            return (Double(column) / 2 - 1.4, Double(row) / 2 - 1, column < 3 ? 0 : 1)
        }
        let mark = try pointMark(axes(scored(points)))
        #expect(mark.points.count == 35 && mark.weights.reduce(0, +) == 50_000)
    }
}
