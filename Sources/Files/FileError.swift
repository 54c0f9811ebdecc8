/// Reason why a file could not be read or written.
public enum FileError: Error, Hashable, Sendable {
    /// The file, its temporary neighbour or its folder cannot be made.
    case cannotCreate(path: String, reason: String)
    /// The file was made but not all of it could be written; the incomplete file has been removed.
    case writeFailed(path: String, reason: String)
    /// The file cannot be opened, or reading it failed.
    case cannotRead(path: String, reason: String)
    /// The file has more bytes than are accepted.
    case tooLarge(path: String, limit: Int)
}

extension FileError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotCreate(let path, let reason): "cannot create '\(path)': \(reason)"
        case .writeFailed(let path, let reason): "cannot write '\(path)': \(reason)"
        case .cannotRead(let path, let reason): "cannot read '\(path)': \(reason)"
        case .tooLarge(let path, let limit):
            "'\(path)' has more than \(limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit >> 10) KiB")"
        }
    }
}
