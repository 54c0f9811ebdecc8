import Files
import Training

/// Reason why a model cannot be read or written; its description is one line.
public enum SavedModelError: Error, Hashable, Sendable {
    /// The text is not JSON; line and column, in characters, are counted from 1.
    case notJSON(line: Int, column: Int, reason: String)
    /// JSON, but not that of a model.
    case otherFormat
    /// A model of an unknown version.
    case otherVersion(Double)
    /// A key is missing.
    case missing(key: String)
    /// The value of a key, or of a place in a list such as "theta[3]", is not of the wanted kind.
    case wrongValue(key: String, wanted: String)
    /// A number is not finite.
    case notFinite(key: String)
    /// The length of theta differs from the number of parameters of the layers.
    case wrongThetaCount(Int, layers: [Int])
    /// An activation that `Activation` does not have.
    case unknownActivation(String)
    /// The number of classes is below 2, or differs from the number of outputs.
    case wrongClassCount(Int, outputs: Int)
}

extension SavedModelError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notJSON(let line, let column, let reason): "not JSON: line \(line), column \(column): \(reason)"
        case .otherFormat:
            "not a model of boundaryplot: an object whose \"format\" is \"\(SavedModel.format)\" is wanted"
        case .otherVersion(let version):
            """
            a model of version \(DecimalText.shortest(version)): this program knows version \
            \(SavedModel.version) alone
            """
        case .missing(let key): "the model has no \"\(key)\""
        case .wrongValue(let key, let wanted): "\"\(key)\" of the model is wrong: \(wanted) is wanted"
        case .notFinite(let key): "\"\(key)\" of the model is not finite"
        case .wrongThetaCount(let count, let layers):
            """
            "theta" of the model does not fit: it has \(count) numbers, and layers of \
            \(Self.short(layers.map(String.init).joined(separator: ", "))) units take another number
            """
        case .unknownActivation(let name):
            """
            the activation '\(Self.short(name))' of the model is not known: \
            \(Activation.allCases.map(\.rawValue).joined(separator: ", ")) are
            """
        case .wrongClassCount(let count, let outputs):
            """
            the model names \(count) \(count == 1 ? "class" : "classes") and its network has \(outputs) \
            \(outputs == 1 ? "output" : "outputs"): 2 or more are wanted, as many of the one as of the other
            """
        }
    }

    /// Returns at most 40 characters of a file's text, without control characters.
    private static func short(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(40).map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: "?"
            default: String(scalar)
            }
        }
        return scalars.joined() + (text.unicodeScalars.count > 40 ? "…" : "")
    }
}
