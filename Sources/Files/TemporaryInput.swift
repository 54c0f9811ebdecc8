import Glibc

/// A CSV file that another program reads, in the folder for temporary files. It is removed with the object, also if a signal
/// ends the process.
package final class TemporaryInput {
    /// The absolute path of the file.
    package let path: String
    private let file: TemporaryFile

    /// Writes a file that only this user can read.
    ///
    /// - Throws: `FileError`.
    package init(_ bytes: [UInt8]) throws(FileError) {
        let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        let folder = AtomicFile.resolved(named.isEmpty ? "/tmp" : named)
        // Nothing is written to this name, which tells the folder.
        let neighbour = "\(folder)/.boundaryplot-training.csv"
        file = try TemporaryFile(beside: FilePlace(neighbour), for: neighbour, isCSV: true)
        path = "\(folder)/\(file.name)"
        guard fchmod(file.descriptor, 0o600) == 0 else {
            throw .cannotCreate(path: path, reason: SystemError.lastReason)
        }
        if let reason = AtomicFile.writeAll(bytes, to: file.descriptor) {
            throw .writeFailed(path: path, reason: reason)
        }
    }
}
