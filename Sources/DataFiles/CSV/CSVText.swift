/// CSV output.
package enum CSVText {
    /// Returns `text` as a CSV field.
    ///
    /// As RFC 4180 requires, a text with a comma, a quote or a line break is quoted, and quotes inside it are doubled.
    package static func field(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        let quote: Unicode.Scalar = "\""
        let doubled = text.unicodeScalars.flatMap { $0 == quote ? [quote, quote] : [$0] }
        return "\"\(String(String.UnicodeScalarView(doubled)))\""
    }
}
