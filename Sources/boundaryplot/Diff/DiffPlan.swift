import Datasets
import DecisionBoundary
import Geometry
import Optimization
import Parallelism
import Plotting
import Training

/// What a diff command will do, once its options agree with each other, the data and the machine.
struct DiffPlan {
    private let options: DiffCommand
    private let files: OutputFiles
    private let path: String
    private let format: PictureFormat
    private let data: DataParts
    private let candidates: [Candidate]
    private let loaded: LoadedData
    private let extent: GridExtent
    private let recorder: PictureRecorder?
    private let threads: Int
    private let palette: Palette?

    /// - Throws: what is wrong with the options, before anything is written.
    init(_ options: DiffCommand, words: [String]) throws {
        self.options = options
        try options.style.check()
        let pair = try options.network.pair(options.unit.activation)
        candidates = [pair.0, pair.1]
        let paths = try PicturePaths(
            options.picture, pictureName: "boundary-diff-" + Self.names(candidates).joined(separator: "-"))
        path = paths.paths[0]
        format = paths.format
        files = try OutputFiles(
            paths: paths.paths, folders: paths.folders, json: options.summary.json,
            inputs: options.data.inputs + options.config.inputs,
            hasSnippet: options.snippet.emit != nil)
        let split = try options.split.settings()
        loaded = try options.data.load()
        data = try DataParts(loaded, split: split)
        recorder =
            options.picture.recorder(
                words: words, data: DataSummary(loaded, data: data), optimizer: options.training.usedOptimizer)
        extent = options.grid.extent(around: data.bounds, hasOwnUnits: loaded.hasOwnUnits)
        palette = try options.colors.chosenPalette(classCount: data.training.classCount)
        threads = options.execution.threadCount
        // Both surfaces are there at once, whatever the number of threads.
        try MemoryNeeds(
            picture: options.picture, format: paths.format, extent: extent, candidates: candidates,
            pointCount: data.training.points.count, classCount: data.training.classCount,
            threads: threads, picturesAtOnce: 2
        ).check()
    }

    /// "hidden-3", with λ where that is what differs.
    private static func names(_ candidates: [Candidate]) -> [String] {
        let differsInLambda = candidates[0].lambda != candidates[1].lambda
        return candidates.map { $0.fileName(withLambda: differsInLambda) }
    }

    func printNotes() {
        FontCheck.printWarnings(for: options.style.texts + data.names, format: format)
        options.colors.printWarnings(classNames: data.training.classNames, hasRegions: false)
        guard !options.execution.quiet else { return }
        loaded.printNotes()
        options.network.hidden?.printNotes(option: "--hidden", text: \.layersText)
        options.network.lambda.printNotes(option: "--lambda", text: DecimalText.shortest)
    }

    func prepareFiles() throws(Failure) {
        try files.prepare()
    }

    /// Trains both networks and draws where they differ.
    func draw() throws -> Difference {
        let progress = PlotProgress(names: candidates.map { $0.name(withLambda: namesLambda) })
        let line = options.execution.progressLine { progress.text }
        let networks: [TrainedNetwork]
        do {
            defer { line?.finish() }
            networks = trainedNetworks(progress: progress)
        }
        try Interruption.check()
        let surfaces = try networks.map {
            try DecisionSurface(
                of: $0.inDataUnits($0.report), within: extent.limits, step: extent.step, threads: threads)
        }
        do {
            return try Difference(
                networks: networks, surfaces: surfaces, data: data,
                names: (shortName(candidates[0]), shortName(candidates[1])),
                style: options.style.style, description: description, size: options.picture.pageSize.points,
                palette: palette, theme: options.colors.chosenTheme,
                writer: PageWriter(format: format, dpi: options.picture.dpi, recorder: recorder), path: path)
        } catch let error as FileError {
            throw Failure(error, option: "--output")
        }
    }

    private var namesLambda: Bool { candidates[0].lambda != candidates[1].lambda }

    /// "3 hidden units", or "λ 0.1" where the size is the same.
    private func shortName(_ candidate: Candidate) -> String {
        guard !namesLambda else { return "λ \(candidate.lambdaText)" }
        return candidate.unitsText
    }

    private var description: String {
        loaded.description + (data.split.map { ", \($0)" } ?? "")
    }

    private func trainedNetworks(progress: PlotProgress) -> [TrainedNetwork] {
        let settings = options.training.settings(initialSeed: options.network.initSeed)
        let (candidates, data) = (candidates, data)
        let threads = threads
        return mapBlocks(2, threads: threads) { index in
            TrainedNetwork(
                candidates[index], settings: settings, data: data, threads: threadsPerBlock(2, threads: threads)
            ) {
                progress.note(network: index, iterations: $0.iteration, cost: $0.value)
                return !Interruption.isRequested
            }
        }
    }

    func writeSummary(of difference: Difference) throws {
        try files.writeSummary(
            DiffSummary(difference, options: options, loaded: loaded, data: data))
    }

    func printText(of difference: Difference) throws {
        guard !options.execution.quiet else { return }
        try files.tableStream.write(loaded.heading + difference.text)
    }

    func checkConvergence(of difference: Difference) throws(Failure) {
        try options.training.report(
            difference.networks.filter { $0.report.termination != .converged }.map {
                "the network of \($0.candidate.name(withLambda: namesLambda)) did not converge: \($0.report.shortcoming)"
            })
    }
}
