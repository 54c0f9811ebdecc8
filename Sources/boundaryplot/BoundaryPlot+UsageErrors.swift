import ArgumentParser
import Datasets
import DecisionBoundary
import Glibc

extension BoundaryPlot {
    /// Converts an error of ArgumentParser into a failure, and adds the accepted values if ArgumentParser omits them.
    static func usageFailure(for error: any Error) -> Failure {
        let message = message(for: error).split(separator: "\n").joined(separator: " ")
        guard
            exitCode(for: error).rawValue == RunError.Kind.badRequest.rawValue || longOptionWithOneDash != nil
        else {
            return Failure(.internalError, "this is a bug in boundaryplot, please report it: \(message)")
        }
        if let word = longOptionWithOneDash {
            return Failure(.badRequest, "'\(word)' is not an option; did you mean '-\(word)'?")
        }
        if let word = unknownCommand { return Failure(.badRequest, unknownCommandMessage(word)) }
        let word = ProgramArguments.words.first
        let command = configuration.subcommands.first { $0._commandName == word } ?? PlotCommand.self
        let name = "boundaryplot \(command._commandName)"
        if let option = unknownOption(in: message) {
            return Failure(
                .badRequest, unknownOptionMessage(option, command: name, help: command.helpMessage(columns: 200)))
        }
        if message.hasPrefix("Missing value") {
            return Failure(.badRequest, "\(message); '\(name) --help' says what it is")
        }
        if message.contains(/nexpected argument/) {
            return Failure(
                .badRequest,
                "\(message); '\(name)' takes one file, and options, which '\(name) --help' lists; lists have commas")
        }
        return Failure(.badRequest, message.hasSuffix(".") ? String(message.dropLast()) : message)
    }

    /// A word such as `-hidden`, which ArgumentParser takes for `-h`, the option for help.
    static var longOptionWithOneDash: String? {
        ProgramArguments.words.first { $0.hasPrefix("-h") && $0.count > 2 && $0 != "-help" }
    }

    /// The first word if it is neither an option, a command, a data set nor a file.
    private static var unknownCommand: String? {
        guard let word = ProgramArguments.words.first, !word.hasPrefix("-") else { return nil }
        // The default command accepts a file or a data set here.
        let isFile = word.contains("/") || word.contains(".") || access(word, F_OK) == 0
        let isKnown = commandNames.contains(word) || GeneratedSet.Name(rawValue: word) != nil
        return isFile || isKnown ? nil : word
    }

    static var commandNames: [String] { configuration.subcommands.map { $0._commandName } + ["help"] }

    private static func unknownCommandMessage(_ word: String) -> String {
        let nearest = word.nearest(of: commandNames) ?? "plot"
        return "'\(word)' is not a command; did you mean 'boundaryplot \(nearest)'?"
    }

    /// Returns the unknown option in a message of ArgumentParser, with its dashes.
    private static func unknownOption(in message: String) -> String? {
        message.firstMatch(of: /^Unknown option '([^']*)'/).map { String($0.1) }
    }

    /// Suggests the nearest option if its name is similar.
    private static func unknownOptionMessage(_ option: String, command: String, help: String) -> String {
        let lines = help.matches(of: /(?m)^ {2}(?:-\w, )?(--[a-z-]+)/)
        let options = lines.map { String($0.1) } + ["--version"]
        let problem = "'\(option)' is not an option of '\(command)'"
        guard let nearest = option.nearest(of: options), option.editDistance(to: nearest) <= 2 else {
            return "\(problem); '\(command) --help' lists those that are"
        }
        return "\(problem); did you mean '\(nearest)'?"
    }
}
