import Files
import Pictures
package import Training

/// Names of a classifier before training or reading.
package struct ClassifierName: Sendable {
    private let hidden: String
    private let lambda: String
    private let activation: String

    package init(_ candidate: Candidate) {
        hidden = HiddenLayers(candidate.hidden).text
        lambda = DecimalText.shortest(candidate.lambda)
        activation = candidate.activation.rawValue
    }

    /// The placeholders in file names.
    static let placeholders = ["hidden", "lambda", "activation"]

    /// The values of the placeholders.
    var values: [String: String] { ["hidden": hidden, "lambda": lambda, "activation": activation] }

    /// Returns "hidden size 3", or "hidden size 3 and λ 0.1".
    package func text(withLambda: Bool) -> String { "hidden size \(hidden)" + (withLambda ? " and λ \(lambda)" : "") }
}

extension [ClassifierName] {
    /// True if names include λ, because networks have different λ.
    package var nameLambda: Bool { haveSeveral("lambda") }

    /// File names: "hidden-3", with λ and activation if there are several.
    var fileNames: [String] { fileNames(withLambda: nameLambda) }

    func fileNames(withLambda: Bool) -> [String] {
        let namesActivation = haveSeveral("activation")
        return map { name in
            let values = name.values
            return "hidden-\(values["hidden"] ?? "")" + (withLambda ? "-lambda-\(values["lambda"] ?? "")" : "")
                + (namesActivation ? "-\(values["activation"] ?? "")" : "")
        }
    }

    private func haveSeveral(_ placeholder: String) -> Bool { Set(map { $0.values[placeholder] }).count > 1 }
}
