import Datasets
import DecisionBoundary
import Geometry
import Optimization
import Plotting
import Testing
import Training

@Suite("Figures look as they did")
struct FigureSnapshotTests {
    @Test("two classes on a page of the default size")
    func twoClasses() throws {
        try Snapshot(name: "two-classes").expect(figure(SnapshotData.crescents), dpi: 100)
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

    /// A network after few iterations: its path is short, so that rounding has no say in the picture.
    private func figure(
        _ dataset: Dataset, hidden: Int = 3, iterations: Int = 25, title: String? = nil,
        size: Size = Figure.defaultSize
    ) throws -> Figure {
        let settings = TrainingSettings(
            hidden: [hidden], lambda: 0.001, optimizer: ConjugateGradient(iterationLimit: iterations))
        let report = Trainer(settings).train(on: dataset)
        let surface = try DecisionSurface(of: report.network, within: dataset.limits(), step: 0.02)
        return Figure(of: surface, dataset: dataset, report: report, lambda: 0.001, title: title, size: size)
    }
}
