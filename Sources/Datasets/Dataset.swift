public import Geometry

/// Labelled points with two features.
///
/// Point `i` has the class `classNames[labels[i]]`.
public struct Dataset: Hashable, Sendable {
    /// The points, in data units; one or more.
    public let points: [Point]
    /// The class index of each point, in `0 ..< classNames.count`.
    public let labels: [Int]
    /// The names of the two features, x first.
    public let featureNames: [String]
    /// The names of the classes, in the order of their indices; two or more.
    public let classNames: [String]

    /// Creates a data set from its parts.
    ///
    /// - Precondition: one or more points; as many labels, each a valid class index; two features; two or more classes.
    public init(
        points: [Point], labels: [Int], featureNames: [String] = ["x1", "x2"], classNames: [String] = ["0", "1"]
    ) {
        precondition(!points.isEmpty, "a data set needs a point")
        precondition(points.count == labels.count, "a data set needs one label per point")
        precondition(featureNames.count == 2, "a data set needs two features")
        precondition(classNames.count >= 2, "a data set needs two or more classes")
        precondition(labels.allSatisfy(classNames.indices.contains), "a label must be the index of a class")
        self.points = points
        self.labels = labels
        self.featureNames = featureNames
        self.classNames = classNames
    }

    /// The number of classes, including those without a point.
    public var classCount: Int { classNames.count }

    /// The bounding box of the points, in data units.
    public var bounds: Rectangle {
        let first = points[0]
        var bounds = Rectangle(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)
        for point in points.dropFirst() {
            bounds.minX = min(bounds.minX, point.x)
            bounds.maxX = max(bounds.maxX, point.x)
            bounds.minY = min(bounds.minY, point.y)
            bounds.maxY = max(bounds.maxY, point.y)
        }
        return bounds
    }

    /// Returns the points of `indices`, in that order, with the same names of features and classes.
    ///
    /// An index may occur more than once. A class that loses its last point remains a class.
    ///
    /// - Precondition: one or more valid indices.
    public func subset(_ indices: [Int]) -> Dataset {
        replacing(points: indices.map { points[$0] }, labels: indices.map { labels[$0] })
    }

    /// Returns a data set of other points with the same names of features and classes.
    func replacing(points: [Point], labels: [Int]) -> Dataset {
        Dataset(points: points, labels: labels, featureNames: featureNames, classNames: classNames)
    }
}
