/// A text with a name in front: "SVM (RBF)=python3 svm.py".
///
/// The name ends at the first `=` if only letters, digits, blanks and `_()-` stand before it. A leading `=` marks a text
/// without a name. A name in quotation marks, `"C = 10"=answers.csv`, may have any characters.
struct NamedText {
    let name: String?
    let text: String

    init(_ word: String) {
        if word.hasPrefix("\""), let end = word.firstRange(of: "\"=") {
            let quoted = word[word.index(after: word.startIndex)..<end.lowerBound]
            (name, text) = (quoted.isEmpty ? nil : String(quoted), String(word[end.upperBound...]))
            return
        }
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let isName = parts[0].allSatisfy { $0.isLetter || $0.isNumber || " _()-".contains($0) }
        guard parts.count == 2, isName else {
            (name, text) = (nil, word)
            return
        }
        let trimmed = parts[0].split(separator: " ").joined(separator: " ")
        (name, text) = (trimmed.isEmpty ? nil : trimmed, String(parts[1]))
    }

    /// The commands of `--classifier` on this very command line, not in a settings file.
    static var commandsOfCommandLine: Set<String> {
        let words = ProgramArguments.words
        var commands: Set<String> = []
        for (index, word) in words.enumerated() {
            if word == "--classifier", index + 1 < words.count { commands.insert(NamedText(words[index + 1]).text) }
            if word.hasPrefix("--classifier=") { commands.insert(NamedText(String(word.dropFirst(13))).text) }
        }
        return commands
    }
}
