import Datasets
import DecisionBoundary
import ModelSelection
import Parallelism
import Training

/// Trains every candidate on all folds but one, for each fold in turn, several at once.
struct TuneRun: Sendable {
    let data: DataParts
    let folds: Folds
    /// For each fold, of what is trained on; nil where points are taken as they are.
    let standardizations: [Standardization]?
    let candidates: [Candidate]
    /// What all networks have in common: all but sizes and λ.
    let settings: TrainingSettings
    let threads: Int

    /// A candidate and the fold that it does not see.
    private struct Fit: Hashable {
        let candidate: Candidate
        let fold: Int
    }

    var fitCount: Int { candidates.count * folds.count }

    /// The scores of all candidates in their order, those of the journal included.
    ///
    /// The largest networks are begun first. What is finished is in the journal when this ends, however it ends.
    ///
    /// - Throws: `Failure`, for one where the run is interrupted.
    func crossValidations(journal: Journal, progress: TuneProgress) throws -> [CrossValidation] {
        var scores = known(journal)
        let missing = fits.filter { scores[$0] == nil }.sorted { $0.candidate > $1.candidate }
        progress.begin(knownCount: fitCount - missing.count, candidates: missing.map(\.candidate))
        let results = results(of: missing, journal: journal, progress: progress)
        for (fit, result) in zip(missing, results) {
            if case .success(let score) = result { scores[fit] = score }
        }
        guard !Interruption.isRequested || scores.count == fitCount else {
            throw Failure(
                .interrupted,
                """
                interrupted; \(scores.count) of \(fitCount) fits are kept in '\(journal.path)', and the same command goes on \
                from there
                """)
        }
        for case .failure(let error) in results { throw error }
        return candidates.map { candidate in
            CrossValidation(
                candidate: candidate,
                scores: (0..<folds.count).compactMap { scores[Fit(candidate: candidate, fold: $0)] })
        }
    }

    /// A result for each fit; nil for those that were not begun after a failure.
    private func results(
        of fits: [Fit], journal: Journal, progress: TuneProgress
    ) -> [Result<FoldScore, any Error>?] {
        var settings = settings
        settings.threads = threadsPerBlock(fits.count, threads: threads)
        let plan = FitPlan(
            dataset: data.training, folds: folds, settings: settings, standardizations: standardizations)
        return mapBlocksUntilFailure(fits.count, threads: threads) { block in
            let score = try score(fits[block], plan: plan, journal: journal)
            progress.noteFinished(fits[block].candidate)
            return score
        }
    }

    /// One fit, which is in the journal when this returns.
    private func score(_ fit: Fit, plan: FitPlan, journal: Journal) throws -> FoldScore {
        let score = plan.score(fit.candidate, fold: fit.fold) { _ in !Interruption.isRequested }
        // Given up half way, it is no score.
        try Interruption.check()
        try journal.append(Journal.Entry(fit.candidate, score))
        return score
    }

    private var fits: [Fit] {
        candidates.flatMap { candidate in (0..<folds.count).map { Fit(candidate: candidate, fold: $0) } }
    }

    /// What the journal has of this run's fits.
    private func known(_ journal: Journal) -> [Fit: FoldScore] {
        let byName = Dictionary(candidates.map { (Journal.Entry.Name($0), $0) }) { first, _ in first }
        let known = journal.entries.compactMap { entry -> (Fit, FoldScore)? in
            guard let candidate = byName[entry.name], let score = entry.score.score else { return nil }
            return (Fit(candidate: candidate, fold: score.fold), score)
        }
        return Dictionary(known) { _, last in last }
    }
}
