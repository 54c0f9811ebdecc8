import Geometry
public import Meshgrid

/// A classifier that is a response over the plane, such as a network that another program trained.
public struct ResponseClassifier: Classifier {
    public let name: String
    private let response: any ResponseFunction

    /// Creates a classifier from a response to points in data units.
    ///
    /// - Parameter name: the name in titles and legends.
    public init(_ name: String, _ response: some ResponseFunction) {
        self.name = name
        self.response = response
    }

    /// - Throws: `RunError` if the response tells another number of classes apart than the data have.
    public func answer(_ query: ClassifierQuery) throws -> ClassifierAnswer {
        guard response.fieldCount == query.classCount - 1 else {
            throw RunError(
                .badRequest,
                "'\(name)' tells \(response.fieldCount + 1) classes apart, and the data have \(query.classCount)")
        }
        let classes = try query.points.map { point in
            try query.checkCancellation()
            return response.classIndex(at: point)
        }
        query.report(query.points.count)
        return ClassifierAnswer(classes: classes, response: query.grid == nil ? nil : response, kind: .probability)
    }
}

extension ResponseFunction {
    /// Returns the class of a point: the largest k with d_k > 0, or 0.
    fileprivate func classIndex(at point: Point) -> Int {
        // The smallest grid with the point in its corner.
        let grid = RegularGrid(
            x: SampledAxis(start: point.x, step: point.x.cellSize, count: 2),
            y: SampledAxis(start: point.y, step: point.y.cellSize, count: 2))
        let values = [Double](unsafeUninitializedCapacity: 2 * fieldCount) { buffer, count in
            rows(over: grid).evaluate(row: 0, into: buffer)
            count = buffer.count
        }
        return (0..<fieldCount).last { values[2 * $0] > 0 }.map { $0 + 1 } ?? 0
    }
}

extension Double {
    /// A step that changes the coordinate.
    fileprivate var cellSize: Double { Swift.max(1, Swift.abs(self)) }
}
