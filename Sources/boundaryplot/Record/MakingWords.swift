/// The words of a command line that change what is drawn.
///
/// They are found without a description of all options, which would cost every run some milliseconds: by the names of
/// those that do not count, and of those whose value may be any word, even one that looks like an option. A test holds
/// these lists against the options that there are.
struct MakingWords {
    /// What says where things go, how fast, or what is told besides; with a value.
    private static let otherOptions: Set = [
        "output", "format", "json", "threads", "emit", "save-model", "config", "read-data-from",
    ]
    private static let otherFlags: Set = ["quiet", "no-metadata", "fresh", "strict"]
    /// Any word after one of these is its value.
    private static let freeTexts: Set = ["title", "x-label", "y-label", "x", "y", "label"]
    private static let shortNames: [Character: String] = ["o": "output", "j": "threads", "q": "quiet"]

    /// "plot", "tune" or "diff".
    let command: String
    /// Without the command.
    let words: [String]

    /// - Parameters:
    ///   - words: what follows the program's name; as they have been parsed already.
    ///   - options: the names of options that do not count either.
    ///   - flags: those of flags.
    init(_ words: [String], without options: Set<String> = [], flags: Set<String> = []) {
        let hasName = words.first.map { ["plot", "tune", "diff"].contains($0) } ?? false
        command = hasName ? words[0] : "plot"
        var kept: [String] = []
        var (isValue, isDropped) = (false, false)
        for (index, word) in words.enumerated().dropFirst(hasName ? 1 : 0) {
            if word == "--" && !isValue {
                kept += words[index...]
                break
            }
            if isValue {
                if !isDropped { kept.append(word) }
                isValue = false
                continue
            }
            let (name, hasValue) = Self.option(word)
            let isOption = Self.otherOptions.contains(name) || options.contains(name)
            isDropped = isOption || Self.otherFlags.contains(name) || flags.contains(name)
            isValue = !hasValue && (isOption || Self.freeTexts.contains(name))
            if !isDropped { kept.append(word) }
        }
        self.words = kept
    }

    /// The name of the option that a word is, of letters together that of the last, and whether it has its value in it.
    ///
    /// Empty for other words.
    private static func option(_ word: String) -> (name: String, hasValue: Bool) {
        if word.hasPrefix("--") {
            let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            // ArgumentParser takes `--name=` for `--name`.
            return (String(parts[0]), parts.count > 1 && !parts[1].isEmpty)
        }
        guard word.hasPrefix("-"), let first = word.dropFirst().first, shortNames[first] != nil else {
            return ("", false)
        }
        // Flags may come before an option: `-qo`.
        let option = word.dropFirst().firstIndex { $0 != "q" }
        guard let option, let name = shortNames[word[option]] else { return ("quiet", false) }
        return (name, word.index(after: option) < word.endIndex)
    }
}
