import Files
import Training

/// Why a file is no model, or a model no file; each says it in one line.
public enum SavedModelError: Error, Hashable, Sendable {
    /// The text is not JSON; line and column, in characters, are counted from 1.
    case notJSON(line: Int, column: Int, reason: String)
    /// JSON, but not that of a model.
    case otherFormat
    /// A model of a version that is not known here.
    case otherVersion(Double)
    /// A key that a model has is not there.
    case missing(key: String)
    /// A key, or a place in a list such as "theta[3]", has something else than is wanted.
    case wrongValue(key: String, wanted: String)
    /// A number is infinite, or none.
    case notFinite(key: String)
    /// theta has more or fewer numbers than the layers have parameters.
    case wrongThetaCount(Int, layers: [Int])
    /// An activation of another name than `Activation` has.
    case unknownActivation(String)
    /// As many classes as the network has outputs are wanted, and 2 at least.
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

    /// What a file says, fit for a line: no control characters, and not too many others.
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
