extension String {
    /// The text as a single line. Runs of line breaks, tabs, spaces and control characters become one space, and are
    /// removed at both ends.
    package var singleLine: String {
        split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control } }
            .joined(separator: " ")
    }
}
