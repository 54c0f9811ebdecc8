import Datasets
import DecisionBoundary
import FoundationEssentials
import Geometry
import ModelSelection
import Optimization
import Plotting
import Training

/// What a plot command will do, once its options agree with each other, the data and the machine.
struct PlotPlan {
    private let options: PlotCommand
    private let files: OutputFiles
    private let run: PlotRun
    private let loaded: LoadedData
    /// Where the networks are kept, in their order; none where they are not.
    private let modelPaths: [String]
    /// Where the page of all networks goes; nil where none is wanted.
    private let sheetPath: String?
    /// Where the curve goes; nil where none is wanted.
    private let curvePath: String?
    private let title: Template?

    /// - Throws: what is wrong with the options, before anything is written.
    init(_ options: PlotCommand, words: [String]) throws {
        self.options = options
        try options.checkModelUse()
        try options.comparison.check(options.network)
        try options.style.check()
        let model = try options.model.load()
        let candidates =
            model.map {
                [Candidate(hidden: $0.network.shape.hidden, activation: $0.network.shape.activation, lambda: $0.lambda)]
            }
            ?? options.network.candidates(options.unit.activation)
        let paths = try PicturePaths(options.picture, candidates: candidates)
        if paths.isStandardOutput && (options.comparison.sheet || options.comparison.curve) {
            throw Failure(
                .usage, "--output - takes one picture, and --sheet and --curve make more; a folder is accepted")
        }
        modelPaths = try options.keeping.paths(candidates)
        sheetPath = options.comparison.sheet ? paths.path(ofPicture: "boundary-sheet") : nil
        curvePath = options.comparison.curve ? paths.path(ofPicture: "boundary-curve") : nil
        files = try OutputFiles(
            paths: paths.paths + [sheetPath, curvePath].compactMap(\.self), folders: paths.folders,
            json: options.summary.json, models: modelPaths,
            inputs: options.data.inputs + options.model.inputs + options.config.inputs,
            hasSnippet: options.snippet.emit != nil)
        let split = try options.split.settings()
        loaded = try options.data.load(model: model, path: options.model.model)
        let data =
            try model.map { [loaded] in DataParts(loaded, standardization: $0.standardization) }
            ?? DataParts(loaded, split: split)
        title = try options.style.titleTemplate(hasTest: split != nil)
        let surfaceStyle = try options.appearance.surfaceStyle(classCount: data.training.classCount)
        let extent = options.grid.extent(around: data.bounds, hasOwnUnits: loaded.hasOwnUnits)
        let threads = options.execution.threadCount
        try MemoryNeeds(
            picture: options.picture, format: paths.format, extent: extent, candidates: candidates,
            restartCount: options.comparison.restartCount, pointCount: data.training.points.count,
            classCount: data.training.classCount, threads: threads
        ).check()
        run = PlotRun(
            data: data, dataDescription: loaded.description + (split.map { ", \($0)" } ?? ""),
            candidates: candidates, model: model,
            settings: options.training.settings(initialSeed: options.network.initialSeed),
            restartCount: options.comparison.restartCount, showsRestarts: options.comparison.showRestarts,
            extent: extent, paths: paths.paths, format: paths.format, pageSize: options.picture.pageSize.points,
            dpi: options.picture.dpi, style: options.style.style,
            surfaceStyle: surfaceStyle, title: title, keepsAxes: options.comparison.sheet,
            threads: threads,
            recorder: options.picture.recorder(
                words: words, data: DataSummary(loaded, data: data), optimizer: options.training.usedOptimizer,
                model: options.model.model))
        try checkPageMemory()
    }

    /// Holds the pages of several networks against the machine.
    private func checkPageMemory() throws(Failure) {
        for (option, size, path) in [("--sheet", sheetSize, sheetPath), ("--curve", curveSize, curvePath)]
        where path != nil && run.format == .png {
            try MemoryLimit.current.check(
                MemoryNeeds.pixelMemory(of: size, dpi: run.dpi, request: option),
                for: "\(option) at --dpi \(DecimalText.shortest(run.dpi))", advice: "a smaller --dpi needs less")
        }
    }

    private var sheetSize: Size {
        options.picture.sheetSize(
            panelCount: run.candidates.count,
            columnCount: options.network.namesLambda ? options.network.hidden.values.count : nil)
    }

    private var curveSize: Size { options.picture.sheetSize(panelCount: options.network.lambda.values.count) }

    /// Says what has been understood otherwise than it was written, and what might be missed.
    func printNotes() {
        options.appearance.colors.printWarnings(classNames: run.data.training.classNames)
        FontCheck.printWarnings(for: options.style.texts + run.data.names, format: run.format)
        guard !options.execution.quiet else { return }
        loaded.printNotes()
        options.network.printNotes()
        for name in run.data.classesNotHeldOut {
            StandardStream.note(
                "Note: no point of class '\(name)' is held out; --stratify holds out some of every class")
        }
        if options.comparison.curve && run.data.test == nil {
            StandardStream.note("Note: --curve shows the training points alone; --test-fraction 0.3 holds some out")
        }
    }

    func prepareFiles() throws(Failure) {
        try files.prepare()
    }

    /// Trains and draws all networks, then what shows several of them.
    func draw() throws -> PlotResult {
        let progress = PlotProgress(
            names: run.candidates.map { $0.name(withLambda: options.network.namesLambda) })
        let line = options.execution.progressLine { progress.text }
        defer { line?.finish() }
        do {
            let pictures = try run.pictures(progress: progress)
            let comparison = Comparison(
                pictures: pictures, data: run.data, dataDescription: run.dataDescription,
                writer: PageWriter(format: run.format, dpi: run.dpi, recorder: run.recorder),
                showsRestarts: run.showsRestarts, style: options.style.style,
                surfaceStyle: run.surfaceStyle,
                title: title?.hasPlaceholders == false ? options.style.title : nil)
            return PlotResult(
                pictures: pictures, sheet: try sheetPath.map { try comparison.writeSheet(to: $0, size: sheetSize) },
                curve: try curvePath.map {
                    try comparison.writeCurve(
                        of: options.comparison.curveOf == .cost ? .cost : .error, to: $0, size: curveSize)
                })
        } catch let error as FileError {
            throw Failure(error, option: "--output")
        }
    }

    func writeSummary(of result: PlotResult) throws {
        try files.writeSummary(Summary(result, options: options, loaded: loaded, data: run.data))
    }

    /// Keeps the networks where that is wanted.
    func writeModels(of result: PlotResult) throws(Failure) {
        for (path, picture) in zip(modelPaths, result.pictures) {
            try OutputFiles.write(
                picture.network.model(of: run.data, description: run.dataDescription), to: path)
        }
    }

    /// Prints what puts the pictures into a report, where that is wanted.
    func printSnippets(of result: PlotResult) throws(Failure) {
        try options.snippet.print(
            result.pictures.map(\.file) + [result.sheet, result.curve?.file].compactMap(\.self))
    }

    func printTable(of result: PlotResult) throws {
        guard !options.execution.quiet else { return }
        try files.tableStream.write(
            loaded.heading + ResultTable(pictures: result.pictures).description)
    }

    /// Warns of networks that did not converge.
    ///
    /// - Throws: `Failure` of status 1 where there are such and the run is strict.
    func checkConvergence(of result: PlotResult) throws(Failure) {
        let shortcomings = result.pictures.filter {
            !$0.network.isLoaded && $0.network.report.termination != .converged
        }.map { picture in
            "the network of \(picture.network.candidate.name(withLambda: options.network.namesLambda)) did not converge: "
                + picture.network.report.shortcoming
        }
        try options.training.report(shortcomings)
    }
}

/// What a plot command has come to.
struct PlotResult {
    let pictures: [Picture]
    let sheet: PictureFile?
    let curve: CurvePicture?
}
