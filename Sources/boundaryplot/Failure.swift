import DecisionBoundary
import Files

/// A failure of a command: a message of one line, and an exit status.
struct Failure: Error, CustomStringConvertible {
    /// The exit statuses of `boundaryplot`, after sysexits.h.
    enum Status: Int32 {
        /// A network did not converge with `--strict`, or `rerun` produced different bytes.
        case notAsAsked = 1
        case usage = 64
        case badData = 65
        case missingInput = 66
        case tooLarge = 69
        case internalError = 70
        case cannotCreate = 73
        case writeFailed = 74
        case interrupted = 130
    }

    let status: Status
    let description: String

    init(_ status: Status, _ description: String) {
        self.status = status
        self.description = description
    }

    /// - Parameter name: returns the name of a key of the request in messages.
    init(_ error: RunError, naming name: (RequestKey) -> String) {
        self.init(Status(rawValue: error.kind.rawValue) ?? .internalError, error.message.text(naming: name))
    }

    /// Returns the result of `body`; file errors of `body` become failures that name an option.
    static func naming<Result>(_ option: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as FileError {
            let failure = Failure(RunError(error), naming: \.option)
            throw Failure(failure.status, "\(option): \(failure)")
        }
    }
}

/// The section of the help on exit statuses.
enum ExitStatus {
    static let help = """
        EXIT STATUS
          0    done; a network that did not converge is a warning
          1    a network did not converge, with --strict; all results are written
          64   an option is wrong
          65   the contents of a file are wrong
          66   a file, or the font DejaVu Sans, is missing
          69   the run needs more memory than this machine has
          70   a bug in boundaryplot
          73   a file cannot be created
          74   a file cannot be written
          130  interrupted; finished pictures and fits stay
        """
}
