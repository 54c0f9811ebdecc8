/// How text is written into CSV files.
package enum CSVText {
    /// `text`, in quotes where RFC 4180 asks for them: where it has a comma, a quote or the end of a line. Quotes inside
    /// are doubled.
    package static func field(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        let quote: Unicode.Scalar = "\""
        let doubled = text.unicodeScalars.flatMap { $0 == quote ? [quote, quote] : [$0] }
        return "\"\(String(String.UnicodeScalarView(doubled)))\""
    }
}
