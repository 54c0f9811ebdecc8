import ArgumentParser
import CairoRenderer
import Glibc
import Meshgrid

extension BoundaryPlot {
    /// Prints what `error` has to say, and ends the process with its status.
    ///
    /// Requests for help or the version are answered on standard output, as ArgumentParser words them. Anything else is
    /// one line on standard error.
    static func end(after error: any Error) -> Never {
        if exitCode(for: error) == .success && longOptionWithOneDash == nil {
            try? StandardStream.output.write(fullMessage(for: error) + "\n")
            endProcess(0)
        }
        let failure = Self.failure(for: error)
        // One line, whatever is in the names and values that it repeats.
        let line = failure.description.split(whereSeparator: \.isNewline).joined(separator: " ")
        StandardStream.note("Error: \(line)")
        endProcess(failure.status.rawValue)
    }

    /// What kind of failure an error is.
    private static func failure(for error: any Error) -> Failure {
        switch error {
        case let failure as Failure: failure
        case let error as GridError: Failure(.usage, error.description)
        case let error as RendererError: Failure(error.status, error.description)
        default: usageFailure(for: error)
        }
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
