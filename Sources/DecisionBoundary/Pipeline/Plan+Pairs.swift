import DataFiles
import Datasets
import Files
import Geometry
import ModelSelection
import Parallelism
import Pictures
import Plotting
import Training

/// Two features of a file with the plan of their picture.
private struct FeaturePair: Sendable {
    /// The names of the features, x first.
    let names: [String]
    let plan: Plan
}

extension Plan {
    /// The greatest number of features whose pairs have room on a page.
    static let greatestFeatureCount = 8

    /// Trains the network on every pair of features and draws all on one page: a triangle with a column per horizontal
    /// feature and a row per vertical one.
    func runPairs() throws -> RunResult {
        let (pairs, features) = try featurePairs()
        let size = pairsSize(featureCount: features.columns.count)
        if paths.format == .png {
            let dpi = request.page.dpi
            try MemoryLimit.current.check(
                MemoryNeeds.pixelMemory(of: size, dpi: dpi, request: "\(pairs.count) pairs of features"),
                for: "\(.dpi) \(DecimalText.shortest(dpi))", advice: "a smaller \(.dpi) needs less")
        }
        let candidate = candidates[0]
        environment.report(
            .fitsBegun(known: 0, total: pairs.count, missing: Array(repeating: candidate, count: pairs.count)))
        let results = mapBlocksUntilFailure(pairs.count, threads: environment.threads) { block in
            let drawn = try pairs[block].plan.drawnClassifiers()[0]
            environment.report(.fitDone(candidate))
            return drawn
        }
        let drawn = try results.compactMap { try $0?.get() }
        try environment.checkCancellation()
        var result = RunResult(classifiers: drawn.map(\.result))
        result.sheet = try writePairs(pairs, drawn, size: size)
        return result
    }

    /// Returns the pairs of features row by row from the top left of the triangle, and the features.
    ///
    /// All pairs have the same rows of the file, so that the same points are held out.
    private func featurePairs() throws -> ([FeaturePair], CSVFeatures) {
        guard case .file(let file) = loaded.source, let label = file.label else {
            throw RunError(.internalError, "pairs of features come from a file")
        }
        let limit = Self.greatestFeatureCount
        let (read, count): (CSVFeatures?, Int)
        let names = request.data.pairedFeatures
        do throws(CSVError) {
            (read, count) = try CSVFeatures.read(
                path: environment.dataPath ?? file.path, names: names, label: label, greatestCount: limit,
                options: file.options)
        } catch {
            throw RunError(error, remedy: loaded.remedy)
        }
        guard let features = read else {
            throw RunError(
                .badRequest,
                """
                '\(file.path)' has \(count) features, and the pairs of \(limit) have room on a page; --features names those \
                to draw
                """)
        }
        if features.missingRowCount > 0 {
            let text = LoadedData.missingText(
                features.missingRowCount, of: features.rowCount + features.missingRowCount,
                columns: features.missingColumns, words: features.missingWords)
            environment.note(.note("\(text): left out of all pairs"))
        }
        var environment = environment
        environment.threads = threadsPerBlock(
            features.columns.count * (features.columns.count - 1) / 2, threads: environment.threads)
        environment.report = { _ in }
        var request = request
        (request.product, request.outputs) = (.sheet, Outputs())
        var pairs: [FeaturePair] = []
        for y in features.columns.indices {
            for x in 0..<y {
                let loaded = loaded.pair(x: x, y: y, of: features)
                request.data = loaded.source
                pairs.append(
                    FeaturePair(
                        names: [features.columns[x].title, features.columns[y].title],
                        plan: try Plan(request, in: environment, loaded: loaded)))
            }
        }
        return (pairs, features)
    }

    private func pairsSize(featureCount: Int) -> Size {
        let count = featureCount - 1
        return request.page.sheetPoints(panelCount: count * count, columnCount: count)
    }

    private func writePairs(_ pairs: [FeaturePair], _ drawn: [DrawnClassifier], size: Size) throws -> PictureFile {
        let scored = drawn.map(\.result.scored)
        let best = scored.bestOnTest
        let panels = try zip(pairs, drawn).enumerated().map { index, pair in
            SurfacePanel(
                axes: try pair.0.plan.panels(of: [pair.1])[0], name: "", subtitle: scored[index].panelSubtitle,
                gap: scored[index].gap, isBest: index == best)
        }
        let bestName = best.map { pairs[$0].names.joined(separator: " and ") }
        let name = scored[0].classifier.name
        let parts = zip(pairs, scored).map { pair, scored in
            "\(pair.names.joined(separator: " and ")), \(scored.shares)"
        }
        let text = pairs[0].plan.comparisonText(
            title: "\(name.firstUppercased) on every pair of features", scored: scored,
            ending: bestName.map { "best on held-out points: \($0) (framed)" },
            altText: """
                Decision regions of networks with \(name) on \(scored.count) pairs of features, with the shares of points \
                on the right side: \(parts.joined(separator: "; "))\
                \(bestName.map { "; best on the points held out: \($0)" } ?? "")
                """)
        let hasTitle = request.page.hasTitle
        var sheet = Sheet(
            of: panels, title: hasTitle ? text.title : "", subtitle: hasTitle ? text.subtitle : "", size: size,
            theme: style.theme)
        sheet.isTriangle = true
        return try write(sheet, text, subject: .pairs, of: scored, to: paths.paths[0])
    }
}

extension DataSource {
    /// The names of the features to pair; nil for all that could be chosen.
    fileprivate var pairedFeatures: [String]? {
        guard case .file(let file) = self, file.features != CSVColumns.everyFeature else { return nil }
        return file.features
    }

    /// The data of the first pair, which decide about rows and classes of a run before all pairs are read.
    var firstPair: DataSource {
        guard case .file(var file) = self else { return self }
        if let names = pairedFeatures, names.count > 1 { (file.x, file.y) = (names[0], names[1]) }
        file.features = nil
        return .file(file)
    }
}
