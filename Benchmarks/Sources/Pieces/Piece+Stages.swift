import CairoRenderer
import Contouring
import Datasets
import DecisionBoundary
import Geometry
import Meshgrid
import Optimization
import Pictures
import Plotting
import Training

extension Piece {
    /// One evaluation of cost and gradient at the initial theta.
    static func evaluation(hidden: Int, pointCount: Int, threads: Int) -> Piece {
        Piece(.evaluation, hidden: hidden, pointCount: pointCount, threads: threads) {
            let moons = try Dataset.moons(sampleCount: pointCount, noise: 0.2, seed: 0)
            let shape = NetworkShape(hidden: [hidden], classCount: moons.classCount)
            let theta = NeuralNetwork(shape: shape, initialSeed: 0).theta
            var objective = TrainingObjective(dataset: moons, shape: shape, lambda: Work.lambda, threads: threads)
            var gradient = Array(repeating: 0.0, count: theta.count)
            return { keep(objective.evaluate(at: theta, gradient: &gradient)) }
        }
    }

    /// A trained network over the default grid, the grid's preparation and the field's memory included.
    static func grid(hidden: Int, threads: Int) -> Piece {
        Piece(.grid, hidden: hidden, pointCount: Work.gridPointCount, threads: threads) {
            let work = try Work(hidden: hidden)
            return {
                work.report.network.forEachBlock(of: work.surface.grid, threads: threads) { keep($0.values[0]) }
            }
        }
    }

    /// The region of class 1 and the boundary around it.
    static func contour(hidden: Int) -> Piece {
        Piece(.contour, hidden: hidden, pointCount: Work.gridPointCount, threads: 1) {
            let work = try Work(hidden: hidden)
            let contours = ContourGenerator(
                work.report.network.fields(over: work.surface.grid)[0], continuedTo: work.surface.limits)
            return {
                keep(contours.filled(above: 0))
                keep(contours.lines(at: 0))
            }
        }
    }

    /// Layout and drawing of a figure, up to its pixels.
    static func draw(hidden: Int) -> Piece {
        Piece(.draw, hidden: hidden, pointCount: Work.pixelCount, threads: 1) {
            let work = try Work(hidden: hidden)
            return { keep(try work.bitmap()) }
        }
    }

    /// A picture as a PNG file in memory.
    static func png(hidden: Int) -> Piece {
        Piece(.png, hidden: hidden, pointCount: Work.pixelCount, threads: 1) {
            let bitmap = try Work(hidden: hidden).bitmap()
            return { keep(try bitmap.png(dpi: Work.dpi)) }
        }
    }
}

/// A network trained on the default data, and what is made of it: the inputs of the stages after training.
private struct Work {
    static let lambda = 0.001
    static let dpi = 100.0
    static let gridPointCount = 461 * 328
    static let pixelCount = 640 * 480

    let report: TrainingReport
    let surface: DecisionSurface
    let figure: Figure

    init(hidden: Int) throws {
        let moons = try Dataset.moons(sampleCount: 200, noise: 0.2, seed: 0)
        report = Trainer().train(Candidate(hidden: [hidden], lambda: Self.lambda), on: moons)
        surface = try DecisionSurface(of: report.network, within: moons.bounds.expanded(by: 0.5))
        precondition(surface.grid.pointCount == Self.gridPointCount, "the default grid has 461 × 328 points")
        figure = Figure(
            of: surface, training: ScoredPoints(moons, misclassified: report.misclassified),
            title: "Decision Boundary for hidden layer size \(hidden)",
            subtitle: "accuracy 98.0 % · cost 0.1342 · λ 0.001")
    }

    func bitmap() throws -> Bitmap {
        try CairoRenderer(dpi: Self.dpi).bitmap(size: figure.size) { figure.draw(on: &$0) }
    }
}
