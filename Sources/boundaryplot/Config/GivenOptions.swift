/// What the words of a command line give, read no further than to tell options from their values.
struct GivenOptions {
    /// An option, by its long name without dashes, and which of the words it is.
    struct Occurrence: Hashable {
        let name: String
        let index: Int
    }

    private(set) var occurrences: [Occurrence] = []
    /// The values of `--config`.
    private(set) var configPaths: [String] = []
    /// Whether there are words that are neither options nor values of them.
    private(set) var hasOperands = false

    /// - Parameter words: what follows the name of the command.
    init(_ words: [String], of command: CommandSyntax) {
        var awaiting: CommandSyntax.Argument?
        for (index, word) in words.enumerated() {
            let option = awaiting
            awaiting = nil
            if let option, option.takesAnyWord || !Self.isOption(word) {
                add(value: word, of: option)
            } else if word == "--" {
                hasOperands = hasOperands || index + 1 < words.count
                return
            } else if word.hasPrefix("--") {
                awaiting = addLong(word.dropFirst(2), index: index, command: command)
            } else if Self.isOption(word) {
                awaiting = addShort(word.dropFirst(), index: index, command: command)
            } else {
                hasOperands = true
            }
        }
    }

    func contains(_ name: String) -> Bool { occurrences.contains { $0.name == name } }

    /// Adds `name` or `name=value`.
    ///
    /// - Returns: the option whose value is the next word.
    private mutating func addLong(
        _ text: Substring, index: Int, command: CommandSyntax
    ) -> CommandSyntax.Argument? {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        occurrences.append(Occurrence(name: name, index: index))
        guard let option = command.option(name), option.kind == .option else { return nil }
        // ArgumentParser takes `--name=` for `--name`.
        guard parts.count > 1, !parts[1].isEmpty else { return option }
        add(value: String(parts[1]), of: option)
        return nil
    }

    /// Adds letters such as `q`, `qj` or `j4`.
    ///
    /// - Returns: the option whose value is the next word.
    private mutating func addShort(
        _ letters: Substring, index: Int, command: CommandSyntax
    ) -> CommandSyntax.Argument? {
        for (offset, letter) in letters.enumerated() {
            guard let option = command.option(short: letter), let name = option.longName else { return nil }
            occurrences.append(Occurrence(name: name, index: index))
            guard option.kind == .option else { continue }
            return offset + 1 == letters.count ? option : nil
        }
        return nil
    }

    private mutating func add(value: String, of option: CommandSyntax.Argument) {
        if option.longName == "config" { configPaths.append(value) }
    }

    /// Whether a word is one with dashes; a single one stands for a stream.
    private static func isOption(_ word: String) -> Bool { word.hasPrefix("-") && word != "-" }
}
