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

    /// A network after few iterations: its path is short, so that rounding has no say in the picture.
    private func figure(
        _ dataset: Dataset, iterations: Int = 25, title: String? = nil, size: Size = Figure.defaultSize
    ) throws -> Figure {
        let settings = TrainingSettings(
            hidden: [3], lambda: 0.001, optimizer: ConjugateGradient(iterationLimit: iterations))
        let report = Trainer(settings).train(on: dataset)
        let surface = try DecisionSurface(of: report.network, within: dataset.limits(), step: 0.02)
        return Figure(of: surface, dataset: dataset, report: report, lambda: 0.001, title: title, size: size)
    }
}
