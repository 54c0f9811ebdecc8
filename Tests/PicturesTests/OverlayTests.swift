import Contouring
import Datasets
import DecisionBoundary
import Geometry
import Pictures
import Plotting
import Testing
import Training

@Suite("The boundaries of several classifiers over one scatter")
struct OverlayTests {
    private static let limits = Rectangle(minX: -2, minY: -1.5, maxX: 2, maxY: 1.5)
    private static let dataset = Dataset(
        points: [Point(x: -1, y: 0), Point(x: 0.5, y: 0.2), Point(x: 1, y: -0.5), Point(x: 0.7, y: 1)],
        labels: [0, 1, 2, 1], featureNames: ["length", "width"], classNames: ["left", "right", "below"])

    /// The surface of a network whose classes have straight borders; other shifts have other borders.
    private func surface(_ shift: Double) throws -> DecisionSurface {
        let network = NeuralNetwork(
            shape: NetworkShape(hidden: [], classCount: 3), theta: [shift / 10, -4, 0, 0, 4, 3, 0, 4, -3])
        return try DecisionSurface(of: network, within: Self.limits, step: 0.05)
    }

    /// The surface of a network that gives class 0 everywhere.
    private func plainSurface() throws -> DecisionSurface {
        let network = NeuralNetwork(
            shape: NetworkShape(hidden: [], classCount: 3), theta: [9, 0, 0, -9, 0, 0, -9, 0, 0])
        return try DecisionSurface(of: network, within: Self.limits, step: 0.05)
    }

    private func axes(
        _ surfaces: [DecisionSurface], training: Dataset = dataset, test: Dataset? = nil, theme: Theme = .light,
        elements: PictureElements = PictureElements()
    ) -> Axes {
        Axes(
            overlayOf: surfaces, names: surfaces.indices.map { "net \($0)" }, training: training, test: test,
            theme: theme, elements: elements)
    }

    @Test("Every classifier has one line through the boundaries of all classes; no region is filled")
    func lines() throws {
        let surfaces = try [5, 6, 8].map { try surface($0) }
        let marks = axes(surfaces).marks
        let lines = marks.compactMap { $0 as? LineMark }
        try #require(lines.count == 3 && marks.count == 4)
        for (line, surface) in zip(lines, surfaces) {
            let boundaries = [1, 2].map(surface.boundary(ofClass:))
            let points = Set(boundaries.flatMap { $0.strips.flatMap(\.points) + $0.loops.flatMap(\.points) })
            #expect(Set(line.strips.flatMap(\.points) + line.loops.flatMap(\.points)) == points)
            #expect(!points.isEmpty)
        }
        #expect(axes(surfaces).background == Theme.light.pageColor)
        #expect(Set(lines.map(\.color)).count == 3)
    }

    @Test("Lines that coincide all show: broad below narrow, solid below dashed", arguments: 1...10)
    func coincidingLines(count: Int) throws {
        let surface = try surface(5)
        let lines = axes(Array(repeating: surface, count: count)).marks.compactMap { $0 as? LineMark }
        try #require(lines.count == count)
        for (lower, upper) in zip(lines, lines.dropFirst()) {
            // The gaps of a dashed line show what is below it.
            #expect(upper.widthFactor < lower.widthFactor || (lower.dash.isEmpty && !upper.dash.isEmpty))
            #expect(!(upper.dash.isEmpty && !lower.dash.isEmpty))
        }
        #expect(lines.contains { !$0.dash.isEmpty } == (count > 4))
    }

    @Test(
        "Readers with any colour vision, and in grey, tell one line from the next",
        arguments: [Theme.light, .dark, .print])
    func colors(theme: Theme) {
        func luminance(_ color: Color) -> Double {
            func linear(_ value: Double) -> Double { value * value * value.squareRoot().squareRoot() }
            return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
        }
        for count in 1...BoundaryLine.greatestCount {
            let lines = BoundaryLine.lines(count: count, in: theme)
            #expect(lines.count == count && lines.last?.color == theme.boundaryColor && lines.last?.dash == [])
            for line in lines {
                #expect(ColorVision.allCases.allSatisfy { $0.distance(line.color, theme.groundColor) > 26 })
            }
            for (line, next) in zip(lines, lines.dropFirst()) {
                let (first, second) = (luminance(line.color), luminance(next.color))
                #expect(theme.ground == .dark ? first < second : first > second)
                let distance = ColorVision.allCases.map { $0.distance(line.color, next.color) }.min() ?? 0
                #expect(distance > (count > 5 ? 3 : 12), "\(count) lines: \(distance)")
                // Dashes distinguish neighbours whose colours are near.
                #expect(count < 5 || line.dash.isEmpty != next.dash.isEmpty)
            }
        }
    }

    @Test("Points are filled, held-out points hollow, and none has a ring, since mistakes depend on the classifier")
    func points() throws {
        let test = Dataset(
            points: [Point(x: -0.5, y: 0.5)], labels: [0], featureNames: Self.dataset.featureNames,
            classNames: Self.dataset.classNames)
        let axes = axes([try surface(5), try surface(6)], test: test)
        let mark = try #require(axes.marks.last as? PointMark)
        let markers = mark.markerIndices.map { mark.markers[$0] }
        #expect(markers.count == 5 && markers.allSatisfy { $0.ring == nil })
        #expect(markers.map { $0.coreColor != nil } == [false, false, false, false, true])
        let names = ["net 0", "net 1", "left", "right", "below", "held out"]
        #expect(axes.legend.entries.map(\.name) == names)
    }

    @Test("Over many points all lines have halos, beneath the first line")
    func manyPoints() throws {
        let points = (0..<600).map { Point(x: Double($0) / 300 - 1, y: Double($0 * 7 % 600) / 300 - 1) }
        let many = Dataset(points: points, labels: points.indices.map { $0 % 3 }, classNames: Self.dataset.classNames)
        let marks = axes([try surface(5), try surface(6)], training: many, theme: .dark).marks
        try #require(marks.count == 5 && marks[0] is PointMark)
        let lines = marks.dropFirst().compactMap { $0 as? LineMark }
        for (halo, line) in zip(lines.prefix(2), lines.suffix(2)) {
            #expect(halo.strips == line.strips && halo.widthFactor > line.widthFactor + 1 && halo.dash == [])
            #expect(halo.color?.opacity(1) == Theme.dark.groundColor && line.color != halo.color)
        }
    }

    @Test("The legend has each line as it is drawn, and says which classifier has none")
    func legend() throws {
        let surfaces = [try surface(5), try plainSurface()] + (try [6, 8, 9].map { try surface($0) })
        #expect(surfaces.map(\.hasBoundary) == [true, false, true, true, true])
        let axes = axes(surfaces)
        let entries = axes.legend.entries.prefix(5)
        #expect(entries.map(\.name) == ["net 0", "net 1: no line", "net 2", "net 3", "net 4"])
        #expect(entries[1].symbol == Legend.Symbol())
        let lines = axes.marks.compactMap { $0 as? LineMark }
        for (index, entry) in entries.enumerated() where index != 1 {
            let line = try #require(lines.first { $0.color == entry.symbol.line })
            #expect(line.widthFactor == entry.symbol.lineWidthFactor && line.dash == entry.symbol.lineDash)
        }
        #expect(entries.map { !$0.symbol.lineDash.isEmpty } == [false, false, false, true, false])
    }

    @Test("Titles of axes, points and legend are optional")
    func elements() throws {
        let surfaces = [try surface(5), try surface(6)]
        #expect((axes(surfaces).xTitle, axes(surfaces).yTitle) == ("length", "width"))
        let bare = axes(
            surfaces, elements: PictureElements(xTitle: "a", yTitle: "b", hasLegend: false, hasPoints: false))
        #expect((bare.xTitle, bare.yTitle) == ("a", "b") && bare.legend.entries.isEmpty && bare.marks.count == 2)
        let withoutPoints = axes(surfaces, elements: PictureElements(hasPoints: false))
        #expect(withoutPoints.legend.entries.map(\.name) == ["net 0", "net 1"])
        #expect(axes(surfaces, theme: .light.withTransparentPage).background.alpha == 0)
    }
}
