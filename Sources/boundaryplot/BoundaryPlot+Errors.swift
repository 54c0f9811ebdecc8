import ArgumentParser
import CInterruption
import DataFiles
import Datasets
import DecisionBoundary
import Glibc

extension BoundaryPlot {
    /// Prints an error and ends the process with its status.
    ///
    /// Help and version go to standard output as ArgumentParser words them. Any other error is one line on standard
    /// error, and a second one if a command is known that works.
    ///
    /// - Parameter settings: the applied settings file, which may have caused the error.
    static func end(after error: any Error, settings: AppliedSettings?) -> Never {
        if exitCode(for: error) == .success && longOptionWithOneDash == nil {
            do throws(Failure) {
                try StandardStream.output.write(fullMessage(for: error) + "\n")
                endProcess(0)
            } catch {
                end(after: error, settings: nil)
            }
        }
        let failure = failure(for: error, settings: settings)
        interruption_is_reported()
        // Names and values in the message may contain line breaks.
        let line = failure.description.split(whereSeparator: \.isNewline).joined(separator: " ")
        StandardStream.note("Error: \(line)")
        if let command = failure.command { StandardStream.note(command) }
        endProcess(failure.status)
    }

    /// Converts an error of any kind into a failure.
    private static func failure(for error: any Error, settings: AppliedSettings?) -> Failure {
        let failure: Failure
        switch error {
        case let ownFailure as Failure: failure = ownFailure
        case let error as RunError: failure = Failure(error, naming: \.option)
        case let error as CSVError: failure = Failure(RunError(error), naming: \.option)
        default:
            let failure = usageFailure(for: error)
            return settings?.attributedValue(failure) ?? failure
        }
        return settings?.attributed(failure) ?? failure
    }
}

/// Calls the system's `exit`; `ParsableCommand.exit` hides the name inside of commands.
private func endProcess(_ status: CInt) -> Never {
    exit(status)
}
