import Datasets
import Files
import Geometry
import Meshgrid
import Optimization
import Parallelism
import Pictures
import Plotting
import ReportPage
import Training

/// A classifier that was evaluated, and drawn if it has a picture.
struct DrawnClassifier: Sendable {
    var result: ClassifierResult
    /// The panel of the sheet; nil without a sheet.
    var panel: SheetPanel?
    /// The surface whose boundary is drawn over the scatter; nil without an overlay.
    var surface: DecisionSurface?
    /// The regions of classes 1 to K − 1 as SVG path data; empty unless a page is written.
    var regions: [String] = []
}

/// The panel of a sheet, or what it is drawn from after the limits of all scores are known.
enum SheetPanel: Sendable {
    case axes(Axes)
    case evaluation(Evaluation, scoreLimit: Double)
}

/// The evaluation of a classifier over the data, and its response over the grid.
struct Evaluation: Sendable {
    let scored: ScoredClassifier
    let response: any ResponseFunction
    let grid: RegularGrid
    /// What the fields of the response come from; nil for classes alone.
    let kind: ScoreKind?
    /// The boundaries of the other restarts; empty unless they are requested.
    let otherBoundaries: [LineMark]
}

extension Plan {
    /// Trains, evaluates and draws the classifiers; returns them in the order of the request.
    ///
    /// A network that contains another is drawn after both are trained, since its picture says whether it is stuck.
    ///
    /// - Throws: the first error in the order of the request; finished pictures stay.
    func drawnClassifiers() throws -> [DrawnClassifier] {
        let candidates = request.classifiers.map(\.candidate)
        let waits = candidates.map { candidate in
            candidates.contains { other in other.map { candidate?.contains($0) ?? false } ?? false }
        }
        let fitted = try mapClassifiers(candidates.indices) { index, threads in
            var seconds = StageSeconds()
            let classifier = try seconds.measure(\.train) { try fit(index, threads: threads) }
            if waits[index] { return (classifier: classifier, seconds: seconds, drawn: DrawnClassifier?.none) }
            let marked = NetworkClassifier.markingStuck([classifier], isRecorded: environment.isRecordedStuck)
            return (classifier, seconds, try draw(marked[0], index, threads: threads, seconds: seconds))
        }
        let classifiers = NetworkClassifier.markingStuck(fitted.map(\.classifier), isRecorded: false)
        let waiting = candidates.indices.filter { waits[$0] }
        let late = try mapClassifiers(waiting) { index, threads in
            try draw(classifiers[index], index, threads: threads, seconds: fitted[index].seconds)
        }
        let lateByIndex = Dictionary(uniqueKeysWithValues: zip(waiting, late))
        return candidates.indices.compactMap { fitted[$0].drawn ?? lateByIndex[$0] }
    }

    /// Returns the values of `body` for classifiers, several at once.
    ///
    /// The largest network starts first, since it takes the longest.
    ///
    /// - Parameters:
    ///   - indices: indices of classifiers of the request, in ascending order.
    ///   - body: receives an index and the number of threads for it.
    /// - Throws: the first error in the order of the request.
    private func mapClassifiers<Value>(
        _ indices: some Collection<Int>, _ body: @Sendable (_ index: Int, _ threads: Int) throws -> Value
    ) throws -> [Value] {
        let sizes = request.classifiers.map(\.candidate)
        let order = indices.sorted { first, second in
            guard let first = sizes[first], let second = sizes[second] else { return sizes[first] != nil }
            return first > second
        }
        let threads = threadsPerBlock(order.count, threads: environment.threads)
        let results = mapBlocksUntilFailure(order.count, threads: environment.threads) { block in
            try body(order[block], threads)
        }
        // Missing results follow an error, which is thrown here.
        return try zip(order, results).sorted { $0.0 < $1.0 }.compactMap { try $1?.get() }
    }

    /// Trains or reads a classifier of the request.
    func fit(_ index: Int, threads: Int) throws -> any Classifier {
        switch request.classifiers[index] {
        case .network(let candidate):
            let network = NetworkClassifier(
                training: candidate, settings: request.training.settings(for: candidate),
                restartCount: request.training.restarts,
                data: data,
                threads: threads, recording: request.recordedIterations
            ) { iterate in
                environment.report(
                    .iteration(classifier: index, iterations: iterate.iteration, cost: iterate.value))
                return !environment.isCancelled()
            }
            try environment.checkCancellation()
            return network
        case .model(let path):
            guard let model = models[path] else { throw RunError(.internalError, "'\(path)' was not read") }
            return try NetworkClassifier(model, data: data, threads: threads)
        case .supplied(let name):
            guard let fit = environment.classifiers[name] else {
                throw RunError(.internalError, "the classifier '\(name)' is missing")
            }
            let classifier = try fit(data.training)
            try environment.checkCancellation()
            return classifier
        case .command(let command, _, let kind):
            return CommandClassifier(
                name: request.classifiers[index].givenName ?? "", command: command, kind: kind,
                timeout: environment.commandTimeout, data: externalData)
        case .predictions(let path, _, let kind):
            return PredictionsClassifier(
                name: request.classifiers[index].givenName ?? "", path: path, kind: kind, data: externalData)
        }
    }

    /// The data for classifiers outside of this program.
    private var externalData: ExternalData {
        ExternalData(
            training: data.withColumnNames(data.training), label: loaded.labelName, note: environment.note)
    }

    /// Evaluates a classifier at all points of the data, and over the grid if one is given.
    func answer(
        of classifier: any Classifier, grid: RegularGrid?, threads: Int
    ) throws -> (ScoredClassifier, ClassifierAnswer) {
        let answer = try classifier.answer(query(grid: grid, threads: threads))
        return (ScoredClassifier(classifier, answer, data: data), answer)
    }

    /// Returns the query for the points of the data, and for a grid if one is given.
    private func query(grid: RegularGrid?, threads: Int) -> ClassifierQuery {
        ClassifierQuery(
            points: data.points, pointOfRow: data.pointOfRow, grid: grid, classCount: data.training.classCount,
            threads: threads, report: { [report = environment.report] in report(.answer(pointCount: $0)) },
            isCancelled: environment.isCancelled)
    }

    /// The number of points and grid points that a program answers; nil if the run has no commands or predictions.
    package var externalPointCount: Int? {
        guard request.classifiers.contains(where: \.isExternal) else { return nil }
        return data.points.count + Int(RegularGrid.pointCount(covering: extent.limits, step: extent.step))
    }

    /// Calls `body` with the points of a picture, in chunks of about 64 KB: as CSV text, as a command reads them, or as an array
    /// of numpy.
    ///
    /// - Throws: `RunError` of the kind `cancelled`, or the first error of `body`.
    package func forEachPointChunk(asArray isArray: Bool, _ body: ([UInt8]) throws -> Void) throws {
        let grid = try RegularGrid(covering: extent.limits, step: extent.step)
        let query = query(grid: grid, threads: 1)
        if isArray {
            return try query.forEachArrayChunk { chunk in
                try environment.checkCancellation()
                try body(chunk)
            }
        }
        var text = QueryText(query, features: externalData.features)
        while true {
            try environment.checkCancellation()
            let chunk = text.nextChunk()
            if chunk.isEmpty { return }
            try body(chunk)
        }
    }

    func evaluate(_ classifier: any Classifier, threads: Int) throws -> Evaluation {
        let grid = try RegularGrid(covering: extent.limits, step: extent.step)
        let (scored, answer) = try answer(of: classifier, grid: grid, threads: threads)
        guard let response = answer.response else {
            throw RunError(.internalError, "the classifier gave no answer for the grid")
        }
        return Evaluation(
            scored: scored, response: response, grid: grid, kind: answer.kind,
            otherBoundaries: try otherBoundaries(of: classifier, grid: grid, threads: threads))
    }

    private func otherBoundaries(
        of classifier: any Classifier, grid: RegularGrid, threads: Int
    ) throws -> [LineMark] {
        guard request.regions.showsRestarts, let network = classifier.network else { return [] }
        return try network.otherRestarts.map { other in
            let surface = try surface(of: other, over: grid, threads: threads)
            return .alternative(surface, theme: style.theme, of: request.training.restarts - 1)
        }
    }

    /// Evaluates a response over the grid, and traces regions and boundaries.
    ///
    /// - Parameter style: the style whose bands are traced; optional.
    /// - Throws: `RunError` of the kind `cancelled` if the run is cancelled.
    func surface(
        of response: any ResponseFunction, over grid: RegularGrid, style: SurfaceStyle? = nil, threads: Int
    ) throws -> DecisionSurface {
        var pointCount = data.points.count
        return try DecisionSurface(
            of: response, over: grid, limits: extent.limits,
            style: style ?? SurfaceStyle(classCount: response.fieldCount + 1, namesRegions: false), threads: threads
        ) { count in
            pointCount += count
            environment.report(.answer(pointCount: pointCount))
            try environment.checkCancellation()
        }
    }

    /// Evaluates and draws a classifier of the request.
    ///
    /// - Parameter seconds: the durations of its stages up to now.
    private func draw(
        _ classifier: any Classifier, _ index: Int, threads: Int, seconds: StageSeconds
    ) throws -> DrawnClassifier {
        var seconds = seconds
        if case .curve = request.product {
            let (scored, _) = try seconds.measure(\.grid) { try answer(of: classifier, grid: nil, threads: threads) }
            environment.report(.classifierDone)
            return DrawnClassifier(result: ClassifierResult(scored: scored, seconds: seconds))
        }
        var (drawn, axes) = try surface(of: classifier, threads: threads, seconds: &seconds)
        if case .surface = request.product, let axes {
            let (file, layout) = try writeSurface(
                axes, of: drawn.result.scored, index: index, threads: threads, seconds: &seconds)
            drawn.result.picture = file
            drawn.result.plotRectangle = layout.plotRectangle.scaled(by: request.page.dpi / 72)
        }
        drawn.result.seconds = seconds
        environment.report(.classifierDone)
        return drawn
    }

    /// Evaluates a classifier and draws its axes.
    ///
    /// - Returns: the classifier without a picture, and its axes; nil if pictures of all classifiers do without them.
    private func surface(
        of classifier: any Classifier, threads: Int, seconds: inout StageSeconds
    ) throws -> (DrawnClassifier, Axes?) {
        let (evaluation, surface) = try seconds.measure(\.grid) {
            let evaluation = try evaluate(classifier, threads: threads)
            return (
                evaluation,
                try self.surface(
                    of: evaluation.response, over: evaluation.grid, style: style(for: evaluation), threads: threads)
            )
        }
        if style(for: evaluation) != style {
            let reason = evaluation.kind == nil ? "gives classes alone" : "gives margins, which are no probabilities"
            environment.note(
                .note(
                    "'\(classifier.name)' \(reason), so its regions are plain despite \(.fill) \(request.regions.fill.rawValue)"
                ))
        }
        let facts = SurfaceFacts(grid: surface.grid, labelCounts: surface.labelCounts, limits: surface.limits)
        var drawn = DrawnClassifier(result: ClassifierResult(scored: evaluation.scored, surface: facts))
        if request.hasOverlay { drawn.surface = surface }
        if request.product == .overlay { return (drawn, nil) }
        if request.product == .report {
            let frame = ReportFrame(limits: surface.limits)
            drawn.regions = (1..<surface.classCount).map { frame.data(of: surface.region(ofClass: $0)) }
            return (drawn, nil)
        }
        // The panels of a sheet share the limits of their scores.
        if request.hasSheet {
            drawn.panel = surface.scoreLimit.map { SheetPanel.evaluation(evaluation, scoreLimit: $0) }
        }
        if drawn.panel != nil, request.product == .sheet { return (drawn, nil) }
        let axes = seconds.measure(\.draw) { self.axes(of: surface, evaluation, style: style(for: evaluation)) }
        if request.hasSheet && drawn.panel == nil { drawn.panel = .axes(axes) }
        return (drawn, axes)
    }

    /// The style of a classifier's surface: without bands if its scores are not what they show.
    private func style(for evaluation: Evaluation) -> SurfaceStyle {
        switch (request.regions.fill, evaluation.kind) {
        case (.probability, .probability), (.score, .probability), (.score, .margin), (.regions, _): style
        case (.probability, _), (.score, nil): style.withoutBands
        }
    }

    func axes(of surface: DecisionSurface, _ evaluation: Evaluation, style: SurfaceStyle) -> Axes {
        let scored = evaluation.scored
        return Axes(
            of: surface,
            training: ScoredPoints(data.training, misclassified: scored.trainingScore.misclassified),
            test: data.test.flatMap { test in
                scored.testScore.map { ScoredPoints(test, misclassified: $0.misclassified) }
            },
            alternatives: evaluation.otherBoundaries, unitLines: unitLines(of: scored), style: style,
            elements: request.page.elements)
    }

    private func writeSurface(
        _ axes: Axes, of scored: ScoredClassifier, index: Int, threads: Int, seconds: inout StageSeconds
    ) throws -> (PictureFile, FigureLayout) {
        let text = PictureText(
            title: title?.title(of: scored) ?? scored.title, subtitle: scored.subtitle,
            description: "\(dataDescription); \(scored.description)",
            altText: scored.altText(data: data, limits: extent.limits) + unitLinesRemark)
        let figure = figure(axes, text, size: request.page.points)
        return try writer.write(
            figure, text, subject: .network, record: record(of: .network, [scored], classifiers: [index]),
            to: paths.paths[index], threads: threads, seconds: &seconds)
    }

    /// Returns a page with one pair of axes, and with title and second line if they are requested.
    func figure(_ axes: Axes, _ text: PictureText, size: Size) -> Figure {
        Figure(
            size: size, title: request.page.hasTitle ? text.title : "",
            subtitle: request.page.hasTitle ? text.subtitle : "", axes: axes, theme: style.theme)
    }

    /// Writes a picture of several classifiers.
    func write(
        _ page: some Page, _ text: PictureText, subject: PictureSubject, of scored: [ScoredClassifier], to path: String
    ) throws -> PictureFile {
        // The summary has no durations for such pictures.
        var seconds = StageSeconds()
        return try writer.write(
            page, text, subject: subject,
            record: record(
                of: subject, scored,
                classifiers: request.product == .pairs
                    ? scored.map { _ in 0 } : Array(request.classifiers.indices)), to: path,
            threads: environment.threads, seconds: &seconds
        ).file
    }
}

extension Template {
    /// Returns the title of a classifier's picture.
    ///
    /// - Parameter iteration: the number of iterations of its training so far, for a film.
    func title(of scored: ScoredClassifier, iteration: Int? = nil) -> String {
        filled { name in
            switch name {
            case "hidden": scored.network.map { HiddenLayers($0.candidate.hidden).text } ?? scored.classifier.name
            case "lambda": scored.network.map { DecimalText.shortest($0.report.lambda) } ?? ""
            case "cost": scored.network.map { DecimalText.fixed($0.report.cost, decimals: 4) } ?? ""
            case "iteration": iteration.map(String.init) ?? ""
            case "accuracy": DecimalText.percent(scored.trainingScore.accuracy)
            default: scored.testScore.map { DecimalText.percent($0.accuracy) } ?? ""
            }
        }
    }
}

extension Rectangle {
    /// Returns the rectangle with every coordinate multiplied by `factor`.
    fileprivate func scaled(by factor: Double) -> Rectangle {
        Rectangle(minX: minX * factor, minY: minY * factor, maxX: maxX * factor, maxY: maxY * factor)
    }
}
