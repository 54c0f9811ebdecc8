/// Text in XML.
enum XMLText {
    /// Returns text that is safe between tags; a character that XML 1.0 forbids becomes U+FFFD.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            // A parser would read it as a line feed.
            case "\r": escaped += "&#13;"
            case _ where isAllowed(scalar): escaped.unicodeScalars.append(scalar)
            default: escaped.unicodeScalars.append("\u{FFFD}")
            }
        }
        return escaped
    }

    /// Returns true for `Char` of XML 1.0, production 2; surrogates are no scalars.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x1_0000...: true
        default: false
        }
    }
}
