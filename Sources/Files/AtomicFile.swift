import CInterruption
import Glibc
import Synchronization

/// Atomic writing of files: whole or not at all.
///
/// The bytes go to a temporary file in the same folder, which is then renamed. Readers see the old file or the new one,
/// and neither a failure nor a signal that is caught leaves a file behind. A symbolic link stays, and its target is replaced; a link
/// without a target is replaced itself. Pipes and devices, such as
/// `/dev/stdout`, are written directly.
public enum AtomicFile {
    /// Number of the next temporary file of this process.
    private static let counter = Atomic(0)

    /// Writes `bytes` to `path`, and replaces any file there.
    ///
    /// - Throws: `FileError`, with the system's reason.
    public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(FileError) {
        if isDevice(path) {
            let descriptor = try openDevice(path)
            defer { close(descriptor) }
            return try write(bytes, to: descriptor, path: path)
        }
        let destination = followingLinks(path)
        let temporary = try createTemporary(beside: destination, for: path)
        let failure = writeAll(bytes, to: temporary.descriptor)
        try finish(temporary, at: destination, for: path, failure: failure)
    }

    /// Writes a file piece by piece, so that it need not be in memory.
    ///
    /// The file appears when `body` returns, and not at all if it throws.
    ///
    /// - Parameter body: passes every piece to its argument.
    /// - Throws: `FileError` with the system's reason, or the error of `body`.
    public static func write(
        to path: String, _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        if isDevice(path) {
            // One descriptor for all pieces: the reader of a pipe sees its end when the last one is closed.
            let descriptor = try openDevice(path)
            defer { close(descriptor) }
            return try body { try write($0, to: descriptor, path: path) }
        }
        let destination = followingLinks(path)
        let temporary = try createTemporary(beside: destination, for: path)
        do {
            try body { try write($0, to: temporary.descriptor, path: path) }
        } catch {
            close(temporary.descriptor)
            unlink(temporary.path)
            temporary_file_forget(temporary.path)
            throw error
        }
        try finish(temporary, at: destination, for: path, failure: nil)
    }

    /// Closes a temporary file and renames it; removes it if that fails or writing has failed.
    private static func finish(
        _ temporary: (path: String, descriptor: CInt), at destination: String, for path: String, failure: String?
    ) throws(FileError) {
        defer { temporary_file_forget(temporary.path) }
        var failure = failure
        if close(temporary.descriptor) != 0 && failure == nil { failure = SystemError.lastReason }
        if let failure {
            unlink(temporary.path)
            throw .writeFailed(path: path, reason: failure)
        }
        guard rename(temporary.path, destination) == 0 else {
            let reason = SystemError.lastReason
            unlink(temporary.path)
            throw .cannotCreate(path: path, reason: reason)
        }
    }

    /// Checks that a file can be written to `path`, by creating a temporary file beside it.
    ///
    /// - Throws: `FileError.cannotCreate`, also if a folder has the name.
    public static func checkCreatable(_ path: String) throws(FileError) {
        guard kind(of: path) != S_IFDIR else {
            throw .cannotCreate(path: path, reason: "there is a folder of that name")
        }
        if isDevice(path) {
            guard access(path, W_OK) == 0 else { throw .cannotCreate(path: path, reason: SystemError.lastReason) }
            return
        }
        let temporary = try createTemporary(beside: followingLinks(path), for: path)
        close(temporary.descriptor)
        unlink(temporary.path)
        temporary_file_forget(temporary.path)
    }

    /// Creates the folder `path` and its missing parents.
    ///
    /// - Throws: `FileError.cannotCreate`, also if something other than a folder has the name.
    public static func makeFolder(_ path: String) throws(FileError) {
        guard !path.isEmpty, mkdir(path, 0o777) != 0 else { return }
        switch errno {
        case EEXIST:
            guard kind(of: path) == S_IFDIR else {
                throw .cannotCreate(path: path, reason: "there is a file of that name, not a folder")
            }
        case ENOENT where parent(of: path) != path:
            try makeFolder(parent(of: path))
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
                throw .cannotCreate(path: path, reason: SystemError.lastReason)
            }
        default:
            throw .cannotCreate(path: path, reason: SystemError.lastReason)
        }
    }

    /// Returns the canonical path of the file to write; `path` itself if its folder does not exist.
    public static func resolved(_ path: String) -> String {
        let destination = followingLinks(path)
        guard destination == path else { return destination }
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        guard let folder = realpath(parent(of: path), nil) else { return path }
        defer { free(folder) }
        let text = String(cString: folder)
        return (text == "/" ? "" : text) + "/" + name
    }

    /// Returns the folder of `path`: "." for a plain name, "/" for a file at the root.
    public static func parent(of path: String) -> String {
        var trimmed = path[...]
        while trimmed.count > 1 && trimmed.last == "/" { trimmed.removeLast() }
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }

    /// Returns the file type bits of the target of `path`; nil if it does not exist.
    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// Returns true if `path` is neither a file nor a folder.
    private static func isDevice(_ path: String) -> Bool {
        guard let kind = kind(of: path) else { return false }
        return kind != S_IFREG && kind != S_IFDIR
    }

    /// Returns the target of `path`, or `path` itself if the file does not exist.
    private static func followingLinks(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func openDevice(_ path: String) throws(FileError) -> CInt {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: SystemError.lastReason) }
        return descriptor
    }

    private static func write(
        _ bytes: some Collection<UInt8>, to descriptor: CInt, path: String
    ) throws(FileError) {
        if let reason = writeAll(bytes, to: descriptor) { throw .writeFailed(path: path, reason: reason) }
    }

    /// Opens a new file with a hidden name beside `destination`; errors name `path`.
    private static func createTemporary(
        beside destination: String, for path: String
    ) throws(FileError) -> (path: String, descriptor: CInt) {
        while true {
            let number = counter.wrappingAdd(1, ordering: .relaxed).oldValue
            let temporary = parent(of: destination) + "/.boundaryplot-\(getpid())-\(number).tmp"
            // 0666 minus the user's umask, as for any new file.
            let descriptor = temporary_file_create(temporary)
            if descriptor >= 0 { return (temporary, descriptor) }
            // A killed process with the same id, common in containers, may have left its file.
            guard errno == EEXIST else { throw .cannotCreate(path: path, reason: SystemError.lastReason) }
        }
    }

    /// Writes every byte to an open descriptor.
    ///
    /// - Returns: the reason of the failure; nil if all bytes are written.
    package static func writeAll(_ bytes: some Collection<UInt8>, to descriptor: CInt) -> String? {
        func writeBuffer(_ buffer: UnsafeBufferPointer<UInt8>) -> String? {
            var rest = UnsafeRawBufferPointer(buffer)
            while !rest.isEmpty {
                let count = writeSome(rest, to: descriptor)
                if count < 0 && errno != EINTR { return SystemError.lastReason }
                rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
            }
            return nil
        }
        return bytes.withContiguousStorageIfAvailable(writeBuffer) ?? Array(bytes).withUnsafeBufferPointer(writeBuffer)
    }
}

/// Calls the system's `write`; methods of `AtomicFile` hide the name.
private func writeSome(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
