import Datasets
import DecisionBoundary
import Geometry
import NaiveNetworks
import Pictures
import Plotting
import Testing
import Training

@Suite("Pictures without regions follow the theme")
struct PageThemeTests {
    private static let themes: [Theme] = [.light, .dark, .print]

    private static let curve = ValidationCurve(
        axis: .hidden(HiddenSizes([[1], [2], [5]])),
        series: [
            .init("train", isHeldOut: false, values: [0.2, 0.1, 0], deviations: [0.01, 0.02, 0]),
            .init("validation", isHeldOut: true, values: [0.3, 0.2, 0.25]),
            .init("test", isHeldOut: true, values: [0.3, 0.1, 0.2]),
        ], measure: .error)

    private static let dataset = Dataset(
        points: [Point(x: -1, y: 0), Point(x: 0.5, y: 0.2), Point(x: 1, y: -0.5)], labels: [0, 1, 2],
        classNames: ["left", "right", "below"])

    private func difference(_ theme: Theme, palette: Palette? = nil, isSame: Bool = false) throws -> Axes {
        let limits = Rectangle(minX: -2, minY: -1.5, maxX: 2, maxY: 1.5)
        let surfaces = try [5, isSame ? 5 : 6].map {
            try DecisionSurface(
                of: randomNetwork([2, 3, 3], deviation: 3, seed: UInt32($0)), within: limits, step: 0.1)
        }
        return Axes(
            differenceOf: surfaces[0], and: surfaces[1], areaShare: isSame ? 0 : 0.5, training: Self.dataset,
            test: Self.dataset,
            names: ("a", "b"), palette: palette, theme: theme)
    }

    /// OKLab lightness × 100; greys differ from black in lightness only.
    private func contrast(_ color: Color, with theme: Theme) -> Double {
        ColorVision.normal.distance(color, theme.groundColor)
    }

    @Test("The lines of a curve contrast with the page and each other for any colour vision", arguments: themes)
    func curveLines(theme: Theme) {
        let lines = Axes(of: Self.curve, theme: theme).marks.compactMap { $0 as? LineMark }
        let colors = lines.filter { !$0.isGuide }.compactMap(\.color)
        #expect(colors.count == 3)
        for (index, color) in colors.enumerated() {
            #expect(contrast(color, with: theme) > 35)
            for vision in ColorVision.allCases {
                #expect(colors[..<index].allSatisfy { vision.distance($0, color) > 12 })
            }
        }
        let guides = lines.filter(\.isGuide).compactMap(\.color)
        #expect(guides.count == 1 && guides.allSatisfy { (15...40).contains(contrast($0, with: theme)) })
    }

    @Test("Hollow points are hollow, and the legend hides elements below", arguments: themes)
    func curveFigure(theme: Theme) {
        let figure = Figure(of: Self.curve, title: "", theme: theme)
        #expect(figure.axes.background == theme.pageColor && figure.theme.pageColor == theme.pageColor)
        #expect(figure.theme.legendColor.alpha == 1 && figure.theme.titleColor == theme.titleColor)
        let cores = figure.axes.marks.compactMap { $0 as? PointMark }.flatMap(\.markers).compactMap(\.coreColor)
        #expect(cores == [theme.markerCoreColor, theme.markerCoreColor])
        let sheet = Sheet(of: [Self.curve], titles: ["λ 1"], title: "", size: Figure.defaultSize, theme: theme)
        #expect(sheet.theme == theme && sheet.panels[0].axes.background == theme.pageColor)
    }

    @Test("On a transparent page the inside of the frame is transparent too")
    func transparent() throws {
        let theme = Theme.dark.withTransparentPage
        #expect(Figure(of: Self.curve, title: "", theme: theme).axes.background.alpha == 0)
        #expect(try difference(theme).background.alpha == 0)
    }

    @Test("Lines and shading of a difference contrast with the page and each other", arguments: themes)
    func differenceColors(theme: Theme) throws {
        let axes = try difference(theme)
        let lines = axes.marks.compactMap { ($0 as? LineMark)?.color }
        let areas = axes.marks.compactMap { $0 as? AreaMark }
        let area = try #require(areas.last).color
        try #require(lines.count == 2 && areas.count == 4)
        // The tints of the regions on which both agree, paler than the shading.
        for tint in [axes.background] + areas.prefix(2).map(\.color) {
            #expect((2..<contrast(area, with: theme)).contains(contrast(tint, with: theme)))
            for vision in ColorVision.allCases { #expect(vision.distance(tint, area) > 5) }
        }
        #expect(ColorVision.normal.distance(lines[0], lines[1]) > 15)
        for line in lines {
            #expect(contrast(line, with: theme) > 35)
            for vision in ColorVision.allCases { #expect(vision.distance(line, area) > 25) }
        }
        #expect((10...30).contains(contrast(area, with: theme)))
    }

    @Test("The points of a difference have the palette, adapted to the ground", arguments: themes)
    func differencePalette(theme: Theme) throws {
        let palette = Palette.named(.okabeIto, classCount: 3)
        let mark = try #require(try difference(theme, palette: palette).marks.compactMap { $0 as? PointMark }.first)
        let expected = palette.adapted(to: theme.ground).swatches.map(\.color)
        // The held-out points are those of the training part, and lie in their markers.
        let markers = mark.markerIndices.map { mark.markers[$0] }
        #expect(markers.map(\.color) == expected.flatMap { [$0, $0] })
        #expect(
            markers.map(\.coreColor) == [
                nil, theme.markerCoreColor, nil, theme.markerCoreColor, nil, theme.markerCoreColor,
            ])
        #expect(mark.weights == [2, 1, 2, 1, 2, 1])
    }

    @Test("A boundary outside of the picture is not in the legend")
    func missingBoundary() throws {
        let limits = Rectangle(minX: -2, minY: -1.5, maxX: 2, maxY: 1.5)
        // Class 1 wins everywhere, or for x > 0.
        let surfaces = try [[0, 0, 0, 5, 0, 0], [0, 0, 0, 0, 1, 0]].map { theta in
            try DecisionSurface(
                of: NeuralNetwork(shape: NetworkShape(hidden: [], classCount: 2), theta: theta), within: limits,
                step: 0.1)
        }
        let two = Dataset(points: [Point(x: -1, y: 0), Point(x: 1, y: 0)], labels: [0, 1])
        func names(_ first: DecisionSurface, _ second: DecisionSurface) -> [String] {
            Axes(
                differenceOf: first, and: second, areaShare: first == second ? 0 : 0.5, training: two,
                names: ("one", "two")
            ).legend.entries.map(\.name)
        }
        #expect(names(surfaces[0], surfaces[1]) == ["two", "classes differ", "0", "1"])
        #expect(names(surfaces[1], surfaces[0]) == ["one", "classes differ", "0", "1"])
        #expect(names(surfaces[0], surfaces[0]) == ["0", "1"])
        #expect(names(surfaces[1], surfaces[1]) == ["one", "two", "0", "1"])
    }

    @Test("A heat map begins near the colour of the page, and missing values are grey", arguments: themes)
    func heatMap(theme: Theme) throws {
        for map in [ColorMap.crimson(on: theme.ground), .violet(on: theme.ground)] {
            let axes = Axes.heatMap(
                sizes: HiddenSizes([[1], [2], [3]]), lambdas: [0.1], values: [[0.1, 1, .nan]], measure: .cost,
                winner: nil,
                colors: map,
                theme: theme)
            let tiles = try #require(axes.marks.first as? TileMark).tiles
            #expect(tiles[0].color == map(0) && tiles[1].color == map(1))
            #expect(tiles[2] == .missing(on: theme.ground) && tiles[2].text == "–")
            #expect((2...12).contains(contrast(tiles[0].color, with: theme)))
            #expect(contrast(tiles[1].color, with: theme) > 40)
            #expect((12...25).contains(contrast(tiles[2].color, with: theme)))
            #expect(axes.background == theme.pageColor)
        }
    }
}
