extension String {
    /// The text as a single line: line breaks, tabs and control characters become spaces, which are drawn once and not
    /// at the ends.
    package var singleLine: String {
        split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control } }
            .joined(separator: " ")
    }
}
