import DecisionBoundary
import Files

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

    /// - Parameter option: the option that names the file; nil if the file is an argument of its own.
    init(_ error: FileError, option: String?) {
        let status: Status =
            switch error {
            case .cannotCreate: .cannotCreate
            case .writeFailed: .writeFailed
            case .cannotRead: .missingInput
            case .tooLarge: .badData
            }
        self.init(status, "\(option.map { "\($0): " } ?? "")\(error)")
    }
}

extension InputFile {
    /// Returns the contents of a small file.
    ///
    /// - Throws: `Failure` of status 66 if the file cannot be read, of status 65 if it is too large.
    static func bytes(_ path: String, option: String?, limit: Int = greatestByteCount) throws(Failure) -> [UInt8] {
        do throws(FileError) {
            return try bytes(path, limit: limit)
        } catch {
            throw Failure(error, option: option)
        }
    }
}
