import Datasets
import Geometry
import Training

/// The keys of a model's file.
struct ModelText: Codable {
    var format = SavedModel.format
    var version = SavedModel.version
    let layers: [Double]
    let activation: String
    let theta: [Double]
    let standardization: Nullable<Moments>
    let features: [String]
    let classes: [String]
    let lambda: Double
    let data: String?
    let projection: ProjectionText?

    struct ProjectionText: Codable {
        let features: [String]
        let mean: [Double]
        let deviation: [Double]
        let components: [[Double]]
        let explainedVarianceRatio: [Double]
    }

    struct Moments: Codable {
        let mean: [Double]
        let deviation: [Double]
    }

    /// A value or null: unlike an optional one, it is written as null, and its key must be there.
    struct Nullable<Value: Codable>: Codable {
        let value: Value?

        init(_ value: Value?) { self.value = value }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            value = container.decodeNil() ? nil : try container.decode(Value.self)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(value)
        }
    }

    init(_ model: SavedModel) {
        layers = model.network.shape.unitCounts.map(Double.init)
        activation = model.network.shape.activation.rawValue
        theta = model.network.theta
        standardization = Nullable(
            model.standardization.map {
                Moments(mean: [$0.mean.x, $0.mean.y], deviation: [$0.deviation.x, $0.deviation.y])
            })
        features = model.featureNames
        classes = model.classNames
        lambda = model.lambda
        data = model.dataDescription
        projection = model.projection.map {
            ProjectionText(
                features: $0.featureNames, mean: $0.mean, deviation: $0.deviation, components: $0.components,
                explainedVarianceRatio: $0.explainedVarianceRatio)
        }
    }
}

extension ModelText {
    /// A text of the known format and version, which are looked at before its other keys.
    struct Checked: Decodable {
        let text: ModelText

        init(from decoder: any Decoder) throws {
            guard let container = try? decoder.container(keyedBy: CodingKeys.self),
                (try? container.decode(String.self, forKey: .format)) == SavedModel.format
            else { throw SavedModelError.otherFormat }
            let version = try container.decode(Double.self, forKey: .version)
            guard version == Double(SavedModel.version) else { throw SavedModelError.otherVersion(version) }
            text = try ModelText(from: decoder)
        }
    }
}

extension SavedModel {
    /// Checks what the types of the keys do not say.
    init(_ text: ModelText) throws(SavedModelError) {
        let network = try text.network()
        guard text.features.count == 2 else { throw .wrongValue(key: "features", wanted: "a list of 2 texts") }
        let classCount = text.classes.count
        guard classCount >= 2 && classCount == network.classCount else {
            throw .wrongClassCount(classCount, outputs: network.classCount)
        }
        guard Set(text.classes).count == classCount else {
            throw .wrongValue(key: "classes", wanted: "a list of texts that all differ")
        }
        guard text.lambda >= 0 else { throw .wrongValue(key: "lambda", wanted: "a number of 0 or more") }
        self.init(
            network: network, standardization: try text.standardization.value?.standardization(),
            featureNames: text.features, classNames: text.classes, lambda: text.lambda, dataDescription: text.data,
            projection: try text.projection?.projection())
    }
}

extension ModelText {
    fileprivate func network() throws(SavedModelError) -> NeuralNetwork {
        let layers = layers.map { Int(exactly: $0) ?? 0 }
        guard layers.count >= 2, layers[0] == 2, layers.allSatisfy({ $0 >= 1 }) else {
            throw .wrongValue(key: "layers", wanted: "a list of whole numbers from 1, the first of them 2,")
        }
        // In floating-point numbers, which cannot overflow.
        let parameterCount = zip(layers, layers.dropFirst()).reduce(0) { $0 + Double($1.1) * (1 + Double($1.0)) }
        guard Double(theta.count) == parameterCount else { throw .wrongThetaCount(theta.count, layers: layers) }
        guard let activation = Activation(rawValue: activation) else { throw .unknownActivation(activation) }
        return NeuralNetwork(shape: NetworkShape(unitCounts: layers, activation: activation), theta: theta)
    }
}

extension ModelText.ProjectionText {
    fileprivate func projection() throws(SavedModelError) -> Projection {
        let count = features.count
        guard count >= 2 else { throw .wrongValue(key: "projection.features", wanted: "a list of 2 texts or more") }
        for (name, numbers) in [("mean", mean), ("deviation", deviation)] where numbers.count != count {
            throw .wrongValue(key: "projection.\(name)", wanted: "a list of \(count) numbers")
        }
        guard deviation.allSatisfy({ $0 > 0 }) else {
            throw .wrongValue(key: "projection.deviation", wanted: "a list of numbers greater than 0")
        }
        guard components.count == 2, components.allSatisfy({ $0.count == count }) else {
            throw .wrongValue(key: "projection.components", wanted: "a list of two lists of \(count) numbers")
        }
        guard explainedVarianceRatio.count == 2 else {
            throw .wrongValue(key: "projection.explainedVarianceRatio", wanted: "a list of 2 numbers")
        }
        return Projection(
            featureNames: features, mean: mean, deviation: deviation, components: components,
            explainedVarianceRatio: explainedVarianceRatio)
    }
}

extension ModelText.Moments {
    fileprivate func standardization() throws(SavedModelError) -> Standardization {
        for (name, numbers) in [("mean", mean), ("deviation", deviation)] where numbers.count != 2 {
            throw .wrongValue(key: "standardization.\(name)", wanted: "a list of 2 numbers")
        }
        guard deviation[0] > 0 && deviation[1] > 0 else {
            throw .wrongValue(key: "standardization.deviation", wanted: "a list of numbers greater than 0")
        }
        return Standardization(
            mean: Point(x: mean[0], y: mean[1]), deviation: Point(x: deviation[0], y: deviation[1]))
    }
}
