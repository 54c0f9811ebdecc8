import Datasets
import Files
import FoundationEssentials
public import Training

/// The full specification of a run, with all defaults.
///
/// The JSON of a request omits values equal to the defaults and has sorted keys, so that equal requests have equal
/// bytes. Paths are relative to the working directory.
public struct Request: Hashable, Sendable {
    /// The result of the run.
    public var product: Product
    /// The origin of the points.
    public var data = DataSource.generated(GeneratedSet())
    /// The division of the points; nil if no points are held out.
    public var split: SplitSettings?
    /// The classifiers, in the order of the pictures; one or more.
    public var classifiers: [ClassifierRequest]
    /// The training of networks.
    public var training = TrainingRequest()
    /// The limits of the picture, and its grid.
    public var grid = GridSettings()
    /// The page of every picture.
    public var page = PageStyle()
    /// Fill and colours of the regions.
    public var regions = RegionStyle()
    /// The output files.
    public var outputs = Outputs()

    /// Creates a request for a product, with all defaults.
    public init(_ product: Product = .surface()) {
        self.product = product
        split = product.defaultSplit
        classifiers = product.defaultClassifiers
        training.restarts = product.defaultRestarts
    }

    /// Default weight of the penalty on large weights.
    public static let defaultLambda = 0.001

    /// Returns networks for every size and λ, in the order given; λ varies fastest.
    public static func networks(
        hidden: [[Int]], lambdas: [Double] = [defaultLambda], activation: Activation = .sigmoid
    ) -> [ClassifierRequest] {
        hidden.flatMap { layers in
            lambdas.map { .network(hidden: layers, activation: activation, lambda: $0) }
        }
    }

    /// Reads a request from JSON.
    ///
    /// - Throws: `RunError` of the kind `badData` with the wrong key and the accepted values; `tooLarge` if it has more
    ///   values than fit into memory.
    public init(json bytes: [UInt8]) throws(RunError) {
        try MemoryLimit.check(json: bytes, of: "the request")
        do {
            // The decoder accepts a comma before a bracket, and keys that occur twice.
            try JSONSyntax.check(bytes)
            self = try JSONDecoder().decode(Request.self, from: Data(bytes))
        } catch let error as JSONSyntaxError {
            throw RunError(
                .badData, "the request is not JSON: line \(error.line), column \(error.column): \(error.reason)")
        } catch {
            throw RunError(.badData, "\(Self.message(for: error))")
        }
    }

    /// The request as JSON on one line, without a line feed.
    public var json: String {
        get throws { try JSONText.text(of: self) }
    }

    /// Returns a message with the wrong key and the accepted values.
    private static func message(for error: any Error) -> String {
        func place(_ path: [any CodingKey]) -> String {
            path.reduce(into: "") { text, key in
                text += key.intValue.map { "[\($0)]" } ?? (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
        switch error as? DecodingError {
        case .keyNotFound(let key, let context):
            let names = context.debugDescription.split(separator: ", ").map(String.init)
            let path = place(context.codingPath + [key])
            let question = NameSuggestion.question(NameSuggestion.names(for: key.stringValue, among: names))
            let advice =
                names.isEmpty
                ? "'\(place(context.codingPath))' has no keys"
                : "\(question.map { $0 + " Keys" } ?? "its keys are"): \(context.debugDescription)"
            return "the request has an unknown key '\(path)'; \(advice)"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return "'\(place(context.codingPath))' of the request is \(context.debugDescription)"
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            let noun = noun(for: type)
            if context.codingPath.isEmpty { return "the request is not \(noun)" }
            return "'\(place(context.codingPath))' of the request is not \(noun)"
        default: return "the request is not JSON"
        }
    }
}

/// Returns the noun for a type in messages on JSON.
private func noun(for type: Any.Type) -> String {
    switch type {
    case is Bool.Type: "true or false"
    case is String.Type: "a string"
    case is Double.Type: "a number"
    case is any FixedWidthInteger.Type: "a whole number"
    case is [Any].Type: "an array"
    default: "an object"
    }
}

extension Request: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case product, data, split, classifiers, training, grid, page, regions, outputs
    }

    public init(from decoder: any Decoder) throws {
        try decoder.container(keyedBy: RequestFieldName.self).checkKeys(CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func read<Value: Decodable>(_ path: inout Value, _ key: CodingKeys) throws {
            if container.contains(key) { path = try container.decode(Value.self, forKey: key) }
        }
        self.init(try container.decodeIfPresent(Product.self, forKey: .product) ?? .surface())
        try read(&data, .data)
        try read(&split, .split)
        try read(&classifiers, .classifiers)
        if container.contains(.training) {
            try training.read(
                from: container.nestedContainer(keyedBy: RequestFieldName.self, forKey: .training))
        }
        try read(&grid, .grid)
        try read(&page, .page)
        try read(&regions, .regions)
        try read(&outputs, .outputs)
        omitDefaultOptimizer()
    }

    public func encode(to encoder: any Encoder) throws { try encode(to: encoder, omitting: Request(product)) }

    /// Encodes the values that differ from those of another request.
    func encode(to encoder: any Encoder, omitting defaults: Request) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        func write<Value: Encodable & Equatable>(_ path: KeyPath<Request, Value>, _ key: CodingKeys) throws {
            if self[keyPath: path] != defaults[keyPath: path] { try container.encode(self[keyPath: path], forKey: key) }
        }
        if product != .surface() { try container.encode(product, forKey: .product) }
        try write(\.data, .data)
        try write(\.split, .split)
        try write(\.classifiers, .classifiers)
        if training != defaults.training {
            var part = container.nestedContainer(keyedBy: RequestFieldName.self, forKey: .training)
            try training.write(to: &part, omitting: defaults.training)
        }
        try write(\.grid, .grid)
        try write(\.page, .page)
        try write(\.regions, .regions)
        try write(\.outputs, .outputs)
    }
}

extension Request {
    /// Clears an optimiser that is the default of every network, so that equal requests have equal bytes.
    package mutating func omitDefaultOptimizer() {
        let defaults = classifiers.compactMap(\.candidate).map { TrainingRequest.defaultOptimizer(for: $0.activation) }
        if defaults.allSatisfy({ $0 == training.optimizer }) { training.optimizer = nil }
    }

    var jsonValue: JSONValue {
        (try? JSONDecoder().decode(JSONValue.self, from: Data(JSONText.line(of: self)))) ?? .null
    }

    /// The JSON values of all keys that differ from their defaults, by key path.
    var leaves: [String: String] {
        var leaves: [String: String] = [:]
        func collect(_ value: JSONValue, _ path: String) {
            if case .object(let members) = value {
                for (key, member) in members { collect(member, path.isEmpty ? key : "\(path).\(key)") }
            } else {
                leaves[path] = try? JSONText.text(of: value)
            }
        }
        collect(jsonValue, "")
        // A product with every default is its name alone.
        leaves["product"] = nil
        return leaves
    }
}
