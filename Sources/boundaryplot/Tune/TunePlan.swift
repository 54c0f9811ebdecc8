import Datasets
import DecisionBoundary
import Geometry
import ModelSelection
import Plotting
import Training

/// What a tune command will do, once its options agree with each other, the data and the machine.
struct TunePlan {
    private let options: TuneCommand
    private let paths: PicturePaths
    private let files: OutputFiles
    private let run: TuneRun
    private let loaded: LoadedData
    private let extent: GridExtent
    private let recorder: PictureRecorder?
    private let surfaceStyle: SurfaceStyle

    /// - Throws: what is wrong with the options, before anything is written.
    init(_ options: TuneCommand, words: [String]) throws {
        self.options = options
        let candidates = options.network.candidates(options.unit.activation)
        paths = try PicturePaths(folder: options.picture)
        // Which network is kept is known in the end; a name with its size can be checked only then.
        let models = options.keeping.saveModel.map { [$0] } ?? []
        _ = try options.keeping.paths([candidates[0]])
        files = try OutputFiles(
            paths: TuneFile.allCases.map { [paths] in $0.path(in: paths) }, folders: paths.folders,
            models: models.filter { !$0.contains("{") },
            inputs: options.data.inputs + options.config.inputs,
            hasSnippet: options.snippet.emit != nil)
        loaded = try options.data.load()
        let data = try DataParts(loaded, split: options.choice.split)
        extent = options.grid.extent(around: data.bounds, hasOwnUnits: loaded.hasOwnUnits)
        surfaceStyle = try options.appearance.surfaceStyle(classCount: data.training.classCount)
        let folds = try Self.folds(of: data.training, options.choice)
        let threads = options.execution.threadCount
        try MemoryNeeds(
            picture: options.picture, format: paths.format, extent: extent, candidates: candidates,
            pointCount: data.training.points.count, classCount: data.training.classCount,
            threads: threads, picturesAtOnce: 1
        ).check()
        run = TuneRun(
            data: data, folds: folds, standardizations: try Self.standardizations(of: data, folds: folds),
            candidates: candidates,
            settings: options.training.settings(initialSeed: options.network.initSeed), threads: threads)
        recorder =
            options.picture.recorder(
                words: words, data: DataSummary(loaded, data: data), optimizer: options.training.usedOptimizer)
    }

    private static func folds(of dataset: Dataset, _ choice: ChoiceOptions) throws(Failure) -> Folds {
        do throws(SplitError) {
            return choice.hasStratifiedFolds
                ? try Folds(stratifiedBy: dataset.labels, count: choice.folds, seed: choice.splitSeed)
                : try Folds(pointCount: dataset.points.count, count: choice.folds, seed: choice.splitSeed)
        } catch {
            throw Failure(.usage, "--folds \(choice.folds): \(error)")
        }
    }

    /// Of each fold's training points, where the data are standardised at all.
    private static func standardizations(of data: DataParts, folds: Folds) throws(Failure) -> [Standardization]? {
        guard data.standardization != nil else { return nil }
        do throws(StandardizationError) {
            return try FitPlan.standardizations(of: data.training, folds: folds)
        } catch {
            throw Failure(.badData, "of the points outside of a fold, \(error); fewer --folds may do")
        }
    }

    func printNotes() {
        FontCheck.printWarnings(for: run.data.names, format: paths.format)
        options.appearance.colors.printWarnings(classNames: run.data.training.classNames)
        guard !options.execution.quiet else { return }
        loaded.printNotes()
        options.network.printNotes()
    }

    func prepareFiles() throws(Failure) {
        try files.prepare()
    }

    /// All fits, the winner's last one, and the pictures.
    func tune() throws -> TuneResult {
        let journal = try Journal(
            path: paths.path(beside: "tune.ndjson"), settings: settings, startsOver: options.choice.fresh)
        if journal.unreadableLineCount > 0 {
            let count = journal.unreadableLineCount
            StandardStream.note(
                "Warning: \(count) line\(count == 1 ? "" : "s") of '\(journal.path)' cannot be read; what they held is done again"
            )
        }
        let progress = TuneProgress(fitCount: run.fitCount)
        let line = options.execution.progressLine { progress.text }
        let validations: [CrossValidation]
        do {
            defer { line?.finish() }
            validations = try run.crossValidations(journal: journal, progress: progress)
        }
        do {
            guard let winner = winner(of: validations, by: options.choice.rule) else {
                throw Failure(
                    .usage,
                    """
                    no network of --hidden and --lambda has a finite cost in every fold; other --lambda, or less --noise, \
                    may give one
                    """)
            }
            let winnerPicture = try winnerPicture(validations[winner])
            let pictures = TunePictures(
                validations: validations, winner: winner, dataDescription: description,
                writer: PageWriter(format: paths.format, dpi: options.picture.dpi, recorder: recorder),
                network: winnerPicture.network,
                theme: surfaceStyle.theme)
            return TuneResult(
                validations: validations, winner: winner, winnerPicture: winnerPicture,
                heatMap: try pictures.writeHeatMap(to: path(of: .heatMap), size: heatMapSize),
                curve: try pictures.writeCurve(to: path(of: .curve), size: pageSize),
                journal: journal)
        } catch let error as FileError {
            throw Failure(error, option: "--output")
        } catch let failure as Failure where failure.status == .interrupted {
            throw Failure(
                .interrupted,
                "interrupted; all fits are kept in '\(journal.path)', and the same command goes on from there")
        }
    }

    private func path(of file: TuneFile) -> String { file.path(in: paths) }

    private var pageSize: Size { options.picture.pageSize.points }

    /// Where `--size` does not say otherwise, flatter than other pages: two panels stand side by side.
    private var heatMapSize: Size {
        options.picture.size?.points ?? Size(width: pageSize.width, height: 0.75 * pageSize.height)
    }

    private var description: String { "\(loaded.description), \(options.choice.split)" }

    /// The winner, trained on the whole training part and scored, once, on the test part.
    private func winnerPicture(_ validation: CrossValidation) throws -> Picture {
        let candidate = validation.candidate
        let plot = PlotRun(
            data: run.data, dataDescription: description, candidates: [candidate], settings: run.settings,
            restartCount: 1, showsRestarts: false, extent: extent,
            paths: [paths.path(ofPicture: "boundary-\(candidate.fileName(withLambda: true))")], format: paths.format,
            pageSize: pageSize, dpi: options.picture.dpi, style: PictureStyle(),
            surfaceStyle: surfaceStyle, title: nil, keepsAxes: false, threads: run.threads, recorder: recorder,
            kind: .winner)
        return try plot.pictures(progress: PlotProgress(names: [candidate.name(withLambda: true)]))[0]
    }

    /// All that the fits depend on.
    private var settings: [String: String] {
        let (network, choice, training) = (options.network, options.choice, options.training)
        let settings = [
            "version": version,
            "--hidden": run.candidates.map(\.hiddenText).distinctText,
            "--lambda": run.candidates.map(\.lambdaText).distinctText, "--init-seed": "\(network.initSeed)",
            "--test-fraction": "\(choice.testFraction)", "--folds": "\(choice.folds)",
            "--split-seed": "\(choice.splitSeed)", "--stratify": choice.stratify.map { "\($0)" } ?? "folds",
            "--activation": options.unit.activation.rawValue, "--optimizer": training.usedOptimizer.rawValue,
            "--tolerance": "\(training.usedTolerance)",
            "--max-iterations": training.maxIterations.map { "\($0)" } ?? "default",
        ]
        return settings.merging(loaded.settings) { own, _ in own }
    }

    /// Writes the numbers; the journal has done its work then.
    func writeFiles(of result: TuneResult) throws {
        let json = try JSONText.bytes(of: TuneSummary(result, options: options, loaded: loaded, run: run))
        do throws(FileError) {
            try AtomicFile.write(Array(result.csv.utf8), to: path(of: .csv))
            try AtomicFile.write(json, to: path(of: .json))
        } catch {
            throw Failure(error, option: "--output")
        }
        if let path = try options.keeping.paths([result.winnerPicture.network.candidate]).first {
            try OutputFiles.write(
                result.winnerPicture.network.model(of: run.data, description: description), to: path)
        }
        result.journal.remove()
    }

    /// Prints what puts the pictures into a report, where that is wanted.
    func printSnippets(of result: TuneResult) throws(Failure) {
        try options.snippet.print([result.heatMap, result.curve, result.winnerPicture.file])
    }

    func printTable(of result: TuneResult) throws {
        guard !options.execution.quiet else { return }
        try files.tableStream.write(loaded.heading + result.table + result.verdict)
    }

    /// Says how many fits did not converge, and warns where the winner did not.
    ///
    /// - Throws: `Failure` of status 1 where the winner did not and the run is strict.
    func checkConvergence(of result: TuneResult) throws(Failure) {
        if !options.execution.quiet, options.training.maxIterations != 0, let note = result.fitShortcoming {
            StandardStream.note("Note: \(note)")
        }
        try options.training.report(result.shortcomings)
    }
}

/// The files whose names are known beforehand.
enum TuneFile: CaseIterable {
    case heatMap
    case curve
    case csv
    case json

    func path(in folder: PicturePaths) -> String {
        switch self {
        case .heatMap: folder.path(ofPicture: "tune-heatmap")
        case .curve: folder.path(ofPicture: "tune-curve")
        case .csv: folder.path(beside: "tune.csv")
        case .json: folder.path(beside: "tune.json")
        }
    }
}

extension [String] {
    /// Each text once, in order, with commas between.
    fileprivate var distinctText: String { DistinctList(self).values.joined(separator: ",") }
}
