import Datasets
import Files
import ModelSelection
import Parallelism
package import Training

/// A candidate and its validation fold, counted on through the repeats.
package struct Fit: Hashable, Sendable {
    package let candidate: Candidate
    package let fold: Int
}

extension Plan {
    /// All fits of a tuning: the largest network first, in descending order of `Candidate`; those of a network by fold.
    ///
    /// Shards are dealt in this order. If it changed, the shards of two versions would overlap.
    package var fits: [Fit] {
        candidates.sorted(by: >).flatMap { candidate in
            (0..<foldCount).map { Fit(candidate: candidate, fold: $0) }
        }
    }

    /// The number of folds of all repeats.
    private var foldCount: Int { folds.reduce(0) { $0 + $1.count } }

    /// Returns the scores of all candidates, sorted by size and λ.
    ///
    /// - Parameter scores: the scores of all fits.
    func crossValidations(_ scores: [Fit: FoldScore]) -> [CrossValidation] {
        candidates.sorted().map { candidate in
            CrossValidation(
                candidate: candidate,
                scores: (0..<foldCount).compactMap { scores[Fit(candidate: candidate, fold: $0)] })
        }
    }

    /// Returns the scores of `fits`. Fits in the journal are not repeated.
    ///
    /// The journal contains all finished fits, even after an error.
    ///
    /// - Parameter fits: fits to make, best the longest first.
    func scores(of fits: [Fit], journal: Journal?) throws -> [Fit: FoldScore] {
        var scores: [Fit: FoldScore] = [:]
        if let journal {
            try add(journal.contents, of: journal.path, to: &scores, remedy: "\(.startsOver) starts over")
        }
        let missing = fits.filter { scores[$0] == nil }
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
            let (index, fold) = fit.fold.quotientAndRemainder(dividingBy: folds[0].count)
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
        return scores
    }

    /// Adds the fits of a journal.
    ///
    /// - Parameters:
    ///   - path: the file of the journal.
    ///   - remedy: advice for a journal that was edited.
    /// - Throws: `RunError` if a fit contradicts the folds or itself.
    func add(
        _ contents: Journal.Contents, of path: String, to scores: inout [Fit: FoldScore], remedy: RequestMessage
    ) throws(RunError) {
        if contents.unreadableLineCount > 0 {
            let count = contents.unreadableLineCount
            let lines = "\(count) line\(count == 1 ? "" : "s")"
            let treatment = request.outputs.mergesShards ? "left out" : "made again"
            environment.note(.warning("\(lines) of '\(path)' cannot be read; these fits are \(treatment)"))
        }
        let pointCounts = contents.fits.isEmpty ? [] : pointCounts
        for (line, entry) in contents.fits {
            try check(entry, pointCounts: pointCounts, at: "'\(path)', line \(line)", remedy: remedy)
            scores[Fit(candidate: entry.candidate, fold: entry.score.fold)] = entry.score
        }
    }

    /// The number of points of every fold, through the repeats.
    private var pointCounts: [Int] {
        folds.flatMap { repeated in
            repeated.foldOfPoint.reduce(into: Array(repeating: 0, count: repeated.count)) { $0[$1] += 1 }
        }
    }

    /// - Parameters:
    ///   - pointCounts: the number of points of every fold, through the repeats.
    ///   - place: file and line of the entry.
    /// - Throws: `RunError` if the entry contradicts the folds or itself.
    private func check(
        _ entry: Journal.Entry, pointCounts: [Int], at place: String, remedy: RequestMessage
    ) throws(RunError) {
        let (score, stated) = (entry.score, entry.stated)
        let advice: RequestMessage = "so the file was edited; \(remedy)"
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
