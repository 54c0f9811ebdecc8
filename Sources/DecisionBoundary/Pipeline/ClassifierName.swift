import Files
import Pictures
package import Training

/// Names of a classifier before training or reading.
package struct ClassifierName: Sendable {
    /// The values of the placeholders; classifiers that are no networks have `hidden` alone, a form of their name for
    /// files.
    let values: [String: String]
    private let name: String

    /// "'hidden size 3, λ 0.1'", or the quoted name of a classifier that is no network.
    fileprivate var quotedText: String { "'\(name)\(values["lambda"].map { ", λ \($0)" } ?? "")'" }

    package init(_ candidate: Candidate) {
        values = [
            "hidden": HiddenLayers(candidate.hidden).text, "lambda": DecimalText.shortest(candidate.lambda),
            "activation": candidate.activation.rawValue,
        ]
        name = "hidden size \(HiddenLayers(candidate.hidden).text)"
    }

    /// Creates the name of a classifier that is no network.
    init(_ name: String) {
        let words = name.split { !$0.isLetter && !$0.isNumber }
        values = ["hidden": words.isEmpty ? "classifier" : words.joined(separator: "-")]
        self.name = name
    }

    /// The placeholders in file names.
    static let placeholders = ["hidden", "lambda", "activation"]

    /// Returns "hidden size 3", or "hidden size 3 and λ 0.1".
    package func text(withLambda: Bool) -> String {
        name + (withLambda ? values["lambda"].map { " and λ \($0)" } ?? "" : "")
    }

    /// The file name: "hidden-3", or "k-NN" for a classifier that is no network.
    fileprivate func fileName(withLambda: Bool, withActivation: Bool) -> String {
        let hidden = values["hidden"] ?? ""
        guard let lambda = values["lambda"], let activation = values["activation"] else { return hidden }
        return "hidden-\(hidden)" + (withLambda ? "-lambda-\(lambda)" : "") + (withActivation ? "-\(activation)" : "")
    }
}

extension [ClassifierName] {
    /// True if names include λ, because networks have different λ.
    package var nameLambda: Bool { haveSeveral("lambda") }

    /// File names: "hidden-3", with λ and activation if there are several.
    var fileNames: [String] { fileNames(withLambda: nameLambda) }

    func fileNames(withLambda: Bool) -> [String] {
        let namesActivation = haveSeveral("activation")
        return map { $0.fileName(withLambda: withLambda, withActivation: namesActivation) }
    }

    /// Returns "'a b' and 'a-b'" for the first two classifiers with one path; nil if all paths differ.
    ///
    /// - Parameter paths: a path for each classifier.
    func sharing(_ paths: [String]) -> String? {
        var owners: [String: ClassifierName] = [:]
        for (name, path) in zip(self, paths) {
            if let other = owners.updateValue(name, forKey: path) {
                return "\(other.quotedText) and \(name.quotedText)"
            }
        }
        return nil
    }

    private func haveSeveral(_ placeholder: String) -> Bool { Set(compactMap { $0.values[placeholder] }).count > 1 }
}
