import CArguments
import DecisionBoundary

/// The words of the command line.
enum ProgramArguments {
    /// Returns the words after the program's name.
    ///
    /// - Throws: `Failure` if a word is not UTF-8: `String` would replace its bytes, and name another file.
    static func words() throws(Failure) -> [String] {
        var words: [String] = []
        for index in 1..<max(1, Int(argument_count())) {
            guard let word = argument_words()?[index] else { break }
            guard let text = String(validatingCString: word) else {
                throw Failure(
                    .badRequest,
                    "'\(String(cString: word))' is not UTF-8; use a name in UTF-8, or - and a redirection for a file")
            }
            words.append(text)
        }
        return words
    }
}
