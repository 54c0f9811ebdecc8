import Glibc

/// A small file that is read whole.
package enum InputFile {
    /// Default limit in bytes: more than any settings file, model or picture of this project has.
    package static let greatestByteCount = 256 << 20

    /// Returns the contents of a file or a pipe.
    ///
    /// - Parameter limit: the most bytes that it may have; no more than that and one piece are ever read.
    /// - Throws: `FileError.cannotRead` with the system's reason, or `FileError.tooLarge`.
    package static func bytes(_ path: String, limit: Int = greatestByteCount) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotRead(path: path, reason: SystemError.lastReason) }
        defer { close(descriptor) }
        return try bytes(from: descriptor, path: path, limit: limit)
    }

    /// Returns what is left to read from a descriptor, which stays open.
    ///
    /// - Parameter path: the name of the file in errors.
    /// - Throws: as `bytes(_:limit:)`.
    package static func bytes(
        from descriptor: CInt, path: String, limit: Int = greatestByteCount
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes += buffer[..<count]
            } else if errno != EINTR {
                throw .cannotRead(path: path, reason: SystemError.lastReason)
            }
        }
        throw .tooLarge(path: path, limit: limit)
    }
}
