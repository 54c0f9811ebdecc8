public import Datasets
public import Geometry
public import Training

/// A trained network with what predictions need: projection and standardization, and the names of features and classes.
public struct SavedModel: Hashable, Sendable {
    /// The network as it was trained, on standardized points if there is a standardization.
    public let network: NeuralNetwork
    /// Transformation of points before the network sees them; nil if they are used as they are.
    public let standardization: Standardization?
    /// The projection of rows of several features onto points; nil if rows have two features, which are the points.
    public let projection: Projection?
    /// Names of the two features of points, x first.
    public let featureNames: [String]
    /// One name per class, by index; all different.
    public let classNames: [String]
    /// λ of the training.
    public let lambda: Double
    /// Description of the training data; nil if unknown.
    public let dataDescription: String?

    /// - Precondition: two features; a name for each class of the network, of which there are two or more; λ of 0 or
    ///   more, and finite.
    public init(
        network: NeuralNetwork, standardization: Standardization? = nil, featureNames: [String] = ["x1", "x2"],
        classNames: [String] = ["0", "1"], lambda: Double, dataDescription: String? = nil,
        projection: Projection? = nil
    ) {
        precondition(featureNames.count == 2, "a model has two features")
        precondition(
            classNames.count == network.classCount && classNames.count >= 2, "a model has a name for each class")
        precondition(lambda >= 0 && lambda.isFinite, "λ is 0 or greater")
        self.network = network
        self.standardization = standardization
        self.projection = projection
        self.featureNames = featureNames
        self.classNames = classNames
        self.lambda = lambda
        self.dataDescription = dataDescription
    }

    /// The names of the columns of a row: those of the projected features, or of the two features.
    public var columnNames: [String] { projection?.featureNames ?? featureNames }

    /// Returns a row as a point in data units.
    ///
    /// - Precondition: a value for each of `columnNames`.
    public func point(of row: ArraySlice<Double>) -> Point {
        projection?.apply(to: row) ?? Point(x: row[row.startIndex], y: row[row.startIndex + 1])
    }

    /// The network for points in data units, which is the one that is drawn.
    public var networkInDataUnits: NeuralNetwork {
        standardization.map { network.destandardized(by: $0) } ?? network
    }
}
