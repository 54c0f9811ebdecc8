import Contouring
import Datasets
import DecisionBoundary
import Geometry
import Meshgrid
import NaiveNetworks
import Pictures
import Plotting
import Testing
import Training

@Suite("Where two classifiers differ")
struct DifferenceTests {
    private static let limits = Rectangle(minX: -2, minY: -1.5, maxX: 2, maxY: 1.5)
    private static let dataset = Dataset(
        points: [Point(x: -1, y: 0), Point(x: 0.5, y: 0.2), Point(x: 1, y: -0.5), Point(x: 0.7, y: 1)],
        labels: [0, 1, 2, 1], featureNames: ["length", "width"], classNames: ["left", "right", "below"])

    /// The data set with as many classes as a surface; points of missing classes are in the last one.
    private static func dataset(classCount: Int) -> Dataset {
        Dataset(
            points: dataset.points, labels: dataset.labels.map { min($0, classCount - 1) },
            featureNames: dataset.featureNames, classNames: Array((dataset.classNames + ["above"]).prefix(classCount)))
    }

    private func surface(_ unitCounts: [Int], seed: UInt32, step: Double = 0.05) throws -> DecisionSurface {
        try DecisionSurface(
            of: randomNetwork(unitCounts, deviation: 3, seed: seed), within: Self.limits, step: step)
    }

    private func axes(_ first: DecisionSurface, _ second: DecisionSurface) -> Axes {
        Axes(
            differenceOf: first, and: second, areaShare: first == second ? 0 : 0.5,
            training: Self.dataset(classCount: first.classCount),
            names: ("3 hidden units", "20 hidden units"))
    }

    @Test("The share counts grid points whose naive classes differ", arguments: [2, 3, 5])
    func share(classCount: Int) throws {
        let networks = [1, 2].map { randomNetwork([2, 4, classCount], deviation: 3, seed: $0) }
        let grid = try RegularGrid(covering: Self.limits, step: 0.05)
        let naive = networks.map { NaiveClassifier(network: $0) }
        let points = grid.points
        let count = points.count { naive[0].label($0) != naive[1].label($0) }
        #expect(count > 0)
        let share = Double(count) / Double(points.count)
        #expect(networks[0].differenceShare(from: networks[1], over: grid) == share)
        #expect(networks[1].differenceShare(from: networks[0], over: grid, threads: 2) == share)
        #expect(networks[0].differenceShare(from: networks[0], over: grid) == 0)
    }

    @Test("The share is close to the area between two boundaries")
    func area() throws {
        let networks = [0.3, 0.9].map {
            NeuralNetwork(shape: NetworkShape(hidden: [], classCount: 2), theta: [$0, 0, 0, 0, 1, 0])
        }
        let areas = try networks.map {
            try DecisionSurface(of: $0, within: Self.limits, step: 0.01).region(ofClass: 1).reduce(0) { $0 + $1.area }
        }
        let share = (areas[0] - areas[1]) / (Self.limits.width * Self.limits.height)
        let grid = try RegularGrid(covering: Self.limits, step: 0.01)
        #expect(abs(networks[0].differenceShare(from: networks[1], over: grid) - share) < 0.005)
        #expect(abs(share - 0.15) < 1e-6)
    }

    @Test("Exactly the grid points whose classes differ are shaded", arguments: [2, 3, 4])
    func shading(classCount: Int) throws {
        let (first, second) = (
            try surface([2, 3, classCount], seed: 5), try surface([2, 6, classCount], seed: 6)
        )
        let naive = [(3, 5), (6, 6)].map { units, seed in
            NaiveClassifier(network: randomNetwork([2, units, classCount], deviation: 3, seed: UInt32(seed)))
        }
        let marks = axes(first, second).marks.compactMap { $0 as? AreaMark }
        try #require(marks.count == 2 * (classCount - 1))
        let areas = marks.suffix(classCount - 1)
        #expect(Set(areas.map(\.color)).count == 1)
        #expect(areas.allSatisfy { $0.color.alpha == 1 })
        // Points on the border of the grid lie on the border of the polygons unless the frame is beyond it.
        for point in first.grid.points where Self.limits.expanded(by: -0.01).contains(point) {
            let isShaded = areas.contains { area in
                !area.polygons.flatMap { [$0.exterior] + $0.holes }.count { $0.surrounds(point) }.isMultiple(of: 2)
            }
            #expect(isShaded == (naive[0].label(point) != naive[1].label(point)), "at \(point)")
        }
    }

    @Test("Regions on which both agree have a tint of their class, lighter than that of a picture of one network")
    func agreedRegions() throws {
        let (first, second) = (try surface([2, 3, 3], seed: 5), try surface([2, 6, 3], seed: 6))
        let axes = axes(first, second)
        let areas = axes.marks.prefix(2).compactMap { $0 as? AreaMark }
        try #require(areas.count == 2)
        let tints = [axes.background] + areas.map(\.color)
        let palette = Palette.standard(classCount: 3)
        func sum(_ color: Color) -> Double { color.red + color.green + color.blue }
        for (index, tint) in tints.enumerated() {
            #expect(tint.alpha == 1 && sum(tint) > sum(palette[index].tint) && sum(tint) < 3)
        }
        #expect(areas.map(\.polygons) == [1, 2].map(first.region(ofClass:)))
        #expect(axes.legend.entries.suffix(3).map(\.symbol.area) == tints)
    }

    @Test("The shading is yellow, and differs visibly from every tint", arguments: [Theme.light, .dark])
    func shadingColor(theme: Theme) throws {
        for (palette, classCount) in [(nil, 2), (nil, 3), (Palette.named(.okabeIto, classCount: 3), 3)] {
            let (first, second) = (
                try surface([2, 3, classCount], seed: 5), try surface([2, 6, classCount], seed: 6)
            )
            let axes = Axes(
                differenceOf: first, and: second, areaShare: 0.5, training: Self.dataset(classCount: classCount),
                names: ("a", "b"), palette: palette, theme: theme)
            let area = try #require(axes.legend.entries.first { $0.name == "classes differ" }?.symbol.area)
            let tints = axes.legend.entries.suffix(classCount).compactMap(\.symbol.area)
            #expect(tints.count == classCount)
            #expect(tints.allSatisfy { ColorVision.normal.distance($0, area) >= 7 })
            #expect(area.red > area.blue + 0.2)
        }
    }

    @Test("Both boundaries are drawn over the shading, in lines that differ, and the points on top")
    func marks() throws {
        let (first, second) = (try surface([2, 3, 3], seed: 5), try surface([2, 6, 3], seed: 6))
        let marks = axes(first, second).marks.dropFirst(2).map(\.self)
        try #require(marks.count == 5)
        let lines = marks[2...3].compactMap { $0 as? LineMark }
        try #require(lines.count == 2)
        for (line, surface) in zip(lines, [first, second]) {
            let boundaries = [1, 2].map(surface.boundary(ofClass:))
            #expect(line.strips == boundaries.flatMap(\.strips) && line.loops == boundaries.flatMap(\.loops))
        }
        #expect(lines[0].color != lines[1].color && lines[0].widthFactor > lines[1].widthFactor)
        let points = try #require(marks[4] as? PointMark)
        #expect(points.points == Self.dataset.points)
        let colors = points.markerIndices.map { points.markers[$0].color }
        #expect(colors == Self.dataset.labels.map { Palette.standard(classCount: Self.dataset.classCount)[$0].color })
    }

    @Test("Over many points both boundaries have halos beneath both lines")
    func manyPoints() throws {
        let points = (0..<600).map { Point(x: Double($0) / 300 - 1, y: Double($0 * 7 % 600) / 300 - 1) }
        let many = Dataset(points: points, labels: points.indices.map { $0 % 3 }, classNames: Self.dataset.classNames)
        let axes = Axes(
            differenceOf: try surface([2, 3, 3], seed: 5), and: try surface([2, 6, 3], seed: 6), areaShare: 0.5,
            training: many, names: ("a", "b"))
        let lines = axes.marks.suffix(4).compactMap { $0 as? LineMark }
        try #require(lines.count == 4 && axes.marks[axes.marks.count - 5] is PointMark)
        for (halo, line) in zip(lines.prefix(2), lines.suffix(2)) {
            #expect(halo.strips == line.strips && halo.widthFactor > line.widthFactor + 1)
            #expect(halo.color?.opacity(1) == .white && line.color != halo.color)
        }
    }

    @Test("The legend names both networks, and the axes have the features' names")
    func legend() throws {
        let (first, second) = (try surface([2, 3, 3], seed: 5), try surface([2, 6, 3], seed: 8))
        let axes = axes(first, second)
        let names = ["3 hidden units", "20 hidden units", "classes differ", "left", "right", "below"]
        #expect(axes.legend.entries.map(\.name) == names)
        let symbols = axes.legend.entries.map(\.symbol)
        #expect(symbols[0].line != symbols[1].line && symbols[0].lineWidthFactor > symbols[1].lineWidthFactor)
        #expect(self.axes(first, first).legend.entries.count == 5)
        #expect((axes.xTitle, axes.yTitle) == ("length", "width"))
    }

    @Test(
        "The words that both names end with are said once",
        arguments: [
            ("cg", "lbfgs", "cg and lbfgs"), ("1 unit", "2 units", "1 unit and 2 units"),
            ("8×4 hidden units", "3 hidden units", "8×4 and 3 hidden units"),
            ("units", "3 units", "units and 3 units"), ("same", "same", "same and same"),
        ])
    func joinedNames(first: String, second: String, joined: String) {
        #expect(Figure.joined((first, second)) == joined)
    }
}

extension Ring {
    /// Returns true if a ray from `point` to the right crosses the ring an odd number of times.
    fileprivate func surrounds(_ point: Point) -> Bool {
        var isInside = false
        for (a, b) in zip(points, points.dropFirst() + points.prefix(1)) where (a.y > point.y) != (b.y > point.y) {
            if a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) > point.x { isInside.toggle() }
        }
        return isInside
    }
}
