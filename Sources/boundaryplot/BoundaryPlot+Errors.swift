import ArgumentParser
import CairoRenderer
import Geometry
import Glibc

extension BoundaryPlot {
    /// Prints what `error` has to say, and ends the process with its status.
    ///
    /// Requests for help or the version are answered on standard output, as ArgumentParser words them. Anything else is
    /// one line on standard error.
    ///
    /// - Parameter settings: what a settings file has set; an error may be about it.
    static func end(after error: any Error, settings: AppliedSettings?) -> Never {
        if exitCode(for: error) == .success && longOptionWithOneDash == nil {
            try? StandardStream.output.write(fullMessage(for: error) + "\n")
            endProcess(0)
        }
        let failure = failure(for: error, settings: settings)
        // One line, whatever is in the names and values that it repeats.
        let line = failure.description.split(whereSeparator: \.isNewline).joined(separator: " ")
        StandardStream.note("Error: \(line.withoutControlCharacters)")
        endProcess(failure.status.rawValue)
    }

    /// What kind of failure an error is.
    private static func failure(for error: any Error, settings: AppliedSettings?) -> Failure {
        let failure: Failure
        switch error {
        case let ownFailure as Failure: failure = ownFailure
        case let error as GridError: failure = Failure(.usage, error.description)
        case let error as RendererError: failure = Failure(error.status, error.description)
        default:
            let failure = usageFailure(for: error)
            return settings?.attributedValue(failure) ?? failure
        }
        return settings?.attributed(failure) ?? failure
    }
}

extension String {
    /// With a mark in the place of each character that would command the terminal, or turn the direction of what
    /// follows.
    var withoutControlCharacters: String {
        let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: return "\u{fffd}"
            case .format where scalar.properties.isBidiControl: return "\u{fffd}"
            default: return scalar
            }
        }
        return String(String.UnicodeScalarView(scalars))
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
