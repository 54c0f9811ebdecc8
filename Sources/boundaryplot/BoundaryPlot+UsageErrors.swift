import ArgumentParser
import DataFiles
import Datasets
import DecisionBoundary
import Files
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
            return Failure(.badRequest, unknownOptionMessage(option, command: command._commandName))
        }
        if message.hasPrefix("Missing expected argument"), let option = unknownOption(of: command._commandName) {
            return Failure(.badRequest, unknownOptionMessage(option, command: command._commandName))
        }
        if message.hasPrefix("Missing") {
            return Failure(.badRequest, "\(message); '\(name) --help' says what it is")
        }
        if let match = message.firstMatch(of: /^The value '(?:none|no|off|false)' is invalid for '--([a-z-]+)/),
            hasOption("no-\(match.1)", command: command._commandName)
        {
            return Failure(.badRequest, "\(match.0)'; did you mean '--no-\(match.1)'?")
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
        let isFile = word.contains("/") || word.contains(".") || access(word.systemPath, F_OK) == 0
        let isKnown = commandNames.contains(word) || GeneratedSet.Name(rawValue: word) != nil
        return isFile || isKnown ? nil : word
    }

    static var commandNames: [String] { configuration.subcommands.map { $0._commandName } + ["help"] }

    private static func unknownCommandMessage(_ word: String) -> String {
        guard let nearest = word.nearest(of: commandNames) else {
            return "'\(word)' is neither a command nor a file; 'boundaryplot --help' lists the commands"
        }
        return "'\(word)' is not a command; did you mean 'boundaryplot \(nearest)'?"
    }

    /// Returns the unknown option in a message of ArgumentParser, with its dashes.
    private static func unknownOption(in message: String) -> String? {
        message.firstMatch(of: /^Unknown option '([^']*)'/).map { String($0.1) }
    }

    /// Returns the first option on the command line that the command lacks, with its dashes.
    private static func unknownOption(of command: String) -> String? {
        let words = ProgramArguments.words
        guard let given = try? Invocation.given(in: words), let syntax = syntax(of: command) else { return nil }
        let offset = words.first == command ? 1 : 0
        return given.occurrences.first { syntax.option($0.name) == nil }.map { words[offset + $0.index] }
            .map { String($0.prefix { $0 != "=" }) }
    }

    private static func syntax(of command: String) -> CommandSyntax? {
        (try? CommandSyntaxList.boundaryplot())?.all.first { $0.name == command }
    }

    private static func hasOption(_ name: String, command: String) -> Bool {
        syntax(of: command)?.option(name) != nil
    }

    /// Suggests the option meant: another command's, that of a synonym, or the nearest spelling.
    private static func unknownOptionMessage(_ option: String, command: String) -> String {
        let name = String(option.drop { $0 == "-" })
        let commands = (try? CommandSyntaxList.boundaryplot().all) ?? []
        let others = commands.filter { $0.name != command }
        let problem = "'\(option)' is not an option of 'boundaryplot \(command)'"
        let help = "'boundaryplot \(command) --help' lists those that are"
        let names = commands.first { $0.name == command }?.arguments.compactMap(\.longName) ?? []
        let owners =
            names.contains(name) ? [] : others.filter { $0.option(name) != nil }.map { "'boundaryplot \($0.name)'" }
        if command == PredictCommand._commandName && name == "label" {
            return "\(problem), which reads no labels; leave it out"
        }
        if !owners.isEmpty {
            let list = owners.count > 3 ? "\(owners[0]) and \(owners.count - 1) others" : owners.joined(separator: ", ")
            return "\(problem), but of \(list); \(help)"
        }
        if let reason = NameSuggestion.reason(against: name) { return "\(problem); \(reason)" }

        let suggestions = NameSuggestion.names(for: name, among: names)
        if let question = NameSuggestion.question(suggestions.map { "--\($0)" }) { return "\(problem); \(question)" }
        for other in others {
            let names = NameSuggestion.names(for: name, among: other.arguments.compactMap(\.longName))
            if let first = names.first {
                return "\(problem); did you mean '--\(first)' of 'boundaryplot \(other.name)'?"
            }
        }
        return "\(problem); \(help)"
    }
}
