import Datasets
import Files
import Geometry
package import ModelSelection
import Parallelism
import Pictures
import SavedModels
import Training

/// A checked request with loaded and divided data.
///
/// Creating a plan writes nothing; `run` does.
public struct Plan: Sendable {
    /// The request.
    public internal(set) var request: Request
    let environment: RunEnvironment
    package let loaded: LoadedData
    package internal(set) var data: DataParts
    /// The saved models of the request, by their paths.
    let models: [String: SavedModel]
    /// Layers, activation and λ of every classifier that is a network, saved models included; nil for others.
    var networks: [Candidate?]
    var paths: PicturePaths
    let files: OutputFiles
    let extent: GridExtent
    let style: SurfaceStyle
    /// The title of pictures of single classifiers; nil for the default title.
    let title: Template?
    /// The folds of every repeat of a tuning; empty for other products.
    package let folds: [Folds]

    /// - Throws: `RunError` if the request is not possible.
    public init(_ request: Request, in environment: RunEnvironment = RunEnvironment()) throws(RunError) {
        try self.init(request, in: environment, loaded: nil)
    }

    /// - Parameter loaded: the points, if they are loaded already.
    init(_ request: Request, in environment: RunEnvironment, loaded given: LoadedData?) throws(RunError) {
        self.request = request
        var environment = environment
        environment.threads = startableThreads(environment.threads)
        self.environment = environment
        try request.check()
        models = try Self.models(of: request)
        let model = request.classifiers.compactMap(\.modelPath).first.flatMap { [models] path in
            models[path].map { (model: $0, path: path) }
        }
        networks = request.classifiers.map { [models] in $0.candidate ?? $0.modelPath.flatMap { models[$0]?.candidate }
        }
        try Self.checkSupplied(request.classifiers, by: environment)
        try Self.checkCommands(request.classifiers, in: environment)
        try Self.checkPredictions(request.classifiers)
        try Self.checkNames(request.classifiers, networks)
        let names = Self.names(request.classifiers, networks)
        paths = try request.paths(names)
        files = try OutputFiles(
            paths: paths.paths + request.furtherPaths(paths), folders: paths.folders, json: request.outputs.json,
            models: request.modelPaths(networks.compactMap { $0.map(ClassifierName.init) }),
            inputs: request.inputs + environment.inputs, environment: environment)
        if let given {
            loaded = given
        } else {
            let data = request.product == .pairs ? request.data.firstPair : request.data
            loaded = try LoadedData(data, model: model, path: environment.dataPath)
        }
        if request.product == .report { try Request.checkReport(pointCount: loaded.rows.count) }
        let points = PointMemory(
            request: request, rows: loaded.rows, isStandardized: loaded.isStandardized, format: paths.format,
            threads: environment.threads)
        try points.check()
        data = try DataParts(
            loaded, split: request.split, isTrained: request.classifiers.contains { $0.candidate != nil })
        title = try request.page.title.map { [hasTest = data.test != nil] text throws(RunError) in
            try Template(
                text, key: .title,
                names: ["hidden", "lambda", "cost", "accuracy"] + (hasTest ? ["test"] : [])
                    + (request.film == nil ? [] : ["iteration"]))
        }
        style = try request.regions.surfaceStyle(
            classCount: data.training.classCount, theme: request.page.plottingTheme)
        extent = request.grid.extent(
            around: data.bounds,
            stepCount: request.classifiers.contains(where: \.isExternal)
                ? GridSettings.externalStepCount : loaded.hasOwnUnits ? GridSettings.stepCount : nil,
            hasOwnUnits: loaded.hasOwnUnits)
        folds =
            try request.tuning.map { [data] settings throws(RunError) in
                try (0..<request.repeats).map { index throws(RunError) in
                    try Self.folds(of: data.training, settings, seed: (request.split?.seed ?? 0) + UInt32(index))
                }
            } ?? []
        try checkRepeats()
        try checkMemory(points: points.total(drawing: data))
        try checkFonts()
    }

    private static func models(of request: Request) throws(RunError) -> [String: SavedModel] {
        var models: [String: SavedModel] = [:]
        for path in request.classifiers.compactMap(\.modelPath) where models[path] == nil {
            models[path] = try SavedModel(path: path, key: .model)
        }
        let inputs = models.values.map { [$0.featureNames, $0.classNames] }
        guard Set(inputs).count <= 1, Set(models.values.map(\.projection)).count <= 1 else {
            throw RunError(.badData, "the files of \(.model) have different features or classes; draw them one by one")
        }
        return models
    }

    /// - Throws: `RunError` if the environment lacks a classifier that the request names.
    private static func checkSupplied(
        _ classifiers: [ClassifierRequest], by environment: RunEnvironment
    ) throws(RunError) {
        let names = environment.classifiers.keys.sorted()
        guard let missing = classifiers.compactMap(\.suppliedName).first(where: { !names.contains($0) }) else { return }
        throw RunError(
            .badRequest,
            """
            \(.classifiers): '\(missing)' is a classifier of the program that made the request; this program has \
            \(names.isEmpty ? "no classifiers of its own" : names.listed)
            """)
    }

    /// - Throws: `RunError` of the kind `badData` for a command that the environment does not allow.
    private static func checkCommands(
        _ classifiers: [ClassifierRequest], in environment: RunEnvironment
    ) throws(RunError) {
        guard let command = classifiers.compactMap(\.command).first(where: { !environment.commands.contains($0) })
        else { return }
        throw RunError(
            .badData,
            """
            the command '\(command)' comes from a file and is not run, unless the same \(.command) stands on the command line
            """)
    }

    /// - Throws: `RunError` of the kind `missingInput` for a file of predictions that cannot be read.
    private static func checkPredictions(_ classifiers: [ClassifierRequest]) throws(RunError) {
        for path in classifiers.compactMap(\.predictionsPath) where path != "-" {
            do throws(FileError) {
                try InputFile.checkReadable(path)
            } catch {
                throw RunError(error, .predictions)
            }
        }
    }

    /// - Throws: `RunError` if a classifier has the name of a network.
    private static func checkNames(_ classifiers: [ClassifierRequest], _ networks: [Candidate?]) throws(RunError) {
        let taken = networks.compactMap { $0.map { HiddenLayers($0.hidden).name } }
        guard let name = classifiers.compactMap(\.givenName).first(where: taken.contains) else { return }
        throw RunError(.badRequest, "'\(name)' is the name of a network of this run; give the classifier another name")
    }

    private static func names(_ classifiers: [ClassifierRequest], _ networks: [Candidate?]) -> [ClassifierName] {
        zip(classifiers, networks).map { $1.map(ClassifierName.init) ?? ClassifierName($0.givenName ?? "") }
    }

    private static func folds(of dataset: Dataset, _ settings: TuneSettings, seed: UInt32) throws(RunError) -> Folds {
        do throws(SplitError) {
            return settings.hasStratifiedFolds
                ? try Folds(stratifiedBy: dataset.labels, count: settings.folds, seed: seed)
                : try Folds(pointCount: dataset.points.count, count: settings.folds, seed: seed)
        } catch {
            throw RunError(.badRequest, message(of: error, dataset, settings))
        }
    }

    private static func message(of error: SplitError, _ dataset: Dataset, _ settings: TuneSettings) -> RequestMessage {
        let pointCount = dataset.points.count
        let mostPoints = Dictionary(dataset.labels.map { ($0, 1) }, uniquingKeysWith: +).values.max() ?? 0
        let greatest = settings.hasStratifiedFolds ? mostPoints : pointCount
        let points = "\(pointCount) \(pointCount == 1 ? "point" : "points") beside the test part"
        let most = settings.hasStratifiedFolds ? ", and \(mostPoints) of the most frequent class" : ""
        switch error {
        case .moreFoldsThanPoints, .moreFoldsThanPointsOfAnyClass:
            guard greatest >= 2 else {
                return "there \(pointCount == 1 ? "is" : "are") \(points)\(most): too few to tune by; use more data"
            }
            return """
                \(.folds) \(settings.folds) is too many for \(points)\(most); use \(.folds) \
                \(greatest == 2 ? "2" : "2 to \(greatest)"), or more data
                """
        default: return "\(.folds) \(settings.folds): \(error)"
        }
    }

    /// - Parameter points: the memory of the points and their drawings, in bytes.
    private func checkMemory(points: Double) throws(RunError) {
        let threads = environment.threads
        let count = request.classifiers.count
        let atOnce = min(threads, count)
        let (pagesAtOnce, surfacesAtOnce) =
            switch request.product {
            case .surface: (atOnce, atOnce)
            // The page of all classifiers is checked below.
            case .sheet: (0, atOnce)
            // One page, drawn after all surfaces.
            case .overlay: (1, atOnce)
            // Every pair has a plan of its own.
            case .pairs: (0, threads)
            case .curve: (0, 0)
            // A page has no pixels.
            case .report: (0, atOnce)
            // The two surfaces are traced one after the other.
            case .difference, .tune: (1, 1)
            case .film(let settings):
                switch request.filmForm {
                // A GIF's colours are known after the last frame.
                case .moving: (settings.frames, min(threads, settings.frames))
                case .frames: (min(threads, settings.frames), min(threads, settings.frames))
                case .frame: (1, 1)
                default: (0, threads)
                }
            }
        let classCount = data.training.classCount
        // Repeats train the same network on several divisions at once.
        let copies = request.isCurve ? min(threads, request.repeats) : 1
        try MemoryNeeds(
            page: request.page, format: paths.format, extent: extent,
            candidates: (0..<copies).flatMap { _ in trainedCandidates }, restartCount: request.training.restarts,
            pointCount: data.training.points.count, classCount: classCount, threads: threads, points: points,
            pagesAtOnce: pagesAtOnce, surfacesAtOnce: surfacesAtOnce,
            keptSurfaceCount: (request.hasSheet ? count : 0) + (request.hasOverlay ? count : 0),
            suppliedCount: request.classifiers.count { $0.givenName != nil },
            contourCount: 2 * (classCount - 1) + classCount * style.margins(scoreLimit: nil).count,
            axes: loaded.axisNames, snapshotCount: snapshotCount
        ).check()
        guard paths.format == .png else { return }
        let pages: [(RequestKey, Size)] =
            (request.hasSheet ? [(.sheet, sheetSize)] : []) + (request.curve != nil ? [(.curve, curveSize)] : [])
            + (request.tuning != nil ? [(.hidden, heatMapSize)] : [])
            + (request.filmForm == .sheet
                ? [(.size, request.page.sheetPoints(panelCount: request.filmPanelCount(classCount: classCount)))] : [])
        for (key, size) in pages {
            let dpi = request.page.dpi
            try MemoryLimit.current.check(
                MemoryNeeds.pixelMemory(of: size, dpi: dpi, request: "\(key)"),
                for: "\(key) at \(.dpi) \(DecimalText.shortest(dpi))", advice: "a smaller \(.dpi) needs less")
        }
    }

    /// The networks that are trained, at worst all on the whole training part.
    private var trainedCandidates: [Candidate] {
        let candidates = request.classifiers.compactMap(\.candidate)
        guard request.curve?.axis == .samples else { return candidates }
        let counts = LearningSizes.counts(pointCount: data.training.points.count)
        return candidates.flatMap { Array(repeating: $0, count: counts.count) }
    }

    /// The greatest number of thetas that the history of a training keeps; 0 without one.
    private var snapshotCount: Int {
        guard let recorded = request.recordedIterations else { return 0 }
        return candidates.map { candidate in
            recorded.count(
                upTo: request.training.iterationLimit(for: candidate, classCount: data.training.classCount))
        }.max() ?? 0
    }

    /// The names of the classifiers, in their order.
    package var names: [ClassifierName] { Self.names(request.classifiers, networks) }

    /// Layers, activation and λ of the networks, in their order.
    var candidates: [Candidate] { networks.compactMap(\.self) }

    /// The classifier that always gives the most frequent class.
    package var baseline: Baseline { Baseline(training: data.training, test: data.test) }

    /// The distinct λ, in the order of the classifiers.
    var lambdas: [Double] { candidates.map(\.lambda).distinct }

    /// Returns the title of a picture of several classifiers: the requested one, unless it has placeholders, which are
    /// values of a single classifier.
    func sharedTitle(default title: String) -> String {
        self.title?.hasPlaceholders == false ? request.page.title ?? title : title
    }

    /// A description of the data for the metadata of pictures.
    var dataDescription: String {
        var split = request.split
        // A tuning repeats its folds, and holds the same points out.
        if request.tuning != nil { split?.repeats = 1 }
        return loaded.description + (split.map { ", \($0)" } ?? "")
    }

    /// Notes on the request, the data and the fonts.
    package var notes: [RunNote] {
        var notes = paletteNotes + fontNotes
        // The first note counts the rows that lack a value of one pair; every pair leaves out more.
        let countsMissing = (loaded.file?.missingRowCount ?? 0) > 0
        notes += request.product == .pairs && countsMissing ? Array(loaded.notes.dropFirst()) : loaded.notes
        if !data.undividedClasses.isEmpty {
            let classes = data.undividedClasses.map { "'\($0)'" }.listed
            notes.append(.note("\(classes): too few points to hold some out, so all are trained on"))
        }
        notes += data.classesNotHeldOut.map { name in
            request.split?.isStratified == true
                ? .note("no point of class '\(name)' is held out; a greater \(.testFraction) holds out more")
                : .note("no point of class '\(name)' is held out; \(.stratify) holds out some of every class")
        }
        if request.curve != nil && data.test == nil {
            notes.append(.note("the curve shows the training points alone; \(.testFraction) 0.3 holds some out"))
        }
        if request.product == .report && data.test == nil {
            notes.append(.note("the page shows the training points alone; \(.testFraction) 0.3 holds some out"))
        }
        return notes
    }
}

extension Outputs {
    /// Returns the paths of saved models in the order of the networks; empty if they are not requested.
    func modelPaths(_ names: [ClassifierName]) throws(RunError) -> [String] {
        guard let models else { return [] }
        guard !names.isEmpty else {
            throw RunError(.badRequest, "\(.models) saves networks, and this run has none; \(.hidden) 3 trains one")
        }
        guard !models.isEmpty, models != "-", !models.hasSuffix("/") else {
            throw RunError(.badRequest, "\(.models) '\(models)' names no file; use one such as model.json")
        }
        return try Template(models, key: .models, names: ClassifierName.placeholders).paths(of: names, things: "models")
    }
}

extension PicturePaths {
    var sheetPath: String { path(ofPicture: "boundary-sheet") }
    var overlayPath: String { path(ofPicture: "boundary-overlay") }
    var curvePath: String { path(ofPicture: "boundary-curve") }
}

extension SavedModel {
    /// - Throws: `RunError` if the file cannot be read or holds no model.
    package init(path: String, key: RequestKey) throws(RunError) {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try InputFile.bytes(path)
        } catch {
            throw RunError(error, key)
        }
        try MemoryLimit.check(json: bytes, of: "\(key) '\(path)'")
        do throws(SavedModelError) {
            try self.init(json: bytes)
        } catch {
            throw RunError(.badData, "\(key) '\(path)': \(error)")
        }
    }

    /// Layers, activation and λ of the network.
    var candidate: Candidate {
        Candidate(hidden: network.shape.hidden, activation: network.shape.activation, lambda: lambda)
    }
}
