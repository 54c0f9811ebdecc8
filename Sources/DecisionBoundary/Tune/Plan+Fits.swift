import Datasets
import Files
import ModelSelection
import Parallelism
import Training

/// A candidate and its validation fold, counted on through the repeats.
private struct Fit: Hashable {
    let candidate: Candidate
    let fold: Int
}

extension Plan {
    /// Returns the scores of all candidates, sorted by size and λ. Fits in the journal are not repeated.
    ///
    /// The largest networks start first. The journal contains all finished fits, even after an error.
    func crossValidations(journal: Journal?) throws -> [CrossValidation] {
        let candidates = self.candidates.sorted()
        let foldCount = folds[0].count
        let pointCounts = folds.flatMap { repeated in
            (0..<foldCount).map { fold in repeated.foldOfPoint.count { $0 == fold } }
        }
        let fits = candidates.flatMap { candidate in
            pointCounts.indices.map { Fit(candidate: candidate, fold: $0) }
        }
        var scores: [Fit: FoldScore] = [:]
        for (line, entry) in journal?.entries ?? [] {
            try check(entry, pointCounts: pointCounts, at: "'\(journal?.path ?? "")', line \(line)")
            scores[Fit(candidate: entry.candidate, fold: entry.score.fold)] = entry.score
        }
        let missing = fits.filter { scores[$0] == nil }.sorted { $0.candidate > $1.candidate }
        environment.report(
            .fitsBegun(
                known: fits.count - missing.count, total: fits.count, missing: missing.map(\.candidate)))
        let threads = threadsPerBlock(missing.count, threads: environment.threads)
        let fitPlans = try folds.map { folds in
            FitPlan(
                dataset: data.training, folds: folds, standardizations: try standardizations(folds: folds),
                restartCount: request.training.restarts
            ) { [training = request.training] in
                var settings = training.settings(for: $0)
                settings.threads = threads
                return settings
            }
        }
        let results = mapBlocksUntilFailure(missing.count, threads: environment.threads) { block in
            let fit = missing[block]
            let (index, fold) = fit.fold.quotientAndRemainder(dividingBy: foldCount)
            var score = fitPlans[index].score(fit.candidate, fold: fold) { _ in !environment.isCancelled() }
            score.fold = fit.fold
            // A cancelled fit has no score.
            try environment.checkCancellation()
            try journal?.append(Journal.Entry(fit.candidate, score))
            environment.report(.fitDone(fit.candidate))
            return score
        }
        for (fit, result) in zip(missing, results) {
            if case .success(let score) = result { scores[fit] = score }
        }
        guard !environment.isCancelled() || fits.allSatisfy({ scores[$0] != nil }) else {
            let count = fits.count { scores[$0] != nil }
            let kept = journal.map {
                "; \(count) of \(fits.count) fits are kept in '\($0.path)', and the same command continues from there"
            }
            throw RunError(.cancelled, "interrupted\(kept ?? "")")
        }
        for case .failure(let error) in results { throw error }
        return candidates.map { candidate in
            CrossValidation(
                candidate: candidate,
                scores: pointCounts.indices.compactMap { scores[Fit(candidate: candidate, fold: $0)] })
        }
    }

    /// - Parameters:
    ///   - pointCounts: the number of points of every fold, through the repeats.
    ///   - place: file and line of the entry.
    /// - Throws: `RunError` if the entry contradicts the folds or itself.
    private func check(_ entry: Journal.Entry, pointCounts: [Int], at place: String) throws(RunError) {
        let (score, stated) = (entry.score, entry.stated)
        let advice: RequestMessage = "so the file was edited; \(.startsOver) starts over"
        guard pointCounts.indices.contains(score.fold), Double(pointCounts[score.fold]) == stated.points else {
            throw RunError(
                .badData,
                "\(place): fold \(score.fold) does not have \(DecimalText.shortest(stated.points)) points, \(advice)")
        }
        guard Double(score.validationCount) == stated.points, Double(score.validationErrorCount) == stated.errors else {
            throw RunError(
                .badData,
                """
                \(place): 'correct' has \(score.validationErrorCount) errors of \(score.validationCount) points, and \
                'validationErrors' of 'validationCount' is \(DecimalText.shortest(stated.errors)) of \
                \(DecimalText.shortest(stated.points)), \(advice)
                """)
        }
    }

    /// Returns the standardisation of the training points of each fold; nil if networks take data units.
    private func standardizations(folds: Folds) throws(RunError) -> [Standardization]? {
        guard data.standardization != nil else { return nil }
        do throws(StandardizationError) {
            return try FitPlan.standardizations(of: data.training, folds: folds)
        } catch {
            throw RunError(.badData, "of the points outside of a fold, \(error); use fewer \(.folds)")
        }
    }
}
