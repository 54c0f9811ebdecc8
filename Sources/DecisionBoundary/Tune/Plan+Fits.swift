import Datasets
import ModelSelection
import Parallelism
import Training

/// A candidate and its validation fold.
private struct Fit: Hashable {
    let candidate: Candidate
    let fold: Int
}

extension Plan {
    /// Returns the scores of all candidates, sorted by size and λ. Fits in the journal are not repeated.
    ///
    /// The largest networks start first. The journal contains all finished fits, even after an error.
    func crossValidations(folds: Folds, journal: Journal?) throws -> [CrossValidation] {
        let candidates = self.candidates.sorted()
        let fits = candidates.flatMap { candidate in
            (0..<folds.count).map { Fit(candidate: candidate, fold: $0) }
        }
        var scores: [Fit: FoldScore] = [:]
        for (line, entry) in journal?.entries ?? [] {
            let (fold, found) = (entry.score.fold, entry.score.validationCount)
            guard found == folds.foldOfPoint.count(where: { $0 == fold }) else {
                throw RunError(
                    .badData,
                    """
                    '\(journal?.path ?? "")', line \(line): fold \(fold) does not have \(found) points, so the file was \
                    edited; \(.startsOver) starts over
                    """)
            }
            scores[Fit(candidate: entry.candidate, fold: fold)] = entry.score
        }
        let missing = fits.filter { scores[$0] == nil }.sorted { $0.candidate > $1.candidate }
        environment.report(
            .fitsBegun(
                known: fits.count - missing.count, total: fits.count, missing: missing.map(\.candidate)))
        let fitPlan = FitPlan(
            dataset: data.training, folds: folds, standardizations: try standardizations(folds: folds),
            restartCount: request.training.restarts
        ) { [training = request.training, threads = threadsPerBlock(missing.count, threads: environment.threads)] in
            var settings = training.settings(for: $0)
            settings.threads = threads
            return settings
        }
        let results = mapBlocksUntilFailure(missing.count, threads: environment.threads) { block in
            let fit = missing[block]
            let score = fitPlan.score(fit.candidate, fold: fit.fold) { _ in !environment.isCancelled() }
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
                scores: (0..<folds.count).compactMap { scores[Fit(candidate: candidate, fold: $0)] })
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
