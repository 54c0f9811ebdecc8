public import Datasets
public import Training

/// A trained network with what predictions need: the standardization of points, and the names of features and classes.
public struct SavedModel: Hashable, Sendable {
    /// The network as it was trained, on standardized points if there is a standardization.
    public let network: NeuralNetwork
    /// Transformation of points before the network sees them; nil if they are used as they are.
    public let standardization: Standardization?
    /// Names of the two features, x first.
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
        classNames: [String] = ["0", "1"], lambda: Double, dataDescription: String? = nil
    ) {
        precondition(featureNames.count == 2, "a model has two features")
        precondition(
            classNames.count == network.classCount && classNames.count >= 2, "a model has a name for each class")
        precondition(lambda >= 0 && lambda.isFinite, "λ is 0 or greater")
        self.network = network
        self.standardization = standardization
        self.featureNames = featureNames
        self.classNames = classNames
        self.lambda = lambda
        self.dataDescription = dataDescription
    }

    /// The network for points in data units, which is the one that is drawn.
    public var networkInDataUnits: NeuralNetwork {
        standardization.map { network.destandardized(by: $0) } ?? network
    }
}
