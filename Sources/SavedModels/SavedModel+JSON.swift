import Files
import FoundationEssentials
import Training

/// Models as files: JSON with sorted keys, numbers in the shortest digits that read back exactly.
///
///     {"activation": "sigmoid", "classes": ["0", "1"], "data": "…", "features": ["x1", "x2"],
///      "format": "boundaryplot-model", "lambda": 0.001, "layers": [2, 3, 2],
///      "standardization": {"deviation": [1, 1], "mean": [0, 0]}, "theta": [0.5, …], "version": 1}
///
/// `standardization` is null if points are taken as they are; `data` is optional. Only models of projected features have
/// the key `projection`, with `features`, `mean`, `deviation`, `components` and `explainedVarianceRatio`. Other keys are
/// ignored: later versions may add some.
extension SavedModel {
    /// Value of the key `format`.
    static let format = "boundaryplot-model"
    /// Value of the key `version`.
    static let version = 1

    /// Returns the text of the model's file.
    ///
    /// - Throws: `SavedModelError.notFinite` if theta has a number that is not finite, which JSON cannot express.
    public func json() throws(SavedModelError) -> [UInt8] {
        if let index = network.theta.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(key: "theta[\(index)]")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(ModelText(self)) else {
            preconditionFailure("finite numbers have JSON")
        }
        return Array(data) + [UInt8(ascii: "\n")]
    }

    /// Reads a model from a file's bytes, whatever they are.
    ///
    /// - Throws: `SavedModelError`.
    public init(json bytes: some Collection<UInt8>) throws(SavedModelError) {
        let text: ModelText
        do {
            text = try JSONDecoder().decode(ModelText.Checked.self, from: Data(bytes)).text
        } catch let error as SavedModelError {
            throw error
        } catch {
            throw SavedModelError(error, in: Array(bytes))
        }
        try self.init(text)
    }
}

extension SavedModelError {
    /// - Parameter error: an error of the decoder, which does not say where a text is wrong.
    fileprivate init(_ error: any Error, in bytes: [UInt8]) {
        do throws(JSONSyntaxError) {
            try JSONSyntax.check(bytes)
        } catch {
            self = .notJSON(line: error.line, column: error.column, reason: error.reason)
            return
        }
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            self = .missing(key: Self.name(of: context.codingPath + [key]))
        case DecodingError.typeMismatch(let type, let context), DecodingError.valueNotFound(let type, let context):
            let key = Self.name(of: context.codingPath)
            self = .wrongValue(key: key, wanted: Self.words(for: type, key: key))
        default:
            self = .otherFormat
        }
    }

    /// Returns, for example, "standardization.mean[0]".
    private static func name(of path: [any CodingKey]) -> String {
        path.reduce("") { name, key in
            key.intValue.map { "\(name)[\($0)]" } ?? (name.isEmpty ? "" : name + ".") + key.stringValue
        }
    }

    private static func words(for type: any Any.Type, key: String) -> String {
        switch type {
        case is Double.Type: "a number"
        case is String.Type: "a text"
        default:
            switch key {
            case "standardization": "an object or null"
            case "projection": "an object"
            case "features", "classes", "projection.features": "a list of texts"
            case "projection.components": "a list of two lists of numbers"
            default: "a list of numbers"
            }
        }
    }
}
