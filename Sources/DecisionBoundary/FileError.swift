/// Why a file could not be written.
public enum FileError: Error, Hashable, Sendable {
    /// The file, its temporary neighbour or its folder cannot be made.
    case cannotCreate(path: String, reason: String)
    /// The file was made but not all of it could be written; what there was is gone again.
    case writeFailed(path: String, reason: String)
}

extension FileError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotCreate(let path, let reason): "cannot create '\(path)': \(reason)"
        case .writeFailed(let path, let reason): "cannot write '\(path)': \(reason)"
        }
    }
}
