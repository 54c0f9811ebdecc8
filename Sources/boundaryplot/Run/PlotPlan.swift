import Datasets
import DecisionBoundary
import FoundationEssentials
import Optimization
import Training

/// What a plot command will do, once its options agree with each other, the data and the machine.
struct PlotPlan {
    private let options: PlotCommand
    private let paths: PicturePaths
    private let run: PlotRun

    /// - Throws: what is wrong with the options, before anything is written.
    init(_ options: PlotCommand) throws {
        self.options = options
        paths = try PicturePaths(
            output: options.picture.output, hidden: options.network.hidden.sizes, lambda: options.network.lambda)
        try Self.check(json: options.execution.json, against: paths)
        let dataset = try options.data.makeDataset()
        let limits = dataset.limits(margin: options.grid.margin)
        let threads = options.execution.threads ?? Self.coreCount
        try MemoryNeeds(options, limits: limits, threads: threads).check()
        run = PlotRun(
            dataset: dataset, dataDescription: options.data.description, hidden: options.network.hidden.sizes,
            lambda: options.network.lambda, initialSeed: options.network.initSeed,
            optimizer: options.training.minimizer, limits: limits, step: options.grid.step, paths: paths.paths,
            pageSize: options.picture.size.points, dpi: options.picture.dpi, title: options.picture.title,
            threads: threads)
    }

    private static func check(json: String?, against paths: PicturePaths) throws(Failure) {
        guard let json else { return }
        guard !json.isEmpty else {
            throw Failure(.usage, "--json is empty; a file, or - for standard output, is accepted")
        }
        let target = AtomicFile.resolved(json)
        guard !paths.paths.contains(where: { AtomicFile.resolved($0) == target }) else {
            throw Failure(.usage, "--json '\(json)' is the file of a picture; one of another name is accepted")
        }
    }

    private static var coreCount: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// Says what has been understood otherwise than it was written.
    func printNotes() {
        guard !options.execution.quiet else { return }
        for size in options.network.hidden.repeated {
            StandardStream.note("Note: --hidden names \(size) more than once; it is drawn once")
        }
    }

    /// Makes the folders of the pictures, and finds out whether all files can be made, before time is spent on
    /// training.
    func prepareFiles() throws(Failure) {
        do throws(FileError) {
            if let json = options.execution.json, json != "-" { try AtomicFile.checkCreatable(json) }
        } catch {
            throw Failure(error, option: "--json")
        }
        do throws(FileError) {
            for folder in paths.folders { try AtomicFile.makeFolder(folder) }
            for path in paths.paths { try AtomicFile.checkCreatable(path) }
        } catch {
            throw Failure(error, option: "--output")
        }
    }

    func draw() throws -> [Picture] {
        let showsProgress = !options.execution.quiet && StandardStream.error.isTerminal && !Terminal.isDumb
        let progress = showsProgress ? ProgressLine(networkCount: run.hidden.count) : nil
        defer { progress?.finish() }
        do {
            return try run.pictures(progress: progress)
        } catch let error as FileError {
            throw Failure(error, option: "--output")
        }
    }

    func writeSummary(of pictures: [Picture]) throws {
        guard let path = options.execution.json else { return }
        let json = try Summary(
            pictures, options: options, features: run.dataset.featureNames, classes: run.dataset.classNames
        ).json()
        if path == "-" {
            try StandardStream.output.write(json)
        } else {
            do throws(FileError) {
                try AtomicFile.write(json, to: path)
            } catch {
                throw Failure(error, option: "--json")
            }
        }
    }

    /// On standard output, or on standard error where the JSON has that.
    func printTable(of pictures: [Picture]) throws {
        guard !options.execution.quiet else { return }
        let stream = options.execution.json == "-" ? StandardStream.error : .output
        try stream.write(ResultTable(pictures: pictures).description)
    }

    func printWarnings(about pictures: [Picture]) {
        // Nobody who asks for an untrained network expects it to have converged.
        guard options.training.maxIterations != 0 else { return }
        for picture in pictures where picture.report.termination != .converged {
            StandardStream.note(
                "Warning: the network of hidden size \(picture.hidden) did not converge: \(picture.report.shortcoming)")
        }
    }
}
