import Datasets
import Files
import Geometry
import ModelSelection
import Optimization
import Pictures
import Plotting
import ReportPage
import Training

/// A page that was written.
package struct ReportFile: Sendable {
    /// The file's path; "-" for standard output.
    package let path: String
    package let byteCount: Int
}

extension Plan {
    /// Writes the page of all classifiers.
    func writeReport(of drawn: [DrawnClassifier], to path: String) throws -> ReportFile {
        let scored = drawn.map(\.result.scored)
        let palette =
            try request.regions.chosenPalette(classCount: data.training.classCount)
            ?? .standard(classCount: data.training.classCount)
        let best = scored.bestOnTest
        let text = comparisonText(
            title: "Decision boundaries of \(scored.count) \(scored.count == 1 ? "classifier" : scored.noun)",
            scored: scored,
            ending: best.map { "best on held-out points: \(listedName(of: scored[$0]))" },
            // The description of the data has their number.
            countsAllPoints: false, altText: "")
        let names = reportNames(of: scored)
        let page = ReportPage(
            ReportContents(
                title: text.title,
                subtitle: [loaded.description, text.subtitle].filter { !$0.isEmpty }.joined(separator: " · "),
                baseline: baselineSentence,
                record: try request.outputs.hasMetadata
                    ? resolved(for: .sheet, product: .report, classifiers: Array(drawn.indices)).json : nil,
                settings: trainingSettings, training: data.training, test: data.test, limits: extent.limits,
                xTitle: request.page.xLabel ?? data.training.featureNames[0],
                yTitle: request.page.yLabel ?? data.training.featureNames[1],
                palettes: (palette, palette.adapted(to: .dark)),
                entries: try drawn.indices.map { try entry(drawn[$0], name: names[$0], index: $0) },
                selected: best ?? 0))
        let bytes = Array(try page.html().utf8)
        try environment.checkCancellation()
        try files.write(bytes, to: path, .path)
        return ReportFile(path: path, byteCount: bytes.count)
    }

    /// Returns names that differ: "3 hidden units, λ 0.01", or "3 hidden units, λ 0.01 (model.json)".
    private func reportNames(of scored: [ScoredClassifier]) -> [String] {
        var known: Set<String> = []
        return zip(scored, request.classifiers).map { scored, classifier in
            let base = listedName(of: scored) + (classifier.modelPath.map { " (\(AtomicFile.name(of: $0)))" } ?? "")
            var (name, number) = (base, 2)
            while !known.insert(name).inserted {
                name = "\(base) \(number)"
                number += 1
            }
            return name
        }
    }

    private var baselineSentence: String {
        let name = data.training.classNames[baseline.classIndex]
        let share = DecimalText.percent(baseline.testAccuracy ?? baseline.accuracy)
        return "Always answering '\(name)' is right for \(share) of the \(data.test == nil ? "" : "held-out ")points."
    }

    private func entry(_ drawn: DrawnClassifier, name: String, index: Int) throws -> ReportEntry {
        let (scored, request) = (drawn.result.scored, request.classifiers[index])
        let gap = scored.gap.map { ($0 < 0 ? "−" : "") + DecimalText.fixed(100 * abs($0), decimals: 1) }
        let origin =
            request.candidate == nil
            ? request.modelPath == nil ? "answers of another program" : "saved network" : nil
        let status = origin ?? scored.network?.trainingRemark ?? scored.network?.report.termination.rawValue ?? ""
        let remarks = [
            gap.map { "The train–test gap is \($0) percentage points." },
            origin == nil
                ? scored.network?.trainingRemark.map { "Training: \($0)." }
                : "This is \(request.modelPath == nil ? "another program's classifier" : "a saved network"), which cannot be retrained here.",
        ].compactMap(\.self)
        return ReportEntry(
            name: name,
            place: request.candidate.map {
                .init(size: HiddenLayers($0.hidden).text, lambda: DecimalText.shortest($0.lambda))
            },
            sentence: (["Right for \(scored.shares)."] + remarks).joined(separator: " "),
            accuracies: (DecimalText.percent(scored.trainingScore.accuracy), scored.testAccuracyText), gap: gap,
            status: status, errors: (1 - scored.trainingScore.accuracy, scored.testScore.map { 1 - $0.accuracy }),
            interval: scored.testScore.map { score in
                let interval = WilsonInterval(of: score).complement
                return interval.low...interval.high
            },
            classes: scored.classes, regions: drawn.regions, command: try command(drawing: index),
            network: scored.network.map { facts in
                let network = facts.inDataUnits(facts.report.network)
                return JSONValue([
                    "layers": network.shape.hidden, "activation": network.shape.activation.rawValue,
                    "lambda": facts.report.lambda, "thetaInDataUnits": network.theta,
                ])
            })
    }

    /// The settings with which the page trains networks: those of the run.
    private var trainingSettings: JSONValue {
        let (training, grid) = (request.training, request.grid)
        var generated: JSONValue?
        if case .generated(let set) = request.data {
            let margin = grid.margin ?? AxisPair(GridSettings.defaultMargin)
            generated = JSONValue([
                "set": set.name.rawValue, "samples": set.samples, "seed": Int(set.seed),
                "noise": set.noise ?? set.name.defaultNoise, "factor": set.factor, "centers": set.centers,
                "spread": set.spread, "margin": [margin.x, margin.y],
            ])
        }
        return JSONValue([
            "generated": generated, "standardize": data.standardization != nil,
            "step": [extent.step.x, extent.step.y],
            "split": request.split.map { split in
                // The last points of other data are their share.
                let share = Double(data.test?.points.count ?? 0) / Double(data.points.count)
                return JSONValue([
                    "testFraction": split.lastCount == nil ? split.testFraction : share, "seed": Int(split.seed),
                    "stratify": split.isStratified,
                ])
            },
            "activation": (request.classifiers.lazy.compactMap(\.candidate).first?.activation ?? .sigmoid).rawValue,
            "optimizer": training.optimizer?.rawValue, "tolerance": training.tolerance,
            "maxIterations": training.maxIterations, "seed": Int(training.initialSeed), "restarts": training.restarts,
        ])
    }

    /// Returns a shell command that draws a classifier; empty without metadata, and for predictions that were handed over.
    ///
    /// A request from a file runs no command, unless the same one stands on the command line.
    private func command(drawing index: Int) throws -> String {
        let classifier = request.classifiers[index]
        guard request.outputs.hasMetadata, classifier.recorded.predictionsPath != "-" else { return "" }
        let json = try resolved(for: .network, product: .surface(), classifiers: [index]).json
        let option = classifier.command.map { " --classifier \("\(classifier.givenName ?? $0)=\($0)".inQuotes)" } ?? ""
        return "printf %s \(json.inQuotes) | boundaryplot --request -\(option) -o boundary.png"
    }

    /// Returns the request of another product of the same run, with data and step filled in.
    private func resolved(for subject: PictureSubject, product: Product, classifiers: [Int]) -> Request {
        var resolved = resolved(for: subject, classifiers: classifiers)
        resolved.product = product
        if product == .surface() { (resolved.page.title, resolved.page.legend) = (nil, .auto) }
        return resolved
    }
}

extension String {
    /// The text as one word of a shell.
    fileprivate var inQuotes: String {
        "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}
