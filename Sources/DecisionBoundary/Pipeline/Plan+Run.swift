import Datasets
package import Geometry
package import ModelSelection
import SavedModels
import Training

/// The results of a run.
public struct RunResult: Sendable {
    /// The classifiers, in the order of the request; for a tuning, the chosen one.
    public let classifiers: [ClassifierResult]
    /// The sheet of all classifiers; nil if not requested.
    public internal(set) var sheet: PictureFile?
    /// The boundaries of all classifiers over one scatter; nil if not requested.
    public internal(set) var overlay: PictureFile?
    /// The comparison of all classifiers with the best one on the held-out points; nil without a sheet or an overlay.
    package internal(set) var comparison: ChanceComparison?
    /// The curve; nil if not requested.
    package internal(set) var curve: CurvePicture?
    /// The film of a training; nil if not requested.
    package internal(set) var film: FilmResult?
    /// The difference of two classifiers; nil if not requested.
    package internal(set) var difference: Difference?
    /// The page for readers; nil if not requested.
    package internal(set) var report: ReportFile?
    /// The cross-validation; nil if not requested.
    package internal(set) var tuning: Tuning?
    /// The completed shard; nil unless one is requested.
    package internal(set) var shard: ShardResult?

    /// The written pictures, in order.
    public var files: [PictureFile] {
        var files = classifiers.compactMap(\.picture)
        if let tuning { files = [tuning.heatMap, tuning.curve] + files }
        return files + (film?.files ?? []) + [sheet, overlay, curve?.file, difference?.file].compactMap(\.self)
    }
}

/// A classifier of a run, with its scores and its picture.
public struct ClassifierResult: Sendable {
    /// The classifier and its scores.
    public let scored: ScoredClassifier
    /// The surface; nil if none was drawn.
    package var surface: SurfaceFacts?
    /// The picture of this classifier; optional.
    public internal(set) var picture: PictureFile?
    /// The frame of the axes in pixels from the top left; nil without a picture.
    package var plotRectangle: Rectangle?
    package var seconds = StageSeconds()
    /// The scores on every division of the points, in the order of their seeds; empty unless the run repeats the division.
    package var splits: [SplitScore] = []
}

/// Facts of a surface that are kept after its fields are freed.
package struct SurfaceFacts: Sendable {
    package let grid: RegularGrid
    /// The number of grid points of each class.
    package let labelCounts: [Int]
    /// The limits of the axes, in data units.
    package let limits: Rectangle
}

extension Request {
    /// Runs the request: loads, trains, evaluates, draws and writes.
    ///
    /// - Throws: `RunError` if the run fails; finished pictures stay.
    @discardableResult
    public func run(in environment: RunEnvironment = RunEnvironment()) throws -> RunResult {
        try Plan(self, in: environment).run()
    }
}

extension Plan {
    /// Trains, evaluates, draws and writes.
    ///
    /// - Throws: `RunError`, or any error of a classifier; finished pictures stay.
    public func run() throws -> RunResult {
        // Incomplete shards are an error before anything is created.
        let merged = request.outputs.mergesShards ? try mergedScores() : nil
        try files.prepare()
        var result: RunResult
        switch request.product {
        case .tune(let settings): return try tune(settings, merged: merged)
        case .difference: result = try runDifference()
        case .film(let settings): result = try runFilm(settings, request.filmForm ?? .moving)
        case .pairs: result = try runPairs()
        case .surface, .sheet, .overlay, .curve, .report: result = try runClassifiers()
        }
        let trained = zip(networks, result.classifiers).filter { $0.0 != nil }.map(\.1)
        for (path, classifier) in zip(files.models, trained) { try writeModel(of: classifier, to: path) }
        try files.writeSummary(summary(of: result))
        return result
    }

    /// Writes the network of a classifier as a saved model.
    func writeModel(of classifier: ClassifierResult, to path: String) throws {
        guard let network = classifier.scored.network else { return }
        let report = network.report
        let model = SavedModel(
            network: report.network, standardization: network.standardization,
            featureNames: data.training.featureNames, classNames: data.training.classNames, lambda: report.lambda,
            dataDescription: dataDescription, projection: data.projection)
        try files.write(model, to: path)
    }

    var writer: PageWriter {
        PageWriter(format: paths.format, dpi: request.page.dpi, files: files, environment: environment)
    }

    private func runClassifiers() throws -> RunResult {
        if case .curve(let settings) = request.product, request.repeats > 1 {
            var result = RunResult(classifiers: try repeatedClassifiers())
            result.curve = try writeCurve(settings, of: result.classifiers, to: paths.paths[0])
            return result
        }
        let drawn = try drawnClassifiers()
        var result = RunResult(classifiers: drawn.map(\.result))
        if request.hasSheet {
            let path = request.product == .sheet ? paths.paths[0] : paths.sheetPath
            result.sheet = try writeSheet(of: drawn, to: path)
        }
        if request.hasOverlay {
            let path = request.product == .overlay ? paths.paths[0] : paths.overlayPath
            result.overlay = try writeOverlay(of: drawn, to: path)
        }
        if request.product == .report { result.report = try writeReport(of: drawn, to: paths.paths[0]) }
        if request.hasSheet || request.hasOverlay {
            result.comparison = result.classifiers.map(\.scored).testComparison
        }
        if let curve = request.curve {
            let path = if case .curve = request.product { paths.paths[0] } else { paths.curvePath }
            result.curve = try writeCurve(curve, of: result.classifiers, to: path)
        }
        return result
    }
}
