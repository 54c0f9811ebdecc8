import DataFiles
import Datasets
import DecisionBoundary
import SettingsSyntax

extension ConfigFile {
    /// Checks the keys and the kinds of their values. The values themselves are checked as options.
    ///
    /// Tables of other commands are checked too, so that every mistake shows at once.
    ///
    /// - Parameter command: the command of the run, to which the common settings apply.
    func check(for command: CommandSyntax, of commands: CommandSyntaxList) throws(ConfigFileError) {
        try check(common, for: command, of: commands, table: nil)
        for (name, values) in tables.sorted(by: { $0.key < $1.key }) {
            guard let owner = commands[name] else {
                let tables = commands.commands.map(\.name)
                let advice = name.nearest(of: tables).map { "did you mean [\($0)]?" } ?? tables.joined(separator: ", ")
                throw .invalid(
                    reason: "unknown table [\(name)]; a table is named after a command: \(advice)", line: lines[name])
            }
            try check(values, for: owner, of: commands, table: name)
        }
    }

    private func check(
        _ values: Values, for command: CommandSyntax, of commands: CommandSyntaxList, table: String?
    ) throws(ConfigFileError) {
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            let key = table.map { "\($0).\(name)" } ?? name
            if let reason = Self.problem(name, value, key: key, for: command, of: commands, beside: values) {
                throw .invalid(reason: reason, line: lines[key])
            }
        }
    }

    /// Returns the reason to reject a setting; nil if it is accepted.
    private static func problem(
        _ name: String, _ value: ConfigValue, key: String, for command: CommandSyntax, of commands: CommandSyntaxList,
        beside values: Values
    ) -> String? {
        if CommandSyntax.commandLineNames.contains(name) {
            return "'\(key)' is not a setting; it is accepted on the command line only"
        }
        guard let option = command.keys.contains(name) ? command.option(name) : nil else {
            let others = commands.names(withOption: name).map { "[\($0)]" }
            guard others.isEmpty else {
                let list =
                    others.count < 2
                    ? others[0] : others.dropLast().joined(separator: ", ") + " or " + others[others.count - 1]
                return "'\(key)' is not an option of 'boundaryplot \(command.name)'; put it into the table \(list)"
            }
            let suggestions = NameSuggestion.names(for: name, among: command.keys + commands.commands.flatMap(\.keys))
            let advice =
                NameSuggestion.question(suggestions) ?? NameSuggestion.reason(against: name)
                ?? "'boundaryplot \(command.name) --help' lists those that are"
            return "'\(key)' is not an option; \(advice)"
        }
        switch (option.kind, value) {
        case (.flag, .texts(let texts)):
            return "'\(key)' is on or off, not '\(texts.joined(separator: ","))'; true and false are accepted"
        case (.option, .flag(let flag)):
            return "'\(key)' takes a value, <\(option.valueName ?? "value")>, and not \(flag)"
        default: break
        }
        let opposite = OptionName.opposite(of: name)
        let contradicts = name != OptionName.subject(of: name) && value != .flag(false) && values[opposite] != nil
        return contradicts ? "'\(opposite)' and '\(name)' contradict each other; one of them is accepted" : nil
    }
}
