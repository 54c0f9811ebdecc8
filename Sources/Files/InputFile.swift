import Glibc

/// A small file, read as a whole.
package enum InputFile {
    /// Default limit in bytes: more than any settings file, model or picture of this project needs.
    package static let greatestByteCount = 256 << 20

    /// Returns the contents of a file or a pipe.
    ///
    /// - Parameter limit: the maximum size in bytes; reading stops shortly after it.
    /// - Throws: `FileError.cannotRead` with the system's reason, or `FileError.tooLarge`.
    package static func bytes(_ path: String, limit: Int = greatestByteCount) throws(FileError) -> [UInt8] {
        let descriptor = open(path.systemPath, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotRead(path: path, reason: SystemError.lastReason) }
        defer { close(descriptor) }
        return try bytes(from: descriptor, path: path, limit: limit)
    }

    /// Checks that a file can be read, without opening it, since a pipe is opened once.
    ///
    /// - Throws: `FileError.cannotRead` with the system's reason.
    package static func checkReadable(_ path: String) throws(FileError) {
        guard access(path.systemPath, R_OK) == 0 else { throw .cannotRead(path: path, reason: SystemError.lastReason) }
    }

    /// Reads the rest of an open descriptor, which stays open.
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
