import DecisionBoundary
import Files

/// A failure of a command: a message of one line, and an exit status.
struct Failure: Error, CustomStringConvertible {
    /// The kind of error; nil if the results are there but not as asked, with `--strict` or by `rerun`.
    let kind: RunError.Kind?
    let description: String
    /// A command that works instead; nil if none is known.
    let command: String?

    init(_ kind: RunError.Kind?, _ description: String, command: String? = nil) {
        self.kind = kind
        self.description = description
        self.command = command
    }

    /// - Parameters:
    ///   - name: returns the name of a key of the request in messages.
    ///   - command: the command that works instead; defaults to that of the error's remedy.
    init(_ error: RunError, naming name: (RequestKey) -> String, command: String? = nil) {
        self.init(
            error.kind, error.message.text(naming: name), command: command ?? error.remedy.map(CommandLineText.remedy))
    }

    static func notAsAsked(_ description: String) -> Failure { Failure(nil, description) }

    /// The exit status of the process.
    var status: Int32 { kind == .cancelled ? Interruption.status : kind?.rawValue ?? 1 }

    /// Returns the failure if the contents of a file, instead of an option, are the reason.
    func inFile(_ message: String) -> Failure {
        Failure(kind == .badRequest ? .badData : kind, message, command: command)
    }

    /// Returns the result of `body`; file errors of `body` become failures that name an option.
    static func naming<Result>(_ option: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as FileError {
            let failure = Failure(RunError(error), naming: \.option)
            throw Failure(failure.kind, "\(option): \(failure)")
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
          65   the contents of a file are wrong, or tune --merge lacks fits
          66   a file, or the font DejaVu Sans, is missing
          69   the run needs more memory, stack or open files than it may have
          70   a bug in boundaryplot
          73   a file cannot be created
          74   a file cannot be written
          75   a --classifier took longer than --timeout
          130  interrupted; 143 by SIGTERM, 129 by SIGHUP; finished files and fits stay
        """
}
