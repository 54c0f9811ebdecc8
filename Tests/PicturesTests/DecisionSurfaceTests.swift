import Contouring
import Datasets
import DecisionBoundary
import Geometry
import NaiveNetworks
import Pictures
import Plotting
import Testing
import Training

@Suite("Decision surfaces")
struct DecisionSurfaceTests {
    /// Class 1 to the right of the line x = 0.3.
    static let half = NeuralNetwork(
        shape: NetworkShape(hidden: [], classCount: 2), theta: [0.3, 0, 0, 0, 1, 0])
    static let limits = Rectangle(minX: -1.003, minY: -2.007, maxX: 1.5, maxY: 2)

    @Test("It keeps the limits, and a grid within them")
    func keepsLimits() throws {
        let surface = try DecisionSurface(of: Self.half, within: Self.limits, step: 0.1)
        #expect(surface.limits == Self.limits)
        #expect(surface.grid == (try RegularGrid(covering: Self.limits, step: 0.1)))
        #expect(surface.classCount == 2)
    }

    @Test("A straight boundary runs from frame to frame, and the region right of it to the frame's corners")
    func straightBoundary() throws {
        let surface = try DecisionSurface(of: Self.half, within: Self.limits, step: 0.1)
        let boundary = surface.boundary(ofClass: 1)
        #expect(boundary.loops.isEmpty)
        let points = try #require(boundary.strips.first?.points)
        #expect(boundary.strips.count == 1)
        #expect(points.allSatisfy { abs($0.x - 0.3) < 1e-12 })
        #expect(points.map(\.y).min() == Self.limits.minY)
        #expect(points.map(\.y).max() == Self.limits.maxY)

        let region = surface.region(ofClass: 1)
        #expect(region.count == 1)
        #expect(abs(region[0].area - 1.2 * Self.limits.height) < 1e-9)
        let corners = [
            Point(x: Self.limits.maxX, y: Self.limits.minY), Point(x: Self.limits.maxX, y: Self.limits.maxY),
        ]
        for corner in corners { #expect(region[0].exterior.points.contains(corner)) }
    }

    @Test(
        "A region's share of the area is its share of the grid, nearly",
        arguments: [
            [2, 3, 2], [2, 5, 3], [2, 6, 4],
        ])
    func shares(layers: [Int]) throws {
        let network = randomNetwork(layers, deviation: 4, seed: 2)
        let surface = try DecisionSurface(of: network, within: Self.limits, step: 0.03, threads: 2)
        let counts = surface.labelCounts
        for index in 1..<surface.classCount {
            let area = surface.region(ofClass: index).reduce(0) { $0 + $1.area }
            // A region includes the later classes.
            let share = Double(counts[index...].reduce(0, +)) / Double(surface.grid.pointCount)
            #expect(abs(area / (Self.limits.width * Self.limits.height) - share) < 0.02)
        }
    }

    @Test("Regions and boundaries lie within the limits, and boundaries on the field's zero")
    func withinLimits() throws {
        let network = randomNetwork([2, 8, 3], deviation: 5, seed: 9)
        let surface = try DecisionSurface(of: network, within: Self.limits, step: 0.05)
        for index in 1...2 {
            for polygon in surface.region(ofClass: index) {
                for ring in [polygon.exterior] + polygon.holes {
                    #expect(ring.points.allSatisfy(Self.limits.contains))
                }
            }
            let boundary = surface.boundary(ofClass: index)
            for point in boundary.strips.flatMap(\.points) + boundary.loops.flatMap(\.points) {
                #expect(Self.limits.contains(point))
                // The field is linear between grid points, so that values are near 0: at most a tenth of the range.
                let fields = NaiveClassifier(network: network).fields(point)
                #expect(abs(fields[index - 1]) < 0.5)
            }
        }
    }

    @Test(
        "Counts of labels follow from the largest output", arguments: [[2, 2], [2, 3, 2], [2, 4, 3], [2, 5, 4, 5]])
    func labelCounts(layers: [Int]) throws {
        let network = randomNetwork(layers, deviation: 3, seed: 4)
        let surface = try DecisionSurface(of: network, within: Self.limits, step: 0.1)
        var expected = Array(repeating: 0, count: surface.classCount)
        for point in surface.grid.points { expected[NaiveClassifier(network: network).label(point)] += 1 }
        #expect(surface.labelCounts == expected)
        #expect(surface.labelCounts.reduce(0, +) == surface.grid.pointCount)
    }

    @Test("Where one class has everything there is no boundary, and the region is all or nothing")
    func oneClass() throws {
        func surface(_ biases: [Double]) throws -> DecisionSurface {
            let shape = NetworkShape(hidden: [], classCount: 2)
            let network = NeuralNetwork(shape: shape, theta: biases.flatMap { [$0, 0, 0] })
            return try DecisionSurface(of: network, within: Self.limits, step: 0.5)
        }
        let nothing = try surface([1, 0])
        #expect(nothing.region(ofClass: 1).isEmpty)
        #expect(nothing.labelCounts == [nothing.grid.pointCount, 0])
        let everything = try surface([0, 1])
        #expect(everything.labelCounts == [0, everything.grid.pointCount])
        #expect(abs(everything.region(ofClass: 1)[0].area - Self.limits.width * Self.limits.height) < 1e-12)
        // A tie goes to the lower class.
        #expect(try surface([2, 2]).labelCounts == [nothing.grid.pointCount, 0])
        for surface in [nothing, everything] {
            #expect(surface.boundary(ofClass: 1).strips.isEmpty && surface.boundary(ofClass: 1).loops.isEmpty)
        }
    }

    @Test("Boundaries that coincide are drawn once, without gaps", arguments: [2, 5, 40])
    func sharedBoundaries(classCount: Int) throws {
        // The nearest of centers on a line, in an order that makes distant classes neighbours.
        let centers = (0..<classCount).map { 2 * Double($0 * 7 % classCount) / Double(classCount) - 0.8 }
        let network = NeuralNetwork(
            shape: NetworkShape(hidden: [], classCount: classCount), theta: centers.flatMap { [-$0 * $0, 2 * $0, 0] })
        let surface = try DecisionSurface(of: network, within: Self.limits, step: 0.02)
        func segments(_ strips: [Polyline], _ loops: [Ring]) -> [[Point]] {
            (strips.map(\.points) + loops.map { $0.points + $0.points.prefix(1) }).flatMap { points in
                zip(points, points.dropFirst()).map { [$0, $1] }
            }
        }
        let boundaries = (1..<classCount).map(surface.boundary(ofClass:))
        let all = segments(boundaries.flatMap(\.strips), boundaries.flatMap(\.loops))
        let points = ScoredPoints(
            Dataset(
                points: (0..<classCount).map { Point(x: Double($0), y: 0) }, labels: Array(0..<classCount),
                classNames: (0..<classCount).map { "\($0)" }),
            misclassified: Array(repeating: false, count: classCount))
        let line = try #require(Axes(of: surface, training: points).marks.lazy.compactMap { $0 as? LineMark }.first)
        let drawn = segments(line.strips, line.loops)
        #expect(Set(drawn) == Set(all))
        // A part of a boundary overlaps its neighbours by a segment at each end.
        #expect(drawn.count <= Set(all).count + 2 * line.strips.count)
        #expect(!all.isEmpty && (classCount < 40 || all.count > 5 * drawn.count))
    }

    @Test("A step that fits no grid is an error")
    func gridError() {
        #expect(throws: GridError.stepTooLarge(step: 10, largest: 2.5)) {
            try DecisionSurface(of: Self.half, within: Self.limits, step: 10)
        }
        #expect(throws: GridError.self) { try DecisionSurface(of: Self.half, within: Self.limits, step: 0) }
    }
}
