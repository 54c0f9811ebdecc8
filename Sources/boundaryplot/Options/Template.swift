/// Text with placeholders in braces, such as the path `net-{hidden}.png`.
struct Template {
    /// A stretch of text, or the name of what stands in its place.
    private enum Part {
        case text(Substring)
        case placeholder(String)
    }

    private let parts: [Part]

    /// - Parameters:
    ///   - option: what the text is the value of, for errors.
    ///   - names: the placeholders that are known.
    /// - Throws: `Failure` of status 64 where a placeholder is unknown or has no end.
    init(_ text: String, option: String, names: [String]) throws(Failure) {
        let accepted = Self.list(names.map { "{\($0)}" })
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            parts.append(.text(rest[..<open]))
            guard let close = rest[open...].firstIndex(of: "}") else {
                throw Failure(.usage, "\(option) '\(text)' has a { without a }; \(accepted) are accepted")
            }
            let name = String(rest[rest.index(after: open)..<close])
            guard names.contains(name) else {
                throw Failure(
                    .usage, "\(option) '\(text)' has the placeholder \(rest[open...close]); \(accepted) are accepted")
            }
            parts.append(.placeholder(name))
            rest = rest[rest.index(after: close)...]
        }
        self.parts = parts + [.text(rest)]
    }

    /// The text with a value in the place of every placeholder.
    func filled(_ value: (_ name: String) -> String) -> String {
        parts.map { part in
            switch part {
            case .text(let text): String(text)
            case .placeholder(let name): value(name)
            }
        }.joined()
    }

    /// Whether something stands in the place of a placeholder.
    var hasPlaceholders: Bool { parts.count > 1 }

    /// "{hidden} and {lambda}".
    private static func list(_ items: [String]) -> String {
        items.count < 2 ? items.joined() : items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1]
    }
}
