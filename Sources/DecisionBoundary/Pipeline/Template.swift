/// A text with placeholders in braces, such as the path `net-{hidden}.png`.
package struct Template: Sendable {
    /// A stretch of text, or the name of a placeholder.
    private enum Part {
        case text(Substring)
        case placeholder(String)
    }

    private let text: String
    private let key: RequestKey
    private let parts: [Part]

    /// - Parameters:
    ///   - key: the key of the text in errors.
    ///   - names: the known placeholders.
    /// - Throws: `RunError` if a placeholder is unknown or not closed.
    init(_ text: String, key: RequestKey, names: [String]) throws(RunError) {
        let accepted = names.map { "{\($0)}" }.listed
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            parts.append(.text(rest[..<open]))
            guard let close = rest[open...].firstIndex(of: "}") else {
                throw RunError(.badRequest, "\(key) '\(text)' has a { without a }; \(accepted) are accepted")
            }
            let name = String(rest[rest.index(after: open)..<close])
            guard names.contains(name) else {
                throw RunError(
                    .badRequest,
                    "\(key) '\(text)' has the placeholder \(rest[open...close]); \(accepted) are accepted")
            }
            parts.append(.placeholder(name))
            rest = rest[rest.index(after: close)...]
        }
        self.parts = parts + [.text(rest)]
        self.text = text
        self.key = key
    }

    /// Returns the text with placeholders replaced by values.
    func filled(_ value: (_ name: String) -> String) -> String {
        parts.map { part in
            switch part {
            case .text(let text): String(text)
            case .placeholder(let name): value(name)
            }
        }.joined()
    }

    var hasPlaceholders: Bool { parts.count > 1 }

    /// Returns the path of each classifier's file.
    ///
    /// - Throws: `RunError` if two classifiers have the same path.
    func paths(
        of classifiers: [ClassifierName], things: String, advice: RequestMessage = ""
    ) throws(RunError) -> [String] {
        let paths = classifiers.map { classifier in filled { classifier.values[$0] ?? "" } }
        guard let owners = classifiers.sharing(paths) else { return paths }
        let missing = ClassifierName.placeholders.filter { name in
            Set(classifiers.compactMap { $0.values[name] }).count > 1 && !text.contains("{\(name)}")
        }
        guard !missing.isEmpty else {
            throw RunError(
                .badRequest,
                "\(key) '\(text)' names one file for \(owners); give one of them another name, or draw it alone")
        }
        let names = missing.map { "{\($0)}" }.joined(separator: " and ")
        let meaning =
            missing.contains("hidden") && classifiers.contains { $0.values["lambda"] == nil }
            ? " (for a classifier that is no network, {hidden} is its name)" : ""
        throw RunError(
            .badRequest,
            "\(key) '\(text)' names one file for \(paths.count) \(things); put \(names) into the name\(meaning)\(advice)"
        )
    }
}
