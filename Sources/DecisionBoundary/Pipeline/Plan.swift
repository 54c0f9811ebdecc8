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
    package let data: DataParts
    /// The saved models of the request, by their paths.
    let models: [String: SavedModel]
    /// Layers, activation and λ of every classifier, saved models included.
    var candidates: [Candidate]
    var paths: PicturePaths
    let files: OutputFiles
    let extent: GridExtent
    let style: SurfaceStyle
    /// The title of pictures of single classifiers; nil for the default title.
    let title: Template?
    /// The folds of a tuning; nil for other products.
    package let folds: Folds?

    /// - Throws: `RunError` if the request is not possible.
    public init(_ request: Request, in environment: RunEnvironment = RunEnvironment()) throws(RunError) {
        self.request = request
        var environment = environment
        environment.threads = startableThreads(environment.threads)
        self.environment = environment
        try request.check()
        models = try Self.models(of: request)
        let model = request.classifiers.compactMap(\.modelPath).first.flatMap { [models] path in
            models[path].map { (model: $0, path: path) }
        }
        candidates = try request.classifiers.map { [models] classifier throws(RunError) in
            try Self.candidate(classifier, models)
        }
        let names = candidates.map(ClassifierName.init)
        paths = try request.paths(names)
        files = try OutputFiles(
            paths: paths.paths + request.furtherPaths(paths), folders: paths.folders, json: request.outputs.json,
            models: request.modelPaths(names), inputs: request.inputs + environment.inputs, environment: environment)
        loaded = try LoadedData(request.data, model: model, path: environment.dataPath)
        let points = PointMemory(
            request: request, dataset: loaded.dataset, isStandardized: loaded.isStandardized, format: paths.format,
            threads: environment.threads)
        try points.check()
        data = try DataParts(
            loaded, split: request.split, isTrained: request.classifiers.contains { $0.candidate != nil })
        title = try request.page.title.map { [hasTest = data.test != nil] text throws(RunError) in
            try Template(
                text, key: .title, names: ["hidden", "lambda", "cost", "accuracy"] + (hasTest ? ["test"] : []))
        }
        style = try request.regions.surfaceStyle(
            classCount: data.training.classCount, theme: request.page.plottingTheme)
        extent = request.grid.extent(around: data.bounds, hasOwnUnits: loaded.hasOwnUnits)
        folds = try request.tuning.map { [data] settings throws(RunError) in
            try Self.folds(of: data.training, settings, seed: request.split?.seed ?? 0)
        }
        try checkMemory(points: points.total)
        try checkFonts()
    }

    private static func models(of request: Request) throws(RunError) -> [String: SavedModel] {
        var models: [String: SavedModel] = [:]
        for path in request.classifiers.compactMap(\.modelPath) where models[path] == nil {
            models[path] = try SavedModel(path: path, key: .model)
        }
        let names = models.values.map { [$0.featureNames, $0.classNames] }
        guard Set(names).count <= 1 else {
            throw RunError(.badData, "the files of \(.model) have different features or classes; draw them one by one")
        }
        return models
    }

    private static func candidate(
        _ classifier: ClassifierRequest, _ models: [String: SavedModel]
    ) throws(RunError) -> Candidate {
        switch classifier {
        case .network(let candidate): return candidate
        case .model(let path):
            guard let model = models[path] else { throw RunError(.internalError, "'\(path)' was not read") }
            return model.candidate
        }
    }

    private static func folds(of dataset: Dataset, _ settings: TuneSettings, seed: UInt32) throws(RunError) -> Folds {
        do throws(SplitError) {
            return settings.hasStratifiedFolds
                ? try Folds(stratifiedBy: dataset.labels, count: settings.folds, seed: seed)
                : try Folds(pointCount: dataset.points.count, count: settings.folds, seed: seed)
        } catch {
            throw RunError(.badRequest, "\(.folds) \(settings.folds): \(error)")
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
            case .curve: (0, 0)
            // The two surfaces are traced one after the other.
            case .difference, .tune: (1, 1)
            }
        let classCount = data.training.classCount
        try MemoryNeeds(
            page: request.page, format: paths.format, extent: extent,
            candidates: request.classifiers.compactMap(\.candidate), restartCount: request.training.restarts,
            pointCount: data.training.points.count, classCount: classCount, threads: threads, points: points,
            pagesAtOnce: pagesAtOnce, surfacesAtOnce: surfacesAtOnce,
            contourCount: 2 * (classCount - 1) + classCount * style.margins(scoreLimit: nil).count
        ).check()
        guard paths.format == .png else { return }
        let pages: [(RequestKey, Size)] =
            (request.hasSheet ? [(.sheet, sheetSize)] : []) + (request.curve != nil ? [(.curve, curveSize)] : [])
        for (key, size) in pages {
            let dpi = request.page.dpi
            try MemoryLimit.current.check(
                MemoryNeeds.pixelMemory(of: size, dpi: dpi, request: "\(key)"),
                for: "\(key) at \(.dpi) \(DecimalText.shortest(dpi))", advice: "a smaller \(.dpi) needs less")
        }
    }

    /// The names of the classifiers, in their order.
    package var names: [ClassifierName] { candidates.map(ClassifierName.init) }

    /// The distinct λ, in the order of the classifiers.
    var lambdas: [Double] { candidates.map(\.lambda).distinct }

    /// Returns the title of a picture of several classifiers: the requested one, unless it has placeholders, which are
    /// values of a single classifier.
    func sharedTitle(default title: String) -> String {
        self.title?.hasPlaceholders == false ? request.page.title ?? title : title
    }

    /// A description of the data for the metadata of pictures.
    var dataDescription: String { loaded.description + (request.split.map { ", \($0)" } ?? "") }

    /// Notes on the request, the data and the fonts.
    package var notes: [RunNote] {
        var notes = paletteNotes + fontNotes
        notes += loaded.notes
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
        return notes
    }
}

extension Request {
    /// Checks the parts against each other.
    func check() throws(RunError) {
        try training.check("training")
        try grid.check("grid")
        try page.check("page")
        guard !classifiers.isEmpty else {
            throw RunError(.badRequest, "\(.classifiers): a request has one classifier or more")
        }
        if page.title != nil && !page.hasTitle {
            throw RunError(.badRequest, "\(.title) and \(.hasTitle) contradict each other; use one of them")
        }
        if page.legend != .auto && !page.hasLegend {
            throw RunError(.badRequest, "\(.legend) and \(.hasLegend) contradict each other; use one of them")
        }
        if (page.pointSize != 1 || page.pointOpacity != nil) && !page.hasPoints {
            let key: RequestMessage = page.pointSize != 1 ? "\(.pointSize)" : "\(.pointOpacity)"
            throw RunError(.badRequest, "\(key) and \(.hasPoints) contradict each other; use one of them")
        }
        let hasPanels = product == .sheet || isCurve && Set(classifiers.map(\.candidate?.lambda)).count > 1
        if hasPanels && page.legend == .inside {
            throw RunError(
                .badRequest,
                "\(.legend) inside does not apply to a page of several panels, whose legend is beside them; remove it")
        }
        if let split, !(0 < split.testFraction && split.testFraction < 1) {
            throw RunError(
                .badRequest, "\(.testFraction) \(split.testFraction): a number between 0 and 1 is accepted")
        }
        if hasSheet && classifiers.count > Self.greatestPanelCount {
            throw RunError(
                .badRequest,
                """
                \(.sheet) has room for \(Self.greatestPanelCount) networks, and these are \(classifiers.count); use fewer \
                \(.hidden) or \(.lambda)
                """)
        }
        if curve != nil { try checkCurve() }
        if isCurve {
            try refuse(
                [.xLabel, .yLabel, .hasPoints, .pointSize, .pointOpacity], parts: ["grid", "regions"],
                of: "a curve, which has no regions")
        }
        if case .difference = product {
            try refuse(
                [.fill, .levels, .showsRestarts], of: "a difference, which shades only where two networks differ")
        }
        if tuning != nil && training.restarts > 1 {
            throw RunError(.badRequest, "\(.restarts) does not apply to a tuning, which trains every fit once")
        }
        if regions.showsRestarts && training.restarts == 1 {
            throw RunError(.badRequest, "\(.showsRestarts) needs several restarts; \(.restarts) 10 makes some")
        }
        guard UInt64(training.initialSeed) + UInt64(training.restarts) <= 1 << 32 else {
            throw RunError(
                .badRequest,
                """
                \(.restarts) \(training.restarts) from \(.initialSeed) \(training.initialSeed) goes beyond the greatest \
                seed, 4294967295
                """)
        }
        if tuning != nil && classifiers.contains(where: { $0.candidate == nil }) {
            throw RunError(.badRequest, "a tuning trains all networks; \(.model) is not accepted")
        }
        if tuning != nil && !isMatrix {
            throw RunError(
                .badRequest,
                "a tuning trains a network of every size with each λ, all of one activation; these \(.classifiers) differ"
            )
        }
        if case .difference = product, classifiers.count != 2 {
            throw RunError(
                .badRequest,
                """
                a difference compares two networks, and \(.hidden) and \(.lambda) give \(classifiers.count); use two sizes, \
                or one size and two λ
                """)
        }
        if case .difference = product, classifiers[0] == classifiers[1] {
            throw RunError(.badRequest, "a difference compares two networks, and both \(.classifiers) are the same")
        }
    }

    /// - Throws: `RunError` if the request sets one of `keys`, or a key of one of `parts`.
    private func refuse(_ keys: [RequestKey], parts: [String] = [], of product: RequestMessage) throws(RunError) {
        let names = Set(keys.map(\.rawValue))
        let refused = leaves.keys.filter { path in
            names.contains(path) || parts.contains { path.hasPrefix("\($0).") }
        }
        guard let path = refused.min() else { return }
        let key: RequestMessage = RequestKey(rawValue: path).map { "\($0)" } ?? "\(path)"
        throw RunError(.badRequest, "\(key) does not apply to \(product); remove it")
    }

    /// True if the classifiers are networks of one activation, of every size one with each λ.
    var isMatrix: Bool {
        let candidates = classifiers.compactMap(\.candidate)
        let cellCount = Set(candidates.map(\.hidden)).count * Set(candidates.map(\.lambda)).count
        return candidates.count == classifiers.count && Set(candidates).count == candidates.count
            && Set(candidates.map(\.activation)).count == 1 && cellCount == candidates.count
    }

    /// The maximum number of panels on a page.
    static let greatestPanelCount = 60

    private func checkCurve() throws(RunError) {
        let candidates = classifiers.compactMap(\.candidate)
        guard Set(candidates.map(\.hidden)).count >= 2 else {
            throw RunError(.badRequest, "\(.curve) needs two sizes or more in \(.hidden)")
        }
        guard isMatrix else {
            throw RunError(
                .badRequest,
                "\(.curve) shows a network of every size with each λ, all of one activation; these \(.classifiers) differ"
            )
        }
        let lambdaCount = Set(candidates.map(\.lambda)).count
        if lambdaCount > Self.greatestPanelCount {
            throw RunError(
                .badRequest,
                "\(.curve) has room for \(Self.greatestPanelCount) \(.lambda), and these are \(lambdaCount)")
        }
    }

    /// True if a sheet of all classifiers is drawn.
    var hasSheet: Bool {
        switch product {
        case .sheet: true
        case .surface(let settings): settings.hasSheet
        default: false
        }
    }

    /// The settings of the curve over network sizes; nil without a curve.
    var curve: CurveSettings? {
        switch product {
        case .curve(let settings): settings
        case .surface(let settings): settings.curve
        default: nil
        }
    }

    /// True if the only picture is a curve.
    var isCurve: Bool {
        if case .curve = product { true } else { false }
    }

    /// The settings of a tuning; nil for other products.
    var tuning: TuneSettings? {
        if case .tune(let settings) = product { settings } else { nil }
    }

    /// Returns the paths of the main pictures of the product.
    fileprivate func paths(_ names: [ClassifierName]) throws(RunError) -> PicturePaths {
        switch product {
        case .surface(let settings):
            let paths = try PicturePaths(outputs, classifiers: names)
            if paths.isStandardOutput && (settings.hasSheet || settings.curve != nil) {
                throw RunError(
                    .badRequest,
                    "\(.path) - takes one picture, and \(.sheet) and \(.curve) make more; use a folder")
            }
            return paths
        case .sheet: return try PicturePaths(outputs, defaultName: "boundary-sheet")
        case .curve: return try PicturePaths(outputs, defaultName: "boundary-curve")
        case .difference:
            return try PicturePaths(
                outputs, defaultName: "boundary-diff-" + names.fileNames.joined(separator: "-"))
        case .tune: return try PicturePaths(folder: outputs)
        }
    }

    /// Returns the paths of further files.
    fileprivate func furtherPaths(_ paths: PicturePaths) -> [String] {
        switch product {
        case .surface(let settings):
            (settings.hasSheet ? [paths.sheetPath] : []) + (settings.curve != nil ? [paths.curvePath] : [])
        case .tune: TuneFile.allCases.map { $0.path(in: paths) }
        default: []
        }
    }

    /// Returns the paths of models to check before the run; a tuning fills placeholders only after the choice.
    fileprivate func modelPaths(_ names: [ClassifierName]) throws(RunError) -> [String] {
        guard let text = outputs.models else { return [] }
        let isTuning = tuning != nil
        let paths = try outputs.modelPaths(isTuning ? Array(names.prefix(1)) : names)
        return isTuning && text.contains("{") ? [] : paths
    }

    /// The input files of the request.
    package var inputs: [String] {
        let file: [String] = if case .file(let file) = data { [file.path] } else { [] }
        return file + classifiers.compactMap(\.modelPath)
    }
}

extension Outputs {
    /// Returns the paths of saved models in the order of the networks; empty if they are not requested.
    func modelPaths(_ names: [ClassifierName]) throws(RunError) -> [String] {
        guard let models else { return [] }
        guard !models.isEmpty, models != "-", !models.hasSuffix("/") else {
            throw RunError(.badRequest, "\(.models) '\(models)' names no file; use one such as model.json")
        }
        return try Template(models, key: .models, names: ClassifierName.placeholders).paths(of: names, things: "models")
    }
}

extension PicturePaths {
    var sheetPath: String { path(ofPicture: "boundary-sheet") }
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
