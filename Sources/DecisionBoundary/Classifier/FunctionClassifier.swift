public import Geometry
import Parallelism
import Synchronization

/// A classifier that is a function of one point.
public struct FunctionClassifier: Classifier {
    public let name: String
    private let kind: ScoreKind
    private let scores: @Sendable (Point) throws -> [Double]

    /// Creates a classifier from a function.
    ///
    /// - Parameters:
    ///   - name: the name in titles and legends.
    ///   - kind: what the scores are.
    ///   - scores: returns one score per class, in the order of the classes; the largest is that of the point's class.
    ///     It is called from several threads at once, with points in data units.
    public init(
        _ name: String, of kind: ScoreKind = .margin, scores: @escaping @Sendable (Point) throws -> [Double]
    ) {
        self.name = name
        self.kind = kind
        self.scores = scores
    }

    /// Evaluates the function at every point and grid point.
    ///
    /// - Throws: the first error of the function; `RunError` if it returns another number of scores than classes.
    public func answer(_ query: ClassifierQuery) throws -> ClassifierAnswer {
        let blockSize = 1024
        let finished = Atomic(0)
        let blocks = mapBlocksUntilFailure(
            (query.pointCount + blockSize - 1) / blockSize, threads: query.threads
        ) { block in
            try query.checkCancellation()
            let indices = block * blockSize..<min(query.pointCount, (block + 1) * blockSize)
            var scores: [Double] = []
            scores.reserveCapacity(indices.count * query.classCount)
            for index in indices { scores += try checkedScores(at: query[index], classCount: query.classCount) }
            query.report(finished.wrappingAdd(indices.count, ordering: .relaxed).newValue)
            return scores
        }
        // Missing blocks follow an error, which is thrown here.
        return try ClassifierAnswer(scores: blocks.flatMap { try $0?.get() ?? [] }, of: kind, query: query)
    }

    private func checkedScores(at point: Point, classCount: Int) throws -> [Double] {
        let scores = try scores(point)
        guard scores.count == classCount else {
            throw RunError(
                .badRequest,
                "'\(name)' gave \(scores.count) scores for the point (\(point.x), \(point.y)); \(classCount) are needed"
            )
        }
        return scores
    }
}
