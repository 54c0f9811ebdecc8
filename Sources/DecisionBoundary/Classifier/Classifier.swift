import ElementaryFunctions
public import Geometry
import Meshgrid

/// A classifier that a run scores and draws.
///
/// Titles, tables, sheets and differences use this protocol only; a cross-entropy and the values of theta come from
/// `network`.
public protocol Classifier: Sendable {
    /// The name in titles and legends: "3 hidden units".
    var name: String { get }
    /// The facts of a network; nil for any other classifier.
    var network: NetworkFacts? { get }

    /// Evaluates the classifier at all points of a picture at once.
    ///
    /// - Throws: any error of the classifier; `RunError` of the kind `cancelled` if the query is cancelled.
    func answer(_ query: ClassifierQuery) throws -> ClassifierAnswer
}

extension Classifier {
    public var network: NetworkFacts? { nil }
}

/// The points at which a classifier is evaluated for one picture.
public struct ClassifierQuery: Sendable {
    /// The points of the data, in data units.
    public let points: [Point]
    /// The index in `points` of each row of the data, which a division has put into another order.
    let pointOfRow: [Int]
    /// The grid of the picture, in data units; nil if no surface is drawn.
    public let grid: RegularGrid?
    /// K, the number of classes.
    public let classCount: Int
    /// The maximum number of threads.
    public let threads: Int
    /// Called with the number of points evaluated so far.
    public let report: @Sendable (_ pointCount: Int) -> Void
    /// Returns true if the query is cancelled.
    public let isCancelled: @Sendable () -> Bool

    /// - Throws: `RunError` of the kind `cancelled` if the query is cancelled.
    public func checkCancellation() throws(RunError) {
        if isCancelled() { throw .cancelled }
    }

    /// The total number of points and grid points.
    public var pointCount: Int { points.count + (grid?.pointCount ?? 0) }

    /// Returns the point at an index: the points of the data, then the grid row by row with y ascending.
    public subscript(index: Int) -> Point {
        guard index >= points.count, let grid else { return points[index] }
        let (row, column) = (index - points.count).quotientAndRemainder(dividingBy: grid.columnCount)
        return Point(x: grid.x[column], y: grid.y[row])
    }

    /// Returns the point of a row: the rows of the data in their order, then the grid.
    func point(ofRow row: Int) -> Point { self[row < points.count ? pointOfRow[row] : row] }
}

/// The answer of a classifier to a query.
public struct ClassifierAnswer: Sendable {
    /// The class index of every point of the data, in order.
    let classes: [Int]
    /// The response over the grid of the query; nil without a grid.
    let response: (any ResponseFunction)?
    /// What the fields of the response come from; nil for classes alone, whose fields are 1 and −1.
    let kind: ScoreKind?
    /// SHA-256 of the file of the answer; nil for other classifiers.
    var sha256: String?

    /// The probability whose logarithm stands for that of smaller ones.
    private static let leastProbability = 1e-9

    /// Creates an answer from K scores per point.
    ///
    /// The class of a point is the class with the largest score, the first on a tie. Probabilities p become scores
    /// 2 log p, so that their fields are twice the log-odds, like those of networks; the least probability is 1e-9.
    ///
    /// - Parameters:
    ///   - scores: row-major `query.pointCount × K`; the points of the data, then the grid row by row with y ascending.
    ///   - kind: what the scores are.
    /// - Throws: `RunError` unless there are K scores per point.
    public init(scores: [Double], of kind: ScoreKind = .margin, query: ClassifierQuery) throws(RunError) {
        let classCount = query.classCount
        guard scores.count == query.pointCount * classCount else {
            throw RunError(
                .badRequest,
                """
                a classifier gave \(scores.count) scores; \(classCount) for each of the \(query.pointCount) points and grid \
                points are needed
                """)
        }
        var scores = scores
        if kind == .probability {
            for index in scores.indices { scores[index] = 2 * .log(max(scores[index], Self.leastProbability)) }
        }
        let pointScoreCount = query.points.count * classCount
        let classes = stride(from: 0, to: pointScoreCount, by: classCount).map { start in
            var best = start
            for index in start..<start + classCount where scores[index] > scores[best] { best = index }
            return best - start
        }
        self.init(
            classes: classes,
            response: query.grid.map {
                GridScores(scores: scores[pointScoreCount...], classCount: classCount, grid: $0)
            }, kind: kind)
    }

    /// Creates an answer from one class per point, in the order of `scores` above.
    init(classes: [UInt8], query: ClassifierQuery) {
        self.init(
            classes: classes.prefix(query.points.count).map(Int.init),
            response: query.grid.map {
                GridClasses(classes: classes[query.points.count...], classCount: query.classCount, grid: $0)
            }, kind: nil)
    }

    /// - Parameter kind: what the fields of the response come from.
    init(classes: [Int], response: (any ResponseFunction)?, kind: ScoreKind?) {
        (self.classes, self.response, self.kind) = (classes, response, kind)
    }
}

/// The scores of a classifier at the points of one grid.
private struct GridScores: ResponseFunction, ResponseRows {
    /// Row-major `grid.pointCount × K`.
    let scores: ArraySlice<Double>
    let classCount: Int
    let grid: RegularGrid

    var fieldCount: Int { classCount - 1 }

    func rows(over grid: RegularGrid) -> GridScores {
        precondition(grid == self.grid, "scores belong to one grid")
        return self
    }

    /// Writes d_k = max_{j ≥ k} z_j − max_{j < k} z_j for the scores z of each grid point of a row.
    func evaluate(row: Int, into values: UnsafeMutableBufferPointer<Double>) {
        var start = scores.startIndex + row * grid.columnCount * classCount
        for column in 0..<grid.columnCount {
            var upper = -Double.infinity
            for index in (1..<classCount).reversed() {
                upper = max(upper, scores[start + index])
                values.initializeElement(at: (index - 1) * grid.columnCount + column, to: upper)
            }
            var lower = -Double.infinity
            for index in 1..<classCount {
                lower = max(lower, scores[start + index - 1])
                values[(index - 1) * grid.columnCount + column] -= lower
            }
            start += classCount
        }
    }
}
