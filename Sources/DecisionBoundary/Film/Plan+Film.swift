import CairoRenderer
import Datasets
import Files
import Geometry
import Parallelism
import Pictures
import Plotting
import Training

extension Plan {
    /// Trains a network and draws it at several iterations of this training.
    func runFilm(_ settings: FilmSettings, _ form: FilmForm) throws -> RunResult {
        var seconds = StageSeconds()
        let threads = environment.threads
        let classifier = try seconds.measure(\.train) { try fit(0, threads: threads) }
        environment.report(.classifierDone)
        let (scored, _) = try answer(of: classifier, grid: nil, threads: threads)
        let drawing = try FilmDrawing(self, of: scored, settings)
        let film = try seconds.measure(\.draw) {
            switch form {
            case .moving: try drawing.writeGIF(to: paths.paths[0])
            case .sheet: try drawing.writeSheet(to: paths.paths[0])
            case .frames: try drawing.writePages(Array(zip(1...settings.frames, paths.paths)))
            case .frame(let number): try drawing.writePages([(number, paths.paths[0])])
            }
        }
        var result = RunResult(classifiers: [ClassifierResult(scored: scored, seconds: seconds)])
        result.film = film
        return result
    }
}

/// The drawing of a network at several iterations of its training.
///
/// All frames share the grid, the limits, the colours and the legend, so that only the network moves.
private struct FilmDrawing: Sendable {
    private let plan: Plan
    private let settings: FilmSettings
    /// The trained network.
    private let scored: ScoredClassifier
    private let facts: NetworkFacts
    private let history: TrainingHistory
    private let style: SurfaceStyle
    private let legend: Legend
    private let curve: TrainingCurve

    init(_ plan: Plan, of scored: ScoredClassifier, _ settings: FilmSettings) throws {
        guard let facts = scored.network, let history = facts.report.history else {
            throw RunError(.internalError, "the training was not recorded")
        }
        (self.plan, self.scored, self.settings, self.facts, self.history) = (plan, scored, settings, facts, history)
        curve = TrainingCurve(costs: history.costs, testCosts: history.testCosts)
        let threads = plan.environment.threads
        let evaluation = try plan.evaluate(scored.classifier, threads: threads)
        let surface = try plan.surface(
            of: evaluation.response, over: evaluation.grid, style: plan.style, threads: threads)
        style = surface.scoreLimit.map(plan.style.withScoreLimit) ?? plan.style
        let (missed, testMissed) = try Self.everMissed(plan, facts, history)
        legend =
            Axes(
                of: surface, training: ScoredPoints(plan.data.training, misclassified: missed),
                test: plan.data.test.map { ScoredPoints($0, misclassified: testMissed) },
                unitLines: plan.unitLines(of: scored), style: style, elements: plan.request.page.elements
            ).legend
    }

    /// Returns for each training and held-out point whether an early network misclassifies it: of as many networks as
    /// it takes for both parts to have such points, since the legend only tells whether there are any.
    private static func everMissed(
        _ plan: Plan, _ facts: NetworkFacts, _ history: TrainingHistory
    ) throws -> ([Bool], [Bool]) {
        var training = [Bool](repeating: false, count: plan.data.training.points.count)
        var test = [Bool](repeating: false, count: plan.data.test?.points.count ?? 0)
        for index in history.snapshots.indices {
            let (scored, _) = try plan.answer(
                of: NetworkClassifier(facts, at: history.snapshots[index], data: plan.data), grid: nil,
                threads: plan.environment.threads)
            training = zip(training, scored.trainingScore.misclassified).map { $0 || $1 }
            test = zip(test, scored.testScore?.misclassified ?? []).map { $0 || $1 }
            if training.contains(true), plan.data.test == nil || test.contains(true) { break }
        }
        return (training, test)
    }

    /// A network at one iteration, with its axes.
    private struct Still {
        let snapshot: TrainingHistory.Snapshot
        let scored: ScoredClassifier
        let axes: Axes
    }

    /// - Throws: `RunError` of the kind `cancelled` if the run is cancelled.
    private func still(_ snapshot: Int, threads: Int) throws -> Still {
        try plan.environment.checkCancellation()
        let snapshot = history.snapshots[snapshot]
        let classifier = NetworkClassifier(facts, at: snapshot, data: plan.data)
        let evaluation = try plan.evaluate(classifier, threads: threads)
        let surface = try plan.surface(
            of: evaluation.response, over: evaluation.grid, style: style, threads: threads)
        var axes = plan.axes(of: surface, evaluation, style: style)
        axes.legend = legend
        // The legend stays in its corner while the boundary moves.
        for index in axes.marks.indices {
            guard var line = axes.marks[index] as? LineMark else { continue }
            line.isGuide = true
            axes.marks[index] = line
        }
        return Still(snapshot: snapshot, scored: evaluation.scored, axes: axes)
    }

    private func figure(of still: Still) -> (Figure, PictureText) {
        let text = text(of: still)
        var figure = plan.figure(still.axes, text, size: plan.request.page.points)
        figure.footer = Axes(of: curve, upTo: still.snapshot.iteration, theme: style.theme)
        return (figure, text)
    }

    private var schedule: FilmSchedule {
        FilmSchedule(of: history.snapshots.map(\.iteration), frameCount: settings.frames)
    }

    func writeGIF(to path: String) throws -> FilmResult {
        let shots = schedule.shots(seconds: settings.seconds)
        let threads = plan.environment.threads
        let page = plan.request.page
        let drawings = mapBlocksUntilFailure(shots.count, threads: threads) { index in
            let (figure, _) = figure(
                of: try still(shots[index].snapshot, threads: threadsPerBlock(shots.count, threads: threads)))
            var omitted: [OmittedElement] = []
            let bitmap = try rendering {
                try CairoRenderer(dpi: page.dpi).bitmap(size: figure.size) { omitted = figure.draw(on: &$0).omitted }
            }
            return (bitmap: bitmap, omitted: omitted)
        }
        let drawn = try drawings.compactMap { try $0?.get() }
        let frames = zip(shots, drawn).map { Animation.Frame($1.bitmap, hundredths: $0.hundredths) }
        let record = try plan.record(of: .film, [scored], classifiers: [0])
        let bytes = try rendering {
            try Animation(frames, loops: settings.loops).gif(
                comment: record ?? "", threads: threads, checking: plan.environment.checkCancellation)
        }
        try plan.environment.checkCancellation()
        try plan.files.write(bytes, to: path, .path)
        let file = PictureFile(
            path: path, width: frames[0].bitmap.width, height: frames[0].bitmap.height, size: page.points,
            text: text(ofAll: shots.map(\.snapshot), "Film"), subject: .film, omitted: drawn[0].omitted)
        return FilmResult(
            files: [file], frames: shots.map { frame($0.snapshot, seconds: Double($0.hundredths) / 100) })
    }

    /// Writes frames as pages, several at once.
    ///
    /// - Parameter pages: the number of each frame, from 1, and its path.
    func writePages(_ pages: [(number: Int, path: String)]) throws -> FilmResult {
        let (schedule, threads) = (schedule, plan.environment.threads)
        let files = mapBlocksUntilFailure(pages.count, threads: threads) { index in
            let (number, path) = pages[index]
            let threads = threadsPerBlock(pages.count, threads: threads)
            let (figure, text) = figure(of: try still(schedule.snapshots[number - 1], threads: threads))
            var single = settings
            single.frame = number
            var seconds = StageSeconds()
            return try plan.writer.write(
                figure, text, subject: .film,
                record: plan.record(of: .film, [scored], classifiers: [0], product: .film(single)), to: path,
                threads: threads, seconds: &seconds
            ).file
        }
        return FilmResult(
            files: try files.compactMap { try $0?.get() },
            frames: pages.map { frame(schedule.snapshots[$0.number - 1]) })
    }

    func writeSheet(to path: String) throws -> FilmResult {
        let threads = plan.environment.threads
        let indices = Array(history.snapshots.indices)
        let stills = try mapBlocksUntilFailure(indices.count, threads: threads) {
            try still($0, threads: threadsPerBlock(indices.count, threads: threads))
        }.compactMap { try $0?.get() }
        let panels = stills.map { still in
            SurfacePanel(
                axes: still.axes, name: "iteration \(still.snapshot.iteration)",
                subtitle: "\(costs(at: still.snapshot.iteration)) · \(still.scored.accuracies)")
        }
        let text = text(ofAll: indices, "Panels")
        let page = plan.request.page
        let sheet = Sheet(
            of: panels, title: page.hasTitle ? text.title : "", subtitle: page.hasTitle ? text.subtitle : "",
            size: page.sheetPoints(panelCount: panels.count), theme: style.theme)
        let file = try plan.write(sheet, text, subject: .film, of: [scored], to: path)
        return FilmResult(files: [file], frames: indices.map { frame($0) })
    }

    private func frame(_ snapshot: Int, seconds: Double? = nil) -> FilmResult.Frame {
        let iteration = history.snapshots[snapshot].iteration
        return FilmResult.Frame(
            iteration: iteration, cost: history.costs[iteration],
            testCost: history.testCosts.isEmpty ? nil : history.testCosts[iteration], seconds: seconds)
    }

    /// "cost 0.1342", or "cost 0.1342 · test cost 0.1511" if points are held out.
    private func costs(at iteration: Int) -> String {
        let test = history.testCosts.isEmpty ? nil : history.testCosts[iteration]
        return
            (["cost \(DecimalText.fixed(history.costs[iteration], decimals: 4))"]
            + [test.map { "test cost \(DecimalText.fixed($0, decimals: 4))" }].compactMap(\.self))
            .joined(separator: " · ")
    }

    /// The texts of a frame.
    private func text(of still: Still) -> PictureText {
        let iteration = still.snapshot.iteration
        let name = scored.classifier.name
        return PictureText(
            title: plan.title?.title(of: still.scored, iteration: iteration)
                ?? "\(name.firstUppercased) after \(iteration) of \(history.lastIteration) iterations",
            subtitle: "\(costs(at: iteration)) · \(still.scored.accuracies)",
            description: "\(plan.dataDescription); \(scored.description); iteration \(iteration)",
            altText: """
                \(still.scored.altText(data: plan.data, limits: plan.extent.limits)), after \(iteration) of \
                \(history.lastIteration) iterations\(plan.unitLinesRemark)
                """)
    }

    /// The texts of a film or a sheet.
    ///
    /// - Parameter noun: "Film" or "Panels".
    private func text(ofAll snapshots: [Int], _ noun: String) -> PictureText {
        plan.comparisonText(
            title: "\(scored.classifier.name.firstUppercased) during training", scored: [scored],
            remark: "\(history.lastIteration) iterations",
            altText: """
                \(noun) of the decision regions of a network with \(scored.classifier.name) at \(snapshots.count) of its \
                \(history.lastIteration) iterations of training, with \(costs(at: 0)) at first and \
                \(costs(at: history.lastIteration)) at last; \(scored.shares) on the right side of the boundary\(plan.unitLinesRemark)
                """.replacing(" · ", with: " and "))
    }

    /// Converts the errors of the renderer.
    private func rendering<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as RendererError {
            throw RunError(error)
        }
    }
}

extension String {
    /// The text with a capital first letter, for titles: "No hidden units".
    var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
