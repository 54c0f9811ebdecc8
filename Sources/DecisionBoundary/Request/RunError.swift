package import Files

/// The error of a run: a kind, and a message of one line that says what is wrong and what to do.
public struct RunError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of errors; the raw value is the exit status of the command, after sysexits.h.
    public enum Kind: Int32, Sendable {
        /// The request contradicts itself, the data or the machine.
        case badRequest = 64
        /// The contents of a file are wrong.
        case badData = 65
        /// A file is missing or cannot be read.
        case missingInput = 66
        /// The run needs more memory than the machine has.
        case tooLarge = 69
        /// A bug in this library.
        case internalError = 70
        /// A file cannot be created.
        case cannotCreate = 73
        /// A file cannot be written to its end.
        case writeFailed = 74
        /// A command of a classifier took too long.
        case timedOut = 75
        /// The run was cancelled.
        case cancelled = 130
    }

    /// The kind of error.
    public let kind: Kind
    /// The message.
    public let message: RequestMessage
    /// A way out of an error in a data file; nil if none is known.
    public let remedy: Remedy?

    /// The ways out of an error in a data file.
    public enum Remedy: Hashable, Sendable {
        /// Draw the file with these columns and options, which works.
        case draw(DataFile)
        /// List the columns of the file.
        case list(DataFile)
    }

    package init(_ kind: Kind, _ message: RequestMessage, remedy: Remedy? = nil) {
        self.kind = kind
        self.message = message
        self.remedy = remedy
    }

    /// Creates the error of reading or writing a file.
    ///
    /// - Parameter key: the key that names the file; nil if the file is an argument of the command.
    package init(_ error: FileError, _ key: RequestKey? = nil) {
        let kind: Kind =
            switch error {
            case .cannotCreate: .cannotCreate
            case .writeFailed: .writeFailed
            case .cannotRead: .missingInput
            case .tooLarge: .badData
            }
        self.init(kind, key.map { "\($0): \(error)" } ?? "\(error)")
    }

    /// The error of a cancelled run.
    package static let cancelled = RunError(.cancelled, "interrupted; finished pictures stay")

    public var description: String { message.text() }
}
