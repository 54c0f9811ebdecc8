/// Reason why a file could not be read or written.
public enum FileError: Error, Hashable, Sendable {
    /// The file, a temporary file beside it, or its folder cannot be created.
    case cannotCreate(path: String, reason: String)
    /// Writing failed; the incomplete file was removed.
    case writeFailed(path: String, reason: String)
    /// The file cannot be opened, or reading it failed.
    case cannotRead(path: String, reason: String)
    /// The file is larger than the limit.
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
