import Datasets
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
                let nearest = Self.nearest(to: name, of: commands.commands.map(\.name))
                throw .invalid(
                    reason: """
                        unknown table [\(name)]; a table is named after a command, the nearest is '\(nearest)'
                        """, line: lines[name])
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
            let nearest = nearest(to: name, of: command.keys + commands.commands.flatMap(\.keys))
            return "'\(key)' is not an option; the nearest name is '\(nearest)'"
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

    /// Returns the most similar name. Only the beginning of a long text is compared.
    ///
    /// Names of one letter would be similar to any short word.
    private static func nearest(to name: String, of names: [String]) -> String {
        String(name.prefix(40)).nearest(of: names.filter { $0.count > 1 || name.count < 3 }) ?? ""
    }
}
