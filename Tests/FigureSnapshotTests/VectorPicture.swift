import Datasets
import DecisionBoundary
import Geometry
import Optimization
import Pictures
import Plotting
import Training

/// A picture of each kind, of the default size and over a grid of the default step.
enum VectorPicture: String, CaseIterable, Sendable {
    case moons, fiveClasses, heldOutPoints, equalPoints, density, sheet, overlay, curve, heatMap, difference

    /// The figure or the sheet.
    enum Page {
        case figure(Figure)
        case sheet(Sheet)

        var size: Size {
            switch self {
            case .figure(let figure): figure.size
            case .sheet(let sheet): sheet.size
            }
        }

        /// Draws the page with the layout of vector formats, also in pixels.
        func draw(on canvas: inout some Canvas) {
            switch self {
            case .figure(let figure): figure.draw(on: &canvas)
            case .sheet(let sheet): SheetLayout(of: sheet, measuring: canvas).draw(on: &canvas)
            }
        }
    }

    func page() throws -> Page {
        switch self {
        case .moons: try .figure(figure(.moons(sampleCount: 200, noise: 0.2, seed: 0)))
        case .fiveClasses: try .figure(figure(SnapshotData.fiveClouds, hidden: 8, iterations: 60))
        case .heldOutPoints: try .figure(heldOutPoints())
        case .equalPoints: try .figure(figure(SnapshotData.answers))
        case .density: try .figure(figure(SnapshotData.crowd))
        case .sheet: try .sheet(sheet())
        case .overlay: try .figure(Figure(overlayOf: [1, 2, 3, 5, 12], step: 0.01, training: SnapshotData.clouds))
        case .curve: .figure(curve)
        case .heatMap: .figure(heatMap)
        case .difference: try .figure(difference())
        }
    }

    private func train(_ dataset: Dataset, hidden: Int, seed: UInt32 = 0, iterations: Int = 25) -> TrainingReport {
        let settings = TrainingSettings(
            initialSeed: seed, optimizer: .conjugateGradient(.init(iterationLimit: iterations)))
        return Trainer(settings).train(Candidate(hidden: [hidden], lambda: 0.001), on: dataset)
    }

    private func figure(_ dataset: Dataset, hidden: Int = 3, iterations: Int = 25) throws -> Figure {
        let report = train(dataset, hidden: hidden, iterations: iterations)
        let surface = try DecisionSurface(of: report.network, within: dataset.limits, step: 0.01)
        return Figure(of: surface, training: dataset, report: report)
    }

    private func heldOutPoints() throws -> Figure {
        let clouds = SnapshotData.clouds
        let test = clouds.subset(clouds.points.indices.filter { $0.isMultiple(of: 3) })
        let training = clouds.subset(clouds.points.indices.filter { !$0.isMultiple(of: 3) })
        let reports = (0..<3).map { train(training, hidden: 3, seed: $0) }
        let surfaces = try reports.map { try DecisionSurface(of: $0.network, within: clouds.limits, step: 0.01) }
        return Figure(
            of: surfaces[0], training: training, report: reports[0],
            test: (test, Score(of: reports[0].network, on: test)),
            alternatives: surfaces.dropFirst().map { .alternative($0) })
    }

    private func sheet() throws -> Sheet {
        let sizes = [1, 2, 3, 5, 20]
        let figures = try sizes.map { try figure(SnapshotData.crescents, hidden: $0) }
        let panels = zip(sizes, figures).map {
            Sheet.Panel(title: "hidden \($0)", subtitle: $1.subtitle, axes: $1.axes)
        }
        return Sheet(
            title: "Decision Boundaries", subtitle: "two crescents · 36 points", panels: panels, xTitle: "x1",
            yTitle: "x2", legend: figures[0].axes.legend)
    }

    private var curve: Figure {
        let series = [
            ValidationCurve.Series(
                "train", isHeldOut: false, values: [0.134, 0.116, 0.047, 0.02], deviations: [0.01, 0.015, 0.05, 0.01]),
            ValidationCurve.Series(
                "validation", isHeldOut: true, values: [0.138, 0.125, 0.063, 0.044],
                deviations: [0.05, 0.04, 0.03, 0.025]),
        ]
        return Figure(
            of: ValidationCurve(axis: .hidden(HiddenSizes([[1], [2], [3], [10]])), series: series, measure: .error),
            title: "Error by hidden layer size", subtitle: "λ 0.01 · 5 folds")
    }

    private var heatMap: Figure {
        let costs = [
            [0.737, 0.702, 1.232, 1.388, 0.819, 1.134], [0.662, 0.664, 0.742, 0.729, .nan, 0.667],
            [0.664, 0.664, 0.34, 0.352, 0.334, 0.346], [0.668, 0.682, 0.59, 0.562, 0.322, 0.349],
        ]
        let axes = Axes.heatMap(
            sizes: HiddenSizes([[1], [2], [3], [5], [10], [20]]), lambdas: [0.0001, 0.001, 0.01, 0.1], values: costs,
            measure: .cost,
            winner: (3, 4), colors: .violet)
        return Figure(title: "Validation cost", axes: axes)
    }

    private func difference() throws -> Figure {
        let clouds = SnapshotData.clouds
        let networks = [2, 12].map { train(clouds, hidden: $0).network }
        return try Figure(
            differenceOf: networks, step: 0.01, training: clouds, pointShare: 0.03,
            names: ("2 hidden units", "12 hidden units"))
    }
}

extension SnapshotData {
    /// Five clouds of 40 points that overlap a little, on a ring and in its middle.
    static let fiveClouds: Dataset = {
        // Numerical Recipes' quick generator; the sum of four draws is round enough.
        var state: UInt32 = 1
        func draw() -> Double {
            state = state &* 1_664_525 &+ 1_013_904_223
            return Double(state >> 8) / Double(1 << 24)
        }
        let centers = [(0.0, 0.0), (1.6, 0.2), (-0.2, 1.5), (-1.6, -0.1), (0.1, -1.6)]
        let labels = (0..<200).map { $0 % 5 }
        let points = labels.map { label in
            Point(
                x: centers[label].0 + draw() + draw() + draw() + draw() - 2,
                y: centers[label].1 + draw() + draw() + draw() + draw() - 2)
        }
        return Dataset(points: points, labels: labels, classNames: ["middle", "east", "north", "west", "south"])
    }()
}
