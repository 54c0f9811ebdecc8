import Datasets
import FoundationEssentials
import Geometry
import Training

/// Models as files: JSON with sorted keys, numbers in the shortest digits that read back exactly.
///
///     {"activation": "sigmoid", "classes": ["0", "1"], "data": "…", "features": ["x1", "x2"],
///      "format": "boundaryplot-model", "lambda": 0.001, "layers": [2, 3, 2],
///      "standardization": {"deviation": [1, 1], "mean": [0, 0]}, "theta": [0.5, …], "version": 1}
///
/// `standardization` is null where points are taken as they are, `data` left out where nothing is known. Keys that are
/// not listed are passed over: later versions may add some.
extension SavedModel {
    /// What the key `format` says.
    static let format = "boundaryplot-model"
    /// What the key `version` says.
    static let version = 1

    /// The model as a file has it.
    ///
    /// - Throws: `SavedModelError.notFinite` where theta has numbers that JSON has no word for.
    public func json() throws(SavedModelError) -> [UInt8] {
        if let index = network.theta.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(key: "theta[\(index)]")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(Text(self)) else { preconditionFailure("finite numbers have JSON") }
        return Array(data) + [UInt8(ascii: "\n")]
    }

    /// Reads a model from a file's bytes, whatever they are.
    ///
    /// - Throws: `SavedModelError`.
    public init(json bytes: some Collection<UInt8>) throws(SavedModelError) {
        let reader = try ModelReader(bytes)
        let network = try reader.network()
        self.init(
            network: network, standardization: try reader.standardization(), featureNames: try reader.featureNames(),
            classNames: try reader.classNames(outputs: network.classCount), lambda: try reader.lambda(),
            dataDescription: try reader.dataDescription())
    }

    /// The keys of the file.
    private struct Text: Encodable {
        let format = SavedModel.format
        let version = SavedModel.version
        let layers: [Int]
        let activation: String
        let theta: [Double]
        let standardization: Moments?
        let features: [String]
        let classes: [String]
        let lambda: Double
        let data: String?

        struct Moments: Encodable {
            let mean: [Double]
            let deviation: [Double]

            init(_ standardization: Standardization) {
                mean = [standardization.mean.x, standardization.mean.y]
                deviation = [standardization.deviation.x, standardization.deviation.y]
            }
        }

        init(_ model: SavedModel) {
            layers = model.network.shape.unitCounts
            activation = model.network.shape.activation.rawValue
            theta = model.network.theta
            standardization = model.standardization.map(Moments.init)
            features = model.featureNames
            classes = model.classNames
            lambda = model.lambda
            data = model.dataDescription
        }

        private enum CodingKeys: CodingKey {
            case format, version, layers, activation, theta, standardization, features, classes, lambda, data
        }

        /// As it would be made, but for the null of a standardisation that is none.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(format, forKey: .format)
            try container.encode(version, forKey: .version)
            try container.encode(layers, forKey: .layers)
            try container.encode(activation, forKey: .activation)
            try container.encode(theta, forKey: .theta)
            try container.encode(standardization, forKey: .standardization)
            try container.encode(features, forKey: .features)
            try container.encode(classes, forKey: .classes)
            try container.encode(lambda, forKey: .lambda)
            try container.encodeIfPresent(data, forKey: .data)
        }
    }
}
