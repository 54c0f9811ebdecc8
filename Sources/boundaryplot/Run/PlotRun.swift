import DecisionBoundary
import Geometry
import ModelSelection
import Optimization
import Parallelism
import Plotting
import Training

/// Trains and draws the networks of one command, several at once.
struct PlotRun: Sendable {
    let data: DataParts
    /// How to describe the data in a picture's Description.
    let dataDescription: String
    let candidates: [Candidate]
    /// A network that was trained elsewhere, the only one then; nil where networks are trained.
    var model: SavedModel?
    /// What all networks have in common: all but sizes and λ.
    let settings: TrainingSettings
    /// How many initial thetas each network is trained from.
    let restartCount: Int
    /// Whether the boundaries of the restarts that are not drawn are shown faintly.
    let showsRestarts: Bool
    let extent: GridExtent
    let paths: [String]
    let format: PictureFormat
    let pageSize: Size
    let dpi: Double
    let style: PictureStyle
    let surfaceStyle: SurfaceStyle
    /// Nil where the title is to say what is seen.
    let title: Template?
    /// Whether what is drawn is wanted again, for a page of several.
    let keepsAxes: Bool
    let threads: Int
    /// Nil where pictures are not to say how they are made.
    let recorder: PictureRecorder?
    var kind = PictureRecorder.Kind.network

    /// The pictures in the order of the networks.
    ///
    /// The largest network is begun first, since it takes the longest.
    ///
    /// - Throws: the first failure in the order of the networks; pictures that are finished by then stay. After a
    ///   failure no further picture is begun.
    func pictures(progress: PlotProgress) throws -> [Picture] {
        let order = candidates.indices.sorted { candidates[$0] > candidates[$1] }
        let results = mapBlocksUntilFailure(order.count, threads: threads) { block in
            try picture(order[block], progress: progress)
        }
        // Those that are missing come after a failure, which is thrown here.
        let pictures = try zip(order, results).sorted { $0.0 < $1.0 }.compactMap { try $1?.get() }
        return try sharingScoreLimit(pictures)
    }

    /// The pictures with axes whose bands of the score mean the same on a page of all: those of the greatest limit.
    ///
    /// The pictures of single networks are as they were. Surfaces are evaluated again, so that one at a time is in memory.
    private func sharingScoreLimit(_ pictures: [Picture]) throws -> [Picture] {
        guard let limit = pictures.compactMap(\.scoreLimit).max() else { return pictures }
        return try pictures.map { picture in
            guard picture.scoreLimit != limit else { return picture }
            try Interruption.check()
            let network = picture.network
            let alternatives = try otherBoundaries(of: network, threads: threads)
            let surface = try evaluate(network.inDataUnits(network.report), threads: threads)
            var picture = picture
            picture.axes =
                style.styled(
                    figure(
                        of: surface, network, alternatives: alternatives,
                        surfaceStyle: surfaceStyle.withScoreLimit(limit))
                ).axes
            return picture
        }
    }

    private func picture(_ index: Int, progress: PlotProgress) throws -> Picture {
        let candidate = candidates[index]
        let threads = threadsPerBlock(candidates.count, threads: threads)
        var seconds = Picture.Seconds()
        let network = seconds.measure(\.train) {
            if let model { return TrainedNetwork(model, data: data, threads: threads) }
            return TrainedNetwork(
                candidate, settings: settings, restartCount: restartCount, data: data, threads: threads
            ) {
                progress.note(network: index, iterations: $0.iteration, cost: $0.value)
                return !Interruption.isRequested
            }
        }
        try Interruption.check()
        if network.isLoaded && !network.report.cost.isFinite {
            throw Failure(.badData, "--model: the cost of the network on these data is not finite")
        }

        // Before the surface that is drawn, so that one at a time is in memory.
        let alternatives = try seconds.measure(\.grid) { try otherBoundaries(of: network, threads: threads) }
        let surface = try seconds.measure(\.grid) {
            try evaluate(network.inDataUnits(network.report), threads: threads)
        }
        // All that is wanted of the surface, whose memory is then free for the pixels.
        let (grid, labelCounts) = seconds.measure(\.grid) { (surface.grid, surface.labelCounts) }
        let scoreLimit = keepsAxes && surfaceStyle.showsScore ? surface.scoreLimit : nil
        let figure = seconds.measure(\.draw) {
            self.figure(of: surface, network, alternatives: alternatives, surfaceStyle: surfaceStyle)
        }
        let styled = style.styled(figure)
        let (file, layout) = try PictureFile.write(
            styled, to: paths[index], format: format, dpi: dpi,
            words: PictureWords(
                title: figure.title, subtitle: figure.subtitle, description: description(of: network),
                altText: PictureWords.altText(of: network, data: data, limits: extent.limits),
                record: try recorder?.record(of: kind, networks: [network])), seconds: &seconds)
        progress.noteFinished()
        return Picture(
            network: network, grid: grid, labelCounts: labelCounts, file: file, limits: extent.limits,
            plotRectangle: layout.plotRectangle.scaled(by: dpi / 72), axes: keepsAxes ? styled.axes : nil,
            scoreLimit: scoreLimit, seconds: seconds)
    }

    private func figure(
        of surface: DecisionSurface, _ network: TrainedNetwork, alternatives: [LineMark], surfaceStyle: SurfaceStyle
    ) -> Figure {
        Figure(
            of: surface, dataset: data.training, report: network.report, isLoaded: network.isLoaded,
            test: network.testScore.flatMap { score in data.test.map { ($0, score) } },
            lambda: network.candidate.lambda, alternatives: alternatives, title: title?.title(of: network),
            size: pageSize, style: surfaceStyle)
    }

    private func evaluate(_ network: NeuralNetwork, threads: Int) throws(GridError) -> DecisionSurface {
        try DecisionSurface(of: network, within: extent.limits, step: extent.step, threads: threads)
    }

    /// The boundaries of the restarts that are not drawn, where they are to be seen.
    private func otherBoundaries(of network: TrainedNetwork, threads: Int) throws -> [LineMark] {
        guard showsRestarts else { return [] }
        let restarts = network.restarts
        return try restarts.reports.indices.filter { $0 != restarts.bestIndex }.map { index in
            try Interruption.check()
            return .alternative(
                try evaluate(network.inDataUnits(restarts.reports[index]), threads: threads), theme: surfaceStyle.theme,
                of: restartCount - 1)
        }
    }

    /// " of tanh units", or nothing for sigmoids, the usual ones.
    private static func unit(_ activation: Activation) -> String {
        activation == .sigmoid ? "" : " of \(activation.rawValue) units"
    }

    /// What a picture says of itself: the same run gives the same.
    private func description(of network: TrainedNetwork) -> String {
        let report = network.report
        return """
            \(dataDescription); \(report.network.shape.unitCounts.map(String.init).joined(separator: "-")) network\(Self.unit(report.network.shape.activation)), \
            λ \(network.candidate.lambdaText), \(network.isLoaded ? "read from a file" : "initial seed \(network.initialSeed)"); \
            cost \(report.cost), accuracy \(DecimalText.shortest(report.accuracy))\
            \(network.isLoaded ? "" : ", \(report.termination.rawValue)")
            """
    }
}

extension SurfaceStyle {
    /// Whether regions have bands of the score.
    fileprivate var showsScore: Bool {
        if case .score = fill { true } else { false }
    }
}

extension Rectangle {
    /// Every coordinate times `factor`.
    func scaled(by factor: Double) -> Rectangle {
        Rectangle(minX: minX * factor, minY: minY * factor, maxX: maxX * factor, maxY: maxY * factor)
    }
}
