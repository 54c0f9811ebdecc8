import Datasets
import DecisionBoundary
import Foundation
import Geometry
import Meshgrid
import NaiveNetworks
import Pictures
import Plotting
import Testing
import Training

@Suite("Fills of regions")
struct RegionFillTests {
    private static let limits = Rectangle(minX: -2, minY: -1.5, maxX: 2, maxY: 1.5)

    private func surface(
        _ layers: [Int], deviation: Double = 3, fill: RegionFill = .regions
    ) throws -> DecisionSurface {
        try DecisionSurface(
            of: randomNetwork(layers, deviation: deviation, seed: 3), within: Self.limits, step: 0.02,
            style: SurfaceStyle(classCount: layers[layers.count - 1], fill: fill))
    }

    /// Returns the surface with the areas above some margins.
    private func surface(_ layers: [Int], margins: [Double], threads: Int = 1) throws -> DecisionSurface {
        let network = randomNetwork(layers, deviation: 3, seed: 3)
        let grid = try RegularGrid(covering: Self.limits, step: 0.02)
        var tracer = SurfaceTracer(
            grid: grid, limits: Self.limits, classCount: layers[layers.count - 1], margins: margins)
        network.forEachBlock(of: grid) { tracer.append($0, threads: threads) }
        return tracer.surface(threads: threads)
    }

    private func axes(_ surface: DecisionSurface, _ style: SurfaceStyle) -> Axes {
        let classCount = surface.classCount
        let points = (0..<classCount).map { Point(x: Double($0) / 10, y: 0) }
        let dataset = Dataset(
            points: points, labels: Array(0..<classCount), classNames: (0..<classCount).map { "class \($0)" })
        let scored = ScoredPoints(dataset, misclassified: Array(repeating: false, count: classCount))
        return Axes(of: surface, training: scored, style: style)
    }

    @Test(
        "In an area above a margin the class's output exceeds all others by the margin",
        arguments: [[2, 3, 2], [2, 5, 5]])
    func areas(layers: [Int]) throws {
        let margins = [0, 0.5, 2]
        let surface = try surface(layers, margins: margins)
        #expect(surface == (try self.surface(layers, margins: margins, threads: 3)))
        let naive = NaiveClassifier(network: randomNetwork(layers, deviation: 3, seed: 3))
        for index in 0..<surface.classCount {
            for margin in margins {
                let expected = surface.grid.points.count { point in
                    var outputs = naive.logits(point)
                    let own = outputs.remove(at: index)
                    return own - (outputs.max() ?? 0) > margin
                }
                let area = surface.area(ofClass: index, marginAbove: margin).reduce(0) { $0 + $1.area }
                #expect(abs(area / 12 - Double(expected) / Double(surface.grid.pointCount)) < 0.006)
            }
        }
        let whole = (0..<surface.classCount).reduce(0) { sum, index in
            sum + surface.area(ofClass: index, marginAbove: 0).reduce(0) { $0 + $1.area }
        }
        // The excluded quads are those in which three classes or steep outputs meet.
        #expect(whole < 12.01 && whole > 11.8)
    }

    @Test("The default style has plain regions")
    func plain() throws {
        let surface = try surface([2, 4, 3])
        let axes = axes(surface, SurfaceStyle(classCount: 3))
        let palette = Palette.standard(classCount: 3)
        #expect(axes.background == palette[0].tint && axes.colorBar == nil)
        let areas = axes.marks.compactMap { $0 as? AreaMark }
        #expect(areas == [1, 2].map { AreaMark(surface.region(ofClass: $0), color: palette[$0].tint) })
    }

    @Test(
        "Bands of probability are nested, equally many per class, and follow σ of the margin",
        arguments: [2, 3, 4])
    func probability(levels: Int) throws {
        let style = SurfaceStyle(classCount: 3, fill: .probability(levels: levels))
        let axes = axes(try surface([2, 4, 3], fill: style.fill), style)
        let areas = axes.marks.compactMap { $0 as? AreaMark }
        #expect(areas.count == 2 + 3 * (levels - 1))
        for index in 0..<3 {
            let ramp = Palette.standard(classCount: 3)[index].ramp(count: levels, ground: .white)
            for (band, color) in ramp.enumerated().dropFirst() {
                let share = 0.5 + 0.5 * Double(band) / Double(levels)
                let margin = 2 * log(share / (1 - share))
                let expected = try surface([2, 4, 3], margins: [margin]).area(ofClass: index, marginAbove: margin)
                    .reduce(0) { $0 + $1.area }
                let found = areas.first { $0.color == color }?.polygons.reduce(0) { $0 + $1.area }
                #expect(abs((found ?? -1) - expected) < 1e-9)
            }
        }
        let bar = try #require(axes.colorBar)
        #expect(bar.bars.count == 3 && bar.bars.allSatisfy { $0.count == levels })
        #expect(bar.edges.first?.value == 0.5 && bar.edges.last?.value == 1)
        #expect(!bar.isOpen && bar.title == "probability against the runner-up")
    }

    @Test(
        "Labels of probabilities are as short as they can be",
        arguments: [
            (nil, ["0.5", "0.6", "0.75", "0.9", "0.99", "0.999", "1"]),
            (5, ["0.5", "0.6", "0.7", "0.8", "0.9", "1.0"]), (2, ["0.50", "0.75", "1.00"]),
            (3, ["0.500", "0.667", "0.833", "1.000"]),
        ])
    func labels(levels: Int?, labels: [String]) throws {
        let style = SurfaceStyle(classCount: 2, fill: .probability(levels: levels))
        let bar = axes(try surface([2, 3, 2], fill: style.fill), style).colorBar
        #expect(bar?.edges.map(\.label) == labels)
        #expect(bar?.title == "probability")
    }

    @Test("Bands of the score are round, the same on both sides, and leave out a twentieth at most")
    func score() throws {
        let surface = try surface([2, 3, 2], deviation: 4, fill: .score(levels: 4))
        let axes = axes(surface, SurfaceStyle(classCount: 2, fill: .score(levels: 4)))
        let bar = try #require(axes.colorBar)
        let edges = bar.edges.map(\.value)
        #expect(edges.count == 9 && bar.bars.count == 1 && bar.isOpen && bar.title == "score")
        #expect(zip(edges, edges.reversed()).allSatisfy { $0 == -$1 })
        #expect(edges[4] == 0)
        let field = randomNetwork([2, 3, 2], deviation: 4, seed: 3).fields(over: surface.grid)[0]
        let outside = field.values.count { abs($0) > edges[8] }
        #expect(Double(outside) <= 0.055 * Double(surface.grid.pointCount))
        #expect(axes.marks.compactMap { $0 as? AreaMark }.count == 1 + 2 * 3)
        // From strong to weak to strong.
        let palette = Palette.spectral
        #expect(bar.bars[0].prefix(4) == palette[0].ramp(count: 4, ground: .white).reversed()[...])
        #expect(bar.bars[0].suffix(4) == palette[1].ramp(count: 4, ground: .white)[...])
    }

    @Test("Bands up to a limit are the same for every surface; a surface's own limit is the default")
    func scoreLimit() throws {
        let style = SurfaceStyle(classCount: 2, fill: .score(levels: 4))
        func surfaces(_ style: SurfaceStyle) throws -> [DecisionSurface] {
            try [2.0, 6].map { try surface([2, 3, 2], deviation: $0, fill: style.fill) }
        }
        let limits = try surfaces(style).compactMap(\.scoreLimit)
        try #require(limits.count == 2)
        let greatest = max(limits[0], limits[1])
        #expect(limits[0] != limits[1] && limits.allSatisfy { $0 > 0 })
        let sharing = style.withScoreLimit(greatest)
        let shared = try surfaces(sharing).map { axes($0, sharing).colorBar }
        #expect(shared[0] == shared[1] && (shared[0]?.edges.last?.value ?? 0) >= greatest)
        for (index, limit) in limits.enumerated() {
            let limited = style.withScoreLimit(limit)
            #expect(
                axes(try surfaces(style)[index], style).colorBar
                    == axes(try surfaces(limited)[index], limited).colorBar)
        }
        #expect(SurfaceStyle(classCount: 2).withScoreLimit(3) == SurfaceStyle(classCount: 2))
    }

    @Test("A surface without a response has bands all the same")
    func flat() throws {
        let network = NeuralNetwork(
            shape: NetworkShape(hidden: [], classCount: 2), theta: [0, 0, 0, 0, 0, 0])
        let style = SurfaceStyle(classCount: 2, fill: .score())
        let surface = try DecisionSurface(of: network, within: Self.limits, step: 0.5, style: style)
        #expect(axes(surface, style).colorBar?.edges.last?.value == 1)
    }

    @Test("What cannot be drawn is refused, with the reason")
    func errors() throws {
        #expect(throws: RegionFillError.scoreNeedsTwoClasses(classCount: 3)) {
            try RegionFill.score().check(classCount: 3)
        }
        for levels in [-1, 0, 1, 21] {
            #expect(throws: RegionFillError.levelCountOutOfRange(levels)) {
                try RegionFill.probability(levels: levels).check(classCount: 3)
            }
            #expect(throws: RegionFillError.levelCountOutOfRange(levels)) {
                try RegionFill.score(levels: levels).check(classCount: 2)
            }
        }
        try RegionFill.regions.check(classCount: 100)
        for levels in [2, 20] {
            try RegionFill.probability(levels: levels).check(classCount: 100)
            try RegionFill.score(levels: levels).check(classCount: 2)
        }
        #expect(RegionFillError.levelCountOutOfRange(21).description.contains("2 to 20"))
        #expect(RegionFillError.scoreNeedsTwoClasses(classCount: 3).description.contains("3"))
    }

    @Test("Names are written in regions beyond eight classes, or as one likes")
    func names() throws {
        func mark(_ classCount: Int, _ namesRegions: Bool?) throws -> RegionNameMark? {
            // The colours do not matter here, and searching for them is slow.
            let palette = Palette.qualitative
            let style = SurfaceStyle(classCount: classCount, palette: palette, namesRegions: namesRegions)
            let surface = try DecisionSurface(
                of: randomNetwork([2, 5, classCount], deviation: 3, seed: 3), within: Self.limits, step: 0.02,
                style: style)
            return axes(surface, style).marks.last as? RegionNameMark
        }
        #expect(try mark(8, nil) == nil)
        #expect(try mark(9, nil)?.names.map(\.text) == (0..<9).map { "class \($0)" })
        #expect(try mark(9, false) == nil)
        #expect(try mark(3, true)?.names.count == 3)
    }

    @Test("A dark theme has light rings, lines and dark cores")
    func dark() throws {
        let surface = try surface([2, 3, 2])
        let dataset = Dataset(points: [Point(x: 0, y: 0), Point(x: 1, y: 1)], labels: [0, 1])
        let style = SurfaceStyle(classCount: 2, theme: .dark)
        let figure = Figure(
            of: surface, training: ScoredPoints(dataset, misclassified: [true, false]),
            test: ScoredPoints(dataset, misclassified: [false, false]),
            alternatives: [.alternative(surface, theme: .dark)], title: "dark", style: style)
        #expect(figure.theme == .dark)
        #expect(figure.axes.background == style.palette[0].tint)
        let mark = try #require(figure.axes.marks.compactMap { $0 as? PointMark }.first)
        let markers = mark.markerIndices.map { mark.markers[$0] }
        #expect(markers.compactMap(\.coreColor) == [Theme.dark.markerCoreColor, Theme.dark.markerCoreColor])
        #expect(markers.compactMap(\.ring) == [Marker.Flag(color: .white)])
        let alternative = figure.axes.marks.lazy.compactMap { $0 as? LineMark }.first
        #expect(alternative?.color == Theme.dark.boundaryColor.opacity(0.35))
    }
}
