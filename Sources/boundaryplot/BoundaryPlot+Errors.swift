import ArgumentParser
import CairoRenderer
import Datasets
import DecisionBoundary
import Meshgrid

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension BoundaryPlot {
    /// Prints what `error` has to say, and ends the process with its status.
    ///
    /// Requests for help or the version are answered on standard output, as ArgumentParser words them. Anything else is one line
    /// on standard error.
    static func end(after error: any Error) -> Never {
        if exitCode(for: error) == .success {
            try? StandardStream.output.write(fullMessage(for: error) + "\n")
            endProcess(0)
        }
        let failure = Self.failure(for: error)
        StandardStream.note("Error: \(failure.description)")
        endProcess(failure.status.rawValue)
    }

    /// What kind of failure an error is.
    private static func failure(for error: any Error) -> Failure {
        switch error {
        case let failure as Failure: failure
        case let error as FileError:
            switch error {
            case .cannotCreate: Failure(.cannotCreate, error.description)
            case .writeFailed: Failure(.writeFailed, error.description)
            }
        case let error as DatasetError: Failure(.usage, error.description)
        case let error as GridError: Failure(.usage, error.description)
        case let error as RendererError: Failure(error.status, error.description)
        default: usageFailure(for: error)
        }
    }

    /// A failure to understand the command line.
    private static func usageFailure(for error: any Error) -> Failure {
        let message = message(for: error).split(separator: "\n").joined(separator: " ")
        guard exitCode(for: error).rawValue == Failure.Status.usage.rawValue else {
            return Failure(.internalError, "this is a bug in boundaryplot, please report it: \(message)")
        }
        return Failure(.usage, unknownCommandMessage() ?? message)
    }

    /// A word where a command could stand is answered with the command nearest to it.
    private static func unknownCommandMessage() -> String? {
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return nil }
        let commands = configuration.subcommands.map { $0._commandName } + ["help"]
        guard !commands.contains(word) else { return nil }
        let nearest = commands.min { word.editDistance(to: $0) < word.editDistance(to: $1) } ?? "plot"
        return "'\(word)' is not a command; did you mean 'boundaryplot \(nearest)'?"
    }
}

/// The system's `exit`, whose name is taken inside of a command.
private func endProcess(_ status: CInt) -> Never {
    exit(status)
}

extension RendererError {
    /// The exit status that says what kind of failure it is.
    fileprivate var status: Failure.Status {
        switch self {
        case .unusablePageSize, .unusableResolution, .tooManyPixels: .usage
        case .outOfMemory: .tooLarge
        case .fontNotFound, .fontUnreadable: .missingInput
        case .drawingFailed, .unusableTextKeyword, .encodingFailed: .internalError
        }
    }
}

extension String {
    /// How many letters have to be inserted, removed or replaced to make one word of the other (Levenshtein's distance).
    fileprivate func editDistance(to other: String) -> Int {
        var distances = Array(0...other.count)
        for (row, letter) in enumerated() {
            var diagonal = distances[0]
            distances[0] = row + 1
            for (column, otherLetter) in other.enumerated() {
                let replaced = diagonal + (letter == otherLetter ? 0 : 1)
                diagonal = distances[column + 1]
                distances[column + 1] = Swift.min(replaced, diagonal + 1, distances[column] + 1)
            }
        }
        return distances[other.count]
    }
}
