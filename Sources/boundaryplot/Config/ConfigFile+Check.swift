import Datasets
import SettingsSyntax

extension ConfigFile {
    /// Compares keys and kinds of values with what the commands take; not the values, which the options read.
    ///
    /// The tables of other commands are compared too: a mistake in one shows with the first run.
    ///
    /// - Parameter command: the one that is run, which all common settings are for.
    func check(for command: CommandSyntax, of commands: CommandSyntaxList) throws(ConfigFileError) {
        try check(common, for: command, of: commands, table: nil)
        for (name, values) in tables.sorted(by: { $0.key < $1.key }) {
            guard let owner = commands[name] else {
                throw .unknownTable(
                    name, nearest: Self.nearest(to: name, of: commands.commands.map(\.name)), line: lines[name])
            }
            try check(values, for: owner, of: commands, table: name)
        }
    }

    private func check(
        _ values: Values, for command: CommandSyntax, of commands: CommandSyntaxList, table: String?
    ) throws(ConfigFileError) {
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            let key = table.map { "\($0).\(name)" } ?? name
            if CommandSyntax.commandLineNames.contains(name) { throw .commandLineAlone(key: key, line: lines[key]) }
            guard let option = command.keys.contains(name) ? command.option(name) : nil else {
                throw unknown(name, key: key, command: command, of: commands)
            }
            switch (option.kind, value) {
            case (.flag, .texts(let texts)):
                throw .noFlagValue(key: key, text: texts.joined(separator: ","), line: lines[key])
            case (.option, .flag(let flag)):
                throw .flagValue(key: key, flag, valueName: option.valueName ?? "value", line: lines[key])
            default: break
            }
            let opposite = OptionName.opposite(of: name)
            if name != OptionName.subject(of: name), value != .flag(false), values[opposite] != nil {
                throw .contradiction(key: opposite, opposite: name, line: lines[key])
            }
        }
    }

    private func unknown(
        _ name: String, key: String, command: CommandSyntax, of commands: CommandSyntaxList
    ) -> ConfigFileError {
        let others = commands.names(withOption: name)
        guard others.isEmpty else {
            return .optionOfOthers(key: key, command: command.name, others: others, line: lines[key])
        }
        let names = command.keys + commands.commands.flatMap(\.keys)
        return .unknownKey(key, nearest: Self.nearest(to: name, of: names), line: lines[key])
    }

    /// The name that is meant; of a long text its beginning is compared, which is enough to differ from all.
    ///
    /// A name of one letter is near to any short word, and not meant by one.
    private static func nearest(to name: String, of names: [String]) -> String {
        String(name.prefix(40)).nearest(of: names.filter { $0.count > 1 || name.count < 3 }) ?? ""
    }
}
