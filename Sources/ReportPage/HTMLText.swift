import Files

/// Foreign text in a page.
enum HTMLText {
    /// Returns text that is safe between tags and in quoted attributes.
    ///
    /// Characters that control the direction of text, and other control characters, become U+FFFD.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.withoutControlCharacters.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// Returns the same JSON in a form that ends no `<script>` element, and has no character that controls the direction
    /// of text.
    static func script(json: String) -> String {
        var escaped = ""
        for character in json.unicodeScalars {
            if character == "<" || character.controlsTerminal {
                // All of these have four digits.
                let digits = String(character.value, radix: 16)
                escaped += #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
