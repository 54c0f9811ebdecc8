import Datasets
import Files
import Geometry
import Training

/// The parts of a model from its JSON; every one is checked, and what is wrong named by its key.
struct ModelReader {
    private let members: [String: JSONValue]

    /// - Throws: `SavedModelError` where the bytes are not JSON, or not of this format and version.
    init(_ bytes: some Collection<UInt8>) throws(SavedModelError) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw .notJSON(line: error.line, column: error.column, reason: error.reason)
        }
        guard case .object(let members) = value, members["format"] == .string(SavedModel.format) else {
            throw .otherFormat
        }
        self.members = members
        let version = try number("version")
        guard version == Double(SavedModel.version) else { throw .otherVersion(version) }
    }

    func network() throws(SavedModelError) -> NeuralNetwork {
        let layers = try layers()
        let theta = try numbers(in: member("theta"), key: "theta")
        // In floating-point numbers, which cannot overflow.
        let parameterCount = zip(layers, layers.dropFirst()).reduce(0) { $0 + Double($1.1) * (1 + Double($1.0)) }
        guard Double(theta.count) == parameterCount else { throw .wrongThetaCount(theta.count, layers: layers) }
        return NeuralNetwork(shape: NetworkShape(unitCounts: layers, activation: try activation()), theta: theta)
    }

    func standardization() throws(SavedModelError) -> Standardization? {
        let key = "standardization"
        let value = try member(key)
        if value == .null { return nil }
        guard case .object(let parts) = value else { throw .wrongValue(key: key, wanted: "an object or null") }
        func point(_ name: String) throws(SavedModelError) -> Point {
            guard let part = parts[name] else { throw .missing(key: "\(key).\(name)") }
            let coordinates = try numbers(in: part, key: "\(key).\(name)")
            guard coordinates.count == 2 else {
                throw .wrongValue(key: "\(key).\(name)", wanted: "a list of 2 numbers")
            }
            return Point(x: coordinates[0], y: coordinates[1])
        }
        let (mean, deviation) = (try point("mean"), try point("deviation"))
        guard deviation.x > 0 && deviation.y > 0 else {
            throw .wrongValue(key: "\(key).deviation", wanted: "a list of numbers greater than 0")
        }
        return Standardization(mean: mean, deviation: deviation)
    }

    func featureNames() throws(SavedModelError) -> [String] {
        let names = try texts("features")
        guard names.count == 2 else { throw .wrongValue(key: "features", wanted: "a list of 2 texts") }
        return names
    }

    func classNames(outputs: Int) throws(SavedModelError) -> [String] {
        let names = try texts("classes")
        guard names.count >= 2 && names.count == outputs else {
            throw .wrongClassCount(names.count, outputs: outputs)
        }
        guard Set(names).count == names.count else {
            throw .wrongValue(key: "classes", wanted: "a list of texts that all differ")
        }
        return names
    }

    func lambda() throws(SavedModelError) -> Double {
        let lambda = try number("lambda")
        guard lambda >= 0 else { throw .wrongValue(key: "lambda", wanted: "a number of 0 or more") }
        return lambda
    }

    func dataDescription() throws(SavedModelError) -> String? {
        switch members["data"] {
        case nil, .null: return nil
        case .string(let text): return text
        default: throw .wrongValue(key: "data", wanted: "a text")
        }
    }

    private func layers() throws(SavedModelError) -> [Int] {
        let layers = try numbers(in: member("layers"), key: "layers").map { Int(exactly: $0) ?? 0 }
        guard layers.count >= 2, layers[0] == 2, layers.allSatisfy({ $0 >= 1 }) else {
            throw .wrongValue(key: "layers", wanted: "a list of whole numbers from 1, the first of them 2,")
        }
        return layers
    }

    private func activation() throws(SavedModelError) -> Activation {
        guard case .string(let name) = try member("activation") else {
            throw .wrongValue(key: "activation", wanted: "a text")
        }
        guard let activation = Activation(rawValue: name) else { throw .unknownActivation(name) }
        return activation
    }

    private func member(_ key: String) throws(SavedModelError) -> JSONValue {
        guard let value = members[key] else { throw .missing(key: key) }
        return value
    }

    private func number(_ key: String) throws(SavedModelError) -> Double {
        guard case .number(let number) = try member(key) else { throw .wrongValue(key: key, wanted: "a number") }
        guard number.isFinite else { throw .notFinite(key: key) }
        return number
    }

    private func numbers(in value: JSONValue, key: String) throws(SavedModelError) -> [Double] {
        guard case .array(let items) = value else { throw .wrongValue(key: key, wanted: "a list of numbers") }
        var numbers: [Double] = []
        numbers.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            guard case .number(let number) = item else {
                throw .wrongValue(key: "\(key)[\(index)]", wanted: "a number")
            }
            guard number.isFinite else { throw .notFinite(key: "\(key)[\(index)]") }
            numbers.append(number)
        }
        return numbers
    }

    private func texts(_ key: String) throws(SavedModelError) -> [String] {
        guard case .array(let items) = try member(key) else {
            throw .wrongValue(key: key, wanted: "a list of texts")
        }
        var texts: [String] = []
        for (index, item) in items.enumerated() {
            guard case .string(let text) = item else { throw .wrongValue(key: "\(key)[\(index)]", wanted: "a text") }
            texts.append(text)
        }
        return texts
    }
}
