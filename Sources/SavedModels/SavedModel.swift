public import Datasets
public import Training

/// A trained network with all that predictions from a file take: how points are standardised, and what features and
/// classes are called.
public struct SavedModel: Hashable, Sendable {
    /// The network as it was trained: on standardised points where there is a standardisation.
    public let network: NeuralNetwork
    /// What is done to points before the network sees them; nil where they are taken as they are.
    public let standardization: Standardization?
    /// The names of the two features, x first.
    public let featureNames: [String]
    /// One name for each class, in the order of their indices; all different.
    public let classNames: [String]
    /// λ, with which the network was trained.
    public let lambda: Double
    /// What it was trained on, in words; nil where nothing is known.
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

    /// The network that takes points in data units: what is drawn.
    public var networkInDataUnits: NeuralNetwork {
        standardization.map { network.destandardized(by: $0) } ?? network
    }
}
