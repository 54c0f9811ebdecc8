import CairoRenderer
import Datasets
import DecisionBoundary
import Geometry
import Meshgrid
import Optimization
import Parallelism
import Plotting
import Synchronization
import Training

/// Trains and draws the networks of one command, several at once.
struct PlotRun: Sendable {
    let dataset: Dataset
    /// How to describe the data in a picture's Description.
    let dataDescription: String
    let hidden: [Int]
    let lambda: Double
    let initialSeed: UInt32
    let optimizer: any Minimizer
    let limits: Rectangle
    let step: Double
    let paths: [String]
    let pageSize: Size
    let dpi: Double
    let title: String?
    let threads: Int

    /// The pictures in the order of the hidden sizes.
    ///
    /// The largest network is begun first, since it takes the longest; threads that the networks leave over work on the
    /// parts of one.
    ///
    /// - Throws: the first failure in the order of the hidden sizes; pictures that are finished by then stay. After a
    ///   failure no further picture is begun.
    func pictures(progress: ProgressLine?) throws -> [Picture] {
        let order = hidden.indices.sorted { hidden[$0] > hidden[$1] }
        let threadsPerPicture = Self.threadsPerPicture(threads: threads, pictureCount: hidden.count)
        let hasFailed = Atomic(false)
        var results = [Result<Picture, any Error>?](repeating: nil, count: hidden.count)
        results.withUnsafeMutableBufferPointer { results in
            // SAFETY: every block writes to a slot of its own.
            nonisolated(unsafe) let results = results
            forEachBlock(order.count, threads: threads) { block, _ in
                guard !hasFailed.load(ordering: .relaxed) else { return }
                let result = Result { try picture(order[block], threads: threadsPerPicture, progress: progress) }
                if case .failure = result { hasFailed.store(true, ordering: .relaxed) }
                results[order[block]] = result
            }
        }
        // The slots that are still empty come after a failure, which is thrown here.
        return try results.compactMap { try $0?.get() }
    }

    /// The threads that work on the parts of one picture: those that the pictures leave over, shared evenly.
    static func threadsPerPicture(threads: Int, pictureCount: Int) -> Int {
        max(1, threads / min(threads, pictureCount))
    }

    private func picture(_ index: Int, threads: Int, progress: ProgressLine?) throws -> Picture {
        var seconds = Picture.Seconds()
        let trainer = Trainer(
            TrainingSettings(
                hidden: [hidden[index]], lambda: lambda, initialSeed: initialSeed, optimizer: optimizer,
                threads: threads))
        let report = seconds.measure(\.train) {
            trainer.train(on: dataset) { iterations, cost in
                progress?.note(hidden: hidden[index], iterations: iterations, cost: cost)
                return !Interruption.isRequested
            }
        }
        try Interruption.check()
        let surface = try seconds.measure(\.grid) {
            try DecisionSurface(of: report.network, within: limits, step: step, threads: threads)
        }
        let figure = seconds.measure(\.draw) {
            Figure(of: surface, dataset: dataset, report: report, lambda: lambda, title: title, size: pageSize)
        }
        var plotRectangle = limits
        let bitmap = try seconds.measure(\.draw) {
            try CairoRenderer(dpi: dpi).bitmap(size: pageSize) { canvas in
                plotRectangle = figure.draw(on: &canvas).plotRectangle
            }
        }
        try Interruption.check()
        let png = try seconds.measure(\.write) { try bitmap.png(dpi: dpi, texts: texts(for: figure, report: report)) }
        try seconds.measure(\.write) { try AtomicFile.write(png, to: paths[index]) }
        progress?.noteFinished()
        return Picture(
            hidden: hidden[index], report: report, grid: surface.grid, labelCounts: surface.labelCounts,
            path: paths[index], limits: limits, plotRectangle: plotRectangle.scaled(by: dpi / 72),
            pixelWidth: bitmap.width, pixelHeight: bitmap.height, seconds: seconds)
    }

    /// The texts that a PNG carries: the same run gives the same ones.
    private func texts(for figure: Figure, report: TrainingReport) -> [PNGText] {
        let description = """
            \(dataDescription); \(report.network.shape.unitCounts.map(String.init).joined(separator: "-")) network, \
            λ \(DecimalText.shortest(lambda)), initial seed \(initialSeed); cost \(report.cost), \
            accuracy \(DecimalText.shortest(report.accuracy)), \(report.termination.rawValue)
            """
        return [
            PNGText(keyword: "Title", value: figure.title),
            PNGText(keyword: "Description", value: description),
            PNGText(keyword: "Software", value: "boundaryplot"),
        ]
    }
}

extension Rectangle {
    /// Every coordinate times `factor`.
    fileprivate func scaled(by factor: Double) -> Rectangle {
        Rectangle(minX: minX * factor, minY: minY * factor, maxX: maxX * factor, maxY: maxY * factor)
    }
}
