/// The options on a command line, separated from values and operands.
struct GivenOptions {
    /// One use of an option.
    struct Occurrence: Hashable {
        /// The long name without dashes.
        let name: String
        /// The index of the option's word.
        let index: Int
        /// The value; nil for flags and missing values.
        var value: String?
    }

    private(set) var occurrences: [Occurrence] = []
    /// True if there are words that are neither options nor their values.
    private(set) var hasOperands = false

    /// Reads the words after a command's name.
    init(_ words: [String], of command: CommandSyntax) {
        var awaiting: CommandSyntax.Argument?
        for (index, word) in words.enumerated() {
            let isOption = word.hasPrefix("-") && word != "-"
            if let option = awaiting, option.takesAnyWord || !isOption {
                occurrences[occurrences.count - 1].value = word
                awaiting = nil
            } else if word == "--" {
                hasOperands = hasOperands || index + 1 < words.count
                return
            } else if word.hasPrefix("--") {
                awaiting = addLong(word.dropFirst(2), index: index, command: command)
            } else if isOption {
                awaiting = addShort(word.dropFirst(), index: index, command: command)
            } else {
                hasOperands = true
            }
        }
    }

    func contains(_ name: String) -> Bool { occurrences.contains { $0.name == name } }

    /// Returns the values of an option, in order.
    func values(of name: String?) -> [String] { occurrences.filter { $0.name == name }.compactMap(\.value) }

    /// Returns the first option that is there twice but may be given once; nil if there is none.
    func repeated(of command: CommandSyntax) -> CommandSyntax.Argument? {
        var names: Set<String> = []
        let again = occurrences.filter { !names.insert($0.name).inserted }
        return again.lazy.compactMap { command.option($0.name) }.first { !$0.isRepeating }
    }

    /// Adds `name` or `name=value`.
    ///
    /// - Returns: the option if its value is the next word; nil otherwise.
    private mutating func addLong(
        _ text: Substring, index: Int, command: CommandSyntax
    ) -> CommandSyntax.Argument? {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        // ArgumentParser ignores the equals sign of `--name=`.
        let value = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
        occurrences.append(Occurrence(name: parts[0], index: index, value: value))
        guard value == nil, let option = command.option(parts[0]), option.kind == .option else { return nil }
        return option
    }

    /// Adds letters such as `q`, `qj` or `j4`.
    ///
    /// - Returns: the option whose value is the next word; nil if there is no such option.
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
}
