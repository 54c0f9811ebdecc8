import ModelSelection
import Training

extension Plan {
    /// Computes all fits, trains the chosen network again, and draws heat map, curve and the picture of the network; or
    /// makes the fits of a shard.
    ///
    /// - Parameter merged: the scores of all fits, if they come from shards.
    func tune(_ settings: TuneSettings, merged: [Fit: FoldScore]?) throws -> RunResult {
        if let shard = request.outputs.shard { return RunResult(classifiers: [], shard: try make(shard)) }
        let journal = merged == nil && environment.write == nil ? try openJournal("tune.ndjson") : nil
        let validations = crossValidations(try merged ?? scores(of: fits, journal: journal))
        guard let winner = winner(of: validations, by: settings.rule) else {
            throw RunError(
                .badRequest,
                "no network has a finite cost in every fold; use other \(.hidden), other \(.lambda) or less \(.noise)")
        }
        do {
            let chosen = try drawChosen(validations[winner].candidate)
            let pictures = TunePictures(plan: self, validations: validations, winner: winner, chosen: chosen)
            var result = RunResult(classifiers: [chosen])
            let tuning = Tuning(
                validations: validations, winner: winner,
                comparison: ChanceComparison(
                    reference: winner, misclassified: validations.map { $0.outOfFoldErrors(folds) }),
                heatMap: try pictures.writeHeatMap(), curve: try pictures.writeCurve(),
                furtherPaths: [TuneFile.csv, .json].map { $0.path(in: paths) })
            result.tuning = tuning
            try files.write(Array(tuning.csv.utf8), to: TuneFile.csv.path(in: paths), .path)
            let summary = try summaryText(of: tuning, chosen: chosen)
            try files.write(summary, to: TuneFile.json.path(in: paths), .path)
            try files.writeSummary(text: summary)
            if let path = try request.outputs.modelPaths([ClassifierName(validations[winner].candidate)]).first {
                try writeModel(of: chosen, to: path)
            }
            journal?.remove()
            return result
        } catch let error as RunError where error.kind == .cancelled && journal != nil {
            throw RunError(
                .cancelled,
                """
                interrupted; all fits are kept in '\(journal?.path ?? "")', and the same command continues from there
                """)
        }
    }

    /// "5 folds", or "10 × 5 folds" of ten repeats.
    package var foldsText: String {
        let count = "\(folds.first?.count ?? 0) folds"
        return folds.count > 1 ? "\(folds.count) × \(count)" : count
    }

    /// Opens a journal in the folder of the pictures.
    func openJournal(_ name: String) throws -> Journal {
        try Journal(
            path: paths.path(beside: name), request: journalRequest, startsOver: request.outputs.startsOver)
    }

    /// The request, as far as the fits depend on it.
    var journalRequest: Request {
        var head = resolved(for: .heatMap, classifiers: Array(request.classifiers.indices))
        // Fits do not depend on the pictures, the order of the networks or the selection rule.
        (head.page, head.regions, head.grid) = (PageStyle(), RegionStyle(), GridSettings())
        head.classifiers = candidates.sorted().map(ClassifierRequest.network)
        if case .tune(var settings) = head.product {
            settings.rule = .best
            head.product = .tune(settings)
        }
        return head
    }

    /// Trains the chosen network on the whole training part, scores it once on the test part, and draws it.
    private func drawChosen(_ candidate: Candidate) throws -> ClassifierResult {
        var plan = self
        plan.request.product = .surface()
        plan.request.classifiers = [.network(candidate)]
        // The held-out points are the same in every repeat.
        plan.request.split?.repeats = 1
        plan.networks = [candidate]
        let name = "boundary-\(plan.names.fileNames(withLambda: true)[0])"
        plan.paths = PicturePaths(paths: [paths.path(ofPicture: name)], format: paths.format)
        return try plan.drawnClassifiers()[0].result
    }
}
