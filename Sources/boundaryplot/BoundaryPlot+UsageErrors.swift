import ArgumentParser
import Datasets
import Glibc

extension BoundaryPlot {
    /// A failure to understand the command line; where ArgumentParser does not say what would be accepted, that is
    /// added.
    static func usageFailure(for error: any Error) -> Failure {
        let message = message(for: error).split(separator: "\n").joined(separator: " ")
        guard
            exitCode(for: error).rawValue == Failure.Status.usage.rawValue || longOptionWithOneDash != nil
        else {
            return Failure(.internalError, "this is a bug in boundaryplot, please report it: \(message)")
        }
        if let word = longOptionWithOneDash {
            return Failure(.usage, "'\(word)' is not an option; did you mean '-\(word)'?")
        }
        if let word = unknownCommand { return Failure(.usage, unknownCommandMessage(word)) }
        let word = CommandLine.arguments.dropFirst().first
        let command = configuration.subcommands.first { $0._commandName == word } ?? PlotCommand.self
        let name = "boundaryplot \(command._commandName)"
        if let option = unknownOption(in: message) {
            return Failure(.usage, unknownOptionMessage(option, command: name, help: command.helpMessage(columns: 200)))
        }
        if message.hasPrefix("Missing value") {
            return Failure(.usage, "\(message); '\(name) --help' says what it is")
        }
        if message.contains(/nexpected argument/) {
            return Failure(
                .usage,
                "\(message); '\(name)' takes one file, and options, which '\(name) --help' lists; lists are written with commas"
            )
        }
        return Failure(.usage, message.hasSuffix(".") ? String(message.dropLast()) : message)
    }

    /// A word such as `-hidden`, in which ArgumentParser sees the `-h` that asks for help.
    static var longOptionWithOneDash: String? {
        CommandLine.arguments.dropFirst().first { $0.hasPrefix("-h") && $0.count > 2 && $0 != "-help" }
    }

    /// A word that stands where a command could and is none.
    private static var unknownCommand: String? {
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return nil }
        // A file may stand there too.
        let isFile = word.contains("/") || word.contains(".") || access(word, F_OK) == 0
        return isFile || commandNames.contains(word) || GeneratedSet.Name(rawValue: word) != nil ? nil : word
    }

    static var commandNames: [String] { configuration.subcommands.map { $0._commandName } + ["help"] }

    private static func unknownCommandMessage(_ word: String) -> String {
        let nearest = word.nearest(of: commandNames) ?? "plot"
        return "'\(word)' is not a command; did you mean 'boundaryplot \(nearest)'?"
    }

    /// The option that ArgumentParser's `message` does not know, with its dashes.
    private static func unknownOption(in message: String) -> String? {
        message.firstMatch(of: /^Unknown option '([^']*)'/).map { String($0.1) }
    }

    /// Names the option that is meant where one is near.
    private static func unknownOptionMessage(_ option: String, command: String, help: String) -> String {
        let options = help.matches(of: /--[a-z-]+/).map { String($0.0) } + ["--version"]
        let problem = "'\(option)' is not an option of '\(command)'"
        guard let nearest = option.nearest(of: options), option.editDistance(to: nearest) <= 2 else {
            return "\(problem); '\(command) --help' lists those that are"
        }
        return "\(problem); did you mean '\(nearest)'?"
    }
}
