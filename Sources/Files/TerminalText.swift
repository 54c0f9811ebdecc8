/// Text that may contain foreign names, made safe for a terminal.
package enum TerminalText {
    /// Returns UTF-8 text with U+FFFD instead of characters that control the terminal or the direction of text.
    ///
    /// Line feeds and tabs stay. Bytes that are not UTF-8 become U+FFFD, too.
    static func safe(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        return Array(
            String(String.UnicodeScalarView(scalars.map { "\n\t".unicodeScalars.contains($0) ? $0 : $0.safe })).utf8)
    }
}

extension String {
    /// The text with U+FFFD instead of characters that control the terminal or the direction of text, line feeds and tabs
    /// among them, and of bytes of a path that are no characters.
    package var withoutControlCharacters: String {
        String(String.UnicodeScalarView(unicodeScalars.map(\.safe)))
    }
}

extension Unicode.Scalar {
    /// True if the character controls the terminal or the direction of text.
    package var controlsTerminal: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: properties.isBidiControl
        default: false
        }
    }

    /// The scalar, or U+FFFD if it controls the terminal or the direction of text, or stands for a byte of a path.
    fileprivate var safe: Unicode.Scalar {
        controlsTerminal || PathBytes.byte(of: self) != nil ? "\u{fffd}" : self
    }
}
