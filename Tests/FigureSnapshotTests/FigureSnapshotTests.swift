import Datasets
import DecisionBoundary
import Geometry
import Optimization
import Pictures
import Plotting
import Testing
import Training

@Suite("Figures look as they did")
struct FigureSnapshotTests {
    @Test("two classes on a page of the default size")
    func twoClasses() throws {
        try Snapshot(name: "two-classes").expect(figure(SnapshotData.crescents), dpi: 100)
    }

    @Test("equal points, whose markers grow with their number, and a legend below")
    func equalPoints() throws {
        try Snapshot(name: "equal-points").expect(figure(SnapshotData.answers), dpi: 100)
    }

    @Test("the density of 24,000 points, with the boundary above it")
    func density() throws {
        try Snapshot(name: "density").expect(figure(SnapshotData.crowd, iterations: 15), dpi: 100)
    }

    @Test("a page of 2 × 1.5 inches")
    func smallPage() throws {
        let size = Size(width: 144, height: 108)
        try Snapshot(name: "small-page").expect(figure(SnapshotData.crescents, size: size), dpi: 100)
    }

    @Test("a page three times as wide as high")
    func widePage() throws {
        let size = Size(width: 648, height: 216)
        try Snapshot(name: "wide-page").expect(figure(SnapshotData.crescents, size: size), dpi: 80)
    }

    @Test("three classes with names")
    func threeClasses() throws {
        try Snapshot(name: "three-classes").expect(figure(SnapshotData.clouds, iterations: 40), dpi: 100)
    }

    @Test("an untrained network")
    func untrained() throws {
        try Snapshot(name: "untrained").expect(figure(SnapshotData.crescents, iterations: 0), dpi: 75)
    }

    @Test("a title that is longer than the page is wide")
    func longTitle() throws {
        let title = "Two crescents of eighteen points each, and what a network of three hidden units makes of them"
        let size = Size(width: 288, height: 216)
        try Snapshot(name: "long-title").expect(figure(SnapshotData.crescents, title: title, size: size), dpi: 100)
    }

    @Test("a sheet of five networks")
    func sheet() throws {
        let sizes = [1, 2, 3, 5, 20]
        let figures = try sizes.map { try figure(SnapshotData.crescents, hidden: $0) }
        let panels = zip(sizes, figures).map {
            Sheet.Panel(title: "hidden \($0)", subtitle: $1.subtitle, axes: $1.axes)
        }
        let sheet = Sheet(
            title: "Decision Boundaries", subtitle: "two crescents · 36 points", panels: panels, xTitle: "x1",
            yTitle: "x2", legend: figures[0].axes.legend)
        try Snapshot(name: "sheet").expect(sheet, dpi: 125)
    }

    @Test("a sheet with the gaps between training and test, and a frame around the best network")
    func gaps() throws {
        for (name, theme) in [("sheet-gaps", Theme.light), ("sheet-gaps-dark", .dark)] {
            let style = SurfaceStyle(classCount: 2, theme: theme)
            let panels = try zip([1, 3, 8], [-0.024, 0.017, 0.15]).map { hidden, gap in
                SurfacePanel(
                    axes: try figure(SnapshotData.crescents, hidden: hidden, style: style).axes,
                    name: "\(hidden) hidden units", subtitle: "test 95.0 % · train 98.6 %", gap: gap,
                    isBest: hidden == 3)
            }
            let sheet = Sheet(
                of: panels, title: "Decision Boundaries", subtitle: "two crescents", size: Figure.defaultSize,
                theme: theme)
            try Snapshot(name: name).expect(sheet, dpi: 100)
        }
    }

    @Test("a matrix of networks, iterations down, sizes across")
    func matrix() throws {
        let figures = try [5, 25].flatMap { iterations in
            try [1, 2, 3].map { try figure(SnapshotData.clouds, hidden: $0, iterations: iterations) }
        }
        let sheet = Sheet(
            title: "Decision Boundaries", panels: figures.map { Sheet.Panel(subtitle: $0.subtitle, axes: $0.axes) },
            columnCount: 3, columnTitles: ["hidden 1", "hidden 2", "hidden 3"],
            rowTitles: ["5 iterations", "25 iterations"], xTitle: "x1", yTitle: "x2", legend: figures[0].axes.legend)
        try Snapshot(name: "sheet-matrix").expect(sheet, dpi: 100)
    }

    @Test("hollow points that were held out, and faint boundaries of other restarts")
    func heldOutPoints() throws {
        let clouds = SnapshotData.clouds
        let test = clouds.subset(clouds.points.indices.filter { $0.isMultiple(of: 3) })
        let training = clouds.subset(clouds.points.indices.filter { !$0.isMultiple(of: 3) })
        let reports = (0..<3).map { seed in
            Trainer(
                TrainingSettings(initialSeed: seed, optimizer: .conjugateGradient(.init(iterationLimit: 25)))
            ).train(Candidate(hidden: [3], lambda: 0.001), on: training)
        }
        let surfaces = try reports.map {
            try DecisionSurface(of: $0.network, within: clouds.limits, step: 0.02)
        }
        let figure = Figure(
            of: surfaces[0], training: training, report: reports[0],
            test: (test, Score(of: reports[0].network, on: test)),
            alternatives: surfaces.dropFirst().map { .alternative($0) })
        try Snapshot(name: "held-out-points").expect(figure, dpi: 100)
    }

    @Test("error against size, with the spread over folds")
    func validationCurve() throws {
        let curve = ValidationCurve(
            axis: .hidden(HiddenSizes([[1], [2], [3], [5], [10], [20]])),
            series: [
                ValidationCurve.Series(
                    "train", isHeldOut: false, values: [0.134, 0.116, 0.047, 0.02, 0.006, 0],
                    deviations: [0.008, 0.015, 0.05, 0.008, 0.006, 0]),
                ValidationCurve.Series(
                    "validation", isHeldOut: true, values: [0.138, 0.125, 0.063, 0.044, 0.05, 0.055],
                    deviations: [0.051, 0.044, 0.028, 0.025, 0.025, 0.03]),
            ], measure: .error)
        try Snapshot(name: "validation-curve").expect(
            Figure(of: curve, title: "Error by hidden layer size", subtitle: "λ 0.01 · 5 folds"), dpi: 100)
        try Snapshot(name: "validation-curve-dark").expect(
            Figure(of: curve, title: "Error by hidden layer size", subtitle: "λ 0.01 · 5 folds", theme: .dark), dpi: 100
        )
    }

    @Test("error of stacked layers")
    func stackedLayers() throws {
        let curve = ValidationCurve(
            axis: .hidden(HiddenSizes([[3], [5], [4, 4], [8, 4], [16, 8, 4]])),
            series: [
                ValidationCurve.Series("train", isHeldOut: false, values: [0.134, 0.116, 0.047, 0.02, 0]),
                ValidationCurve.Series("test", isHeldOut: true, values: [0.138, 0.125, 0.063, 0.044, 0.05]),
            ], measure: .error)
        try Snapshot(name: "stacked-layers").expect(
            Figure(of: curve, title: "Error by hidden layer size", subtitle: "λ 0.01"), dpi: 100)
    }

    @Test("cost for every size and λ")
    func heatMap() throws {
        let costs = [
            [0.737, 0.702, 1.232, 1.388, 0.819, 1.134], [0.662, 0.664, 0.742, 0.729, .nan, 0.667],
            [0.664, 0.664, 0.34, 0.352, 0.334, 0.346], [0.668, 0.682, 0.59, 0.562, 0.322, 0.349],
        ]
        for (name, theme) in [("heat-map", Theme.light), ("heat-map-dark", .dark)] {
            let axes = Axes.heatMap(
                sizes: HiddenSizes([[1], [2], [3], [5], [10], [20]]), lambdas: [0.0001, 0.001, 0.01, 0.1],
                values: costs,
                measure: .cost,
                winner: (3, 4), colors: .violet(on: theme.ground), theme: theme)
            try Snapshot(name: name).expect(Figure(title: "Validation cost", axes: axes, theme: theme), dpi: 100)
        }
    }

    @Test("where two networks differ")
    func difference() throws {
        let clouds = SnapshotData.clouds
        let reports = [2, 12].map { hidden in
            Trainer(TrainingSettings(optimizer: .conjugateGradient(.init(iterationLimit: 25))))
                .train(Candidate(hidden: [hidden], lambda: 0.001), on: clouds)
        }
        let classes = reports.map { $0.network.classes(of: clouds.points) }
        for (name, theme) in [("difference", Theme.light), ("difference-dark", .dark)] {
            let figure = try Figure(
                differenceOf: reports.map(\.network), step: 0.02, training: clouds,
                pointShare: Double(zip(classes[0], classes[1]).count { $0 != $1 }) / Double(clouds.points.count),
                names: ("2 hidden units", "12 hidden units"), theme: theme)
            try Snapshot(name: name).expect(figure, dpi: 100)
        }
    }

    @Test("the boundaries of five networks over one scatter with held-out points")
    func overlay() throws {
        let clouds = SnapshotData.clouds
        let test = clouds.subset(clouds.points.indices.filter { $0.isMultiple(of: 3) })
        let training = clouds.subset(clouds.points.indices.filter { !$0.isMultiple(of: 3) })
        for (name, theme) in [("overlay", Theme.light), ("overlay-dark", .dark)] {
            let figure = try Figure(
                overlayOf: [1, 2, 3, 5, 12], step: 0.02, training: training, test: test, theme: theme)
            try Snapshot(name: name).expect(figure, dpi: 100)
        }
    }

    @Test("probability of two classes in bands, with a colour bar")
    func probabilityOfTwo() throws {
        let style = SurfaceStyle(classCount: 2, fill: .probability())
        try Snapshot(name: "probability-two-classes").expect(figure(SnapshotData.crescents, style: style), dpi: 100)
    }

    @Test("probability of three classes in bands")
    func probabilityOfThree() throws {
        let style = SurfaceStyle(classCount: 3, fill: .probability(levels: 4))
        try Snapshot(name: "probability-three-classes")
            .expect(figure(SnapshotData.clouds, iterations: 40, style: style), dpi: 100)
    }

    @Test("the score of two classes in bands")
    func score() throws {
        let style = SurfaceStyle(classCount: 2, fill: .score())
        try Snapshot(name: "score").expect(figure(SnapshotData.crescents, style: style), dpi: 100)
    }

    @Test("a sheet of scores with the same bands in every panel")
    func scoreSheet() throws {
        let style = SurfaceStyle(classCount: 2, fill: .score()).withScoreLimit(8)
        let figures = try [1, 3, 8].map { try figure(SnapshotData.crescents, hidden: $0, style: style) }
        let sheet = Sheet(
            title: "Decision Boundaries", panels: figures.map { Sheet.Panel(title: $0.title, axes: $0.axes) },
            columnCount: 2, xTitle: "x1", yTitle: "x2", legend: figures[0].axes.legend,
            colorBar: figures[0].axes.colorBar)
        try Snapshot(name: "sheet-score").expect(sheet, dpi: 100)
    }

    @Test("the dark theme")
    func dark() throws {
        let style = SurfaceStyle(classCount: 3, theme: .dark)
        try Snapshot(name: "dark").expect(figure(SnapshotData.clouds, iterations: 40, style: style), dpi: 100)
    }

    @Test("the print theme")
    func printTheme() throws {
        let style = SurfaceStyle(classCount: 2, theme: .print)
        try Snapshot(name: "print").expect(figure(SnapshotData.crescents, style: style), dpi: 100)
    }

    @Test("twelve classes with their names in the regions")
    func twelveClasses() throws {
        try Snapshot(name: "twelve-classes").expect(
            figure(SnapshotData.twelveClouds, hidden: 8, iterations: 40, step: 0.04), dpi: 100)
    }

    /// A network after few iterations, so that rounding does not change the picture.
    private func figure(
        _ dataset: Dataset, hidden: Int = 3, iterations: Int = 25, title: String? = nil,
        size: Size = Figure.defaultSize, step: Double = 0.02, style: SurfaceStyle? = nil
    ) throws -> Figure {
        let settings = TrainingSettings(optimizer: .conjugateGradient(.init(iterationLimit: iterations)))
        let report = Trainer(settings).train(Candidate(hidden: [hidden], lambda: 0.001), on: dataset)
        let surface = try DecisionSurface(of: report.network, within: dataset.limits, step: step, style: style)
        return Figure(
            of: surface, training: dataset, report: report, title: title, size: size, style: style)
    }
}
