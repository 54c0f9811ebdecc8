import Datasets
import ModelSelection
import Parallelism
import Training

extension Plan {
    /// Trains every network on the first points of the training part alone, for each number of points but the last.
    ///
    /// Features are standardised by the same points. The largest fits start first.
    ///
    /// - Parameter classifiers: the networks trained on all points, in the order of the request.
    /// - Returns: the places of all networks, those of `classifiers` included.
    func learningPlaces(of classifiers: [ClassifierResult]) throws -> [CurvePlace] {
        let counts = LearningSizes.counts(pointCount: data.training.points.count)
        let parts = try counts.dropLast().map { count throws(RunError) in try data.prefix(count) }
        let fits = classifiers.compactMap(\.scored.network).flatMap { network in
            parts.indices.map { (candidate: network.candidate, part: $0) }
        }.sorted { ($0.candidate, $0.part) > ($1.candidate, $1.part) }
        environment.report(.fitsBegun(known: 0, total: fits.count, missing: fits.map(\.candidate)))
        let threads = threadsPerBlock(fits.count, threads: environment.threads)
        let results = mapBlocksUntilFailure(fits.count, threads: environment.threads) { block in
            let (candidate, part) = fits[block]
            let network = NetworkClassifier(
                training: candidate, settings: request.training.settings(for: candidate),
                restartCount: request.training.restarts, data: parts[part], threads: threads
            ) { _ in !environment.isCancelled() }
            // A cancelled fit has no score.
            try environment.checkCancellation()
            environment.report(.fitDone(candidate))
            return network.network.flatMap { CurvePlace($0, pointCount: counts[part]) }
        }
        let places = try results.compactMap { try $0?.get() }.compactMap(\.self)
        return places + allPlaces(of: classifiers)
    }
}
