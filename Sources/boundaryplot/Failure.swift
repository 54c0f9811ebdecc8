import DecisionBoundary

/// What ends a run: a message of one line, and the exit status that says what kind of failure it is.
struct Failure: Error, CustomStringConvertible {
    /// The exit statuses of `boundaryplot`, after sysexits.h.
    enum Status: Int32 {
        /// With `--strict`, a network that did not converge; of `rerun`, a picture that comes out another.
        case notAsAsked = 1
        case usage = 64
        /// A file that was given has something wrong in it.
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

    /// What went wrong with a file that `option` names.
    init(_ error: FileError, option: String) {
        let status: Status =
            switch error {
            case .cannotCreate: .cannotCreate
            case .writeFailed: .writeFailed
            }
        self.init(status, "\(option): \(error)")
    }
}
