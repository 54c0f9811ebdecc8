import SettingsSyntax

/// The settings of a file that apply to one run.
struct AppliedSettings {
    /// The path of the file, as given on the command line.
    let path: String
    let settings: [Setting]

    /// A key with the equivalent words of the command line.
    struct Setting: Hashable {
        /// The key with the name of its table, such as `tune.folds`.
        let key: String
        let words: [String]
        /// The line of the key in the file; nil for JSON.
        let line: Int?
        /// The name of the option in errors, with dashes.
        let option: String
    }

    /// - Parameters:
    ///   - settings: the checked contents of the file.
    ///   - given: subjects of options on the command line, which override the file.
    init(path: String, settings: ConfigFile, for command: CommandSyntax, without given: Set<String>) {
        self.path = path
        var applied: [Setting] = []
        var (subjects, switchedOff) = (given, Set<String>())
        // The command's table overrides the common settings.
        for (values, prefix) in [(settings.tables[command.name] ?? [:], command.name + "."), (settings.common, "")] {
            let layer = values.sorted { $0.key < $1.key }
                .filter { !subjects.contains(OptionName.subject(of: $0.key)) && !switchedOff.contains($0.key) }
            for (name, value) in layer {
                guard let words = Self.words(name, value, for: command) else {
                    switchedOff.insert(name)
                    continue
                }
                subjects.insert(OptionName.subject(of: name))
                applied.append(
                    Setting(key: prefix + name, words: words, line: settings.lines[prefix + name], option: "--\(name)"))
            }
        }
        self.settings = applied
    }

    /// Returns the words for a value; nil if the value is the default state of a flag.
    private static func words(_ name: String, _ value: ConfigValue, for command: CommandSyntax) -> [String]? {
        switch value {
        case .flag(true): return ["--\(name)"]
        case .flag(false):
            let opposite = OptionName.opposite(of: name)
            return command.hasFlag(opposite) ? ["--\(opposite)"] : nil
        case .texts(let texts):
            let isRepeating = command.option(name)?.isRepeating == true
            // Any text but an empty one is a value after an equals sign.
            return (isRepeating ? texts : [texts.joined(separator: ",")])
                .flatMap { $0.isEmpty ? ["--\(name)", ""] : ["--\(name)=\($0)"] }
        }
    }

    /// Returns `failure` with the file and its keys in front, if the message names options that the file sets.
    func attributed(_ failure: Failure) -> Failure {
        // A training that does not converge is no error of the settings.
        guard failure.kind != nil else { return failure }
        return attributed(failure, to: failure.description.matches(of: /--[a-z][a-z0-9-]*/).map(\.output))
    }

    /// Returns the same for a failure of the parser. Only its messages on values can concern the file; all others are
    /// about the command line.
    func attributedValue(_ failure: Failure) -> Failure {
        let match = failure.description.firstMatch(of: /is invalid for '(--[a-z0-9-]+)/)
        return attributed(failure, to: match.map { [$0.1] } ?? [])
    }

    private func attributed(_ failure: Failure, to options: [Substring]) -> Failure {
        let named = settings.filter { options.contains($0.option[...]) }
        guard !named.isEmpty else { return failure }
        let keys = named.map { setting in setting.line.map { "\(setting.key) (line \($0))" } ?? setting.key }
        return failure.inFile("'\(path)', \(keys.joined(separator: " and ")): \(failure.description)")
    }
}
