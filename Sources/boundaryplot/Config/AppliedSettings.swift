import SettingsSyntax

/// What a settings file changes of a run.
struct AppliedSettings {
    /// The file, as the command line names it.
    let path: String
    let settings: [Setting]

    /// One key, and what the command line would say instead.
    struct Setting: Hashable {
        /// With the name of its table, such as `tune.folds`.
        let key: String
        let words: [String]
        /// In which line of the file it is, where that is known.
        let line: Int?
        /// The option's name, as errors have it.
        let option: String
    }

    /// - Parameters:
    ///   - settings: what the file says, checked.
    ///   - given: the subjects that the command line speaks of, of which the file's word does not count.
    init(path: String, settings: ConfigFile, for command: CommandSyntax, without given: Set<String>) {
        self.path = path
        var applied: [Setting] = []
        var (subjects, switchedOff) = (given, Set<String>())
        // The narrower layer goes over the wider one.
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

    /// Nil where the value is what holds without it.
    private static func words(_ name: String, _ value: ConfigValue, for command: CommandSyntax) -> [String]? {
        switch value {
        case .flag(true): return ["--\(name)"]
        case .flag(false):
            let opposite = OptionName.opposite(of: name)
            return command.hasFlag(opposite) ? ["--\(opposite)"] : nil
        case .texts(let texts):
            let isRepeating = command.option(name)?.isRepeating == true
            // After an equals sign any text is a value, but for an empty one.
            return (isRepeating ? texts : [texts.joined(separator: ",")])
                .flatMap { $0.isEmpty ? ["--\(name)", ""] : ["--\(name)=\($0)"] }
        }
    }

    /// `failure`, with the file and those of its keys in front whose options the message names.
    func attributed(_ failure: Failure) -> Failure {
        // How training went is no fault of the settings.
        guard failure.status != .notAsAsked else { return failure }
        return attributed(failure, to: failure.description.matches(of: /--[a-z][a-z0-9-]*/).map(\.output))
    }

    /// The same for what the parser says, whose other messages than those of wrong values are about the command line.
    func attributedValue(_ failure: Failure) -> Failure {
        let match = failure.description.firstMatch(of: /is invalid for '(--[a-z0-9-]+)/)
        return attributed(failure, to: match.map { [$0.1] } ?? [])
    }

    private func attributed(_ failure: Failure, to options: [Substring]) -> Failure {
        let named = settings.filter { options.contains($0.option[...]) }
        guard !named.isEmpty else { return failure }
        let keys = named.map { setting in setting.line.map { "\(setting.key) (line \($0))" } ?? setting.key }
        return Failure(
            failure.status == .usage ? .badData : failure.status,
            "'\(path)', \(keys.joined(separator: " and ")): \(failure.description)")
    }
}
