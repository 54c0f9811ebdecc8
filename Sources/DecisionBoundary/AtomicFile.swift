import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The way every file is written: whole or not at all.
///
/// The bytes go to a temporary file in the same folder, which is then renamed: a reader sees the old file or the new one,
/// never half of one, and what fails leaves nothing behind.
public enum AtomicFile {
    /// Tells apart the temporary files of one process.
    private static let counter = Atomic(0)

    /// Writes `bytes` to `path`, in the place of any file that is there.
    ///
    /// - Throws: `FileError`, with the system's reason.
    public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(FileError) {
        let temporary = try createTemporary(for: path)
        var failure = writeAll(bytes, to: temporary.descriptor)
        if close(temporary.descriptor) != 0 && failure == nil { failure = lastReason() }
        if let failure {
            unlink(temporary.path)
            throw .writeFailed(path: path, reason: failure)
        }
        guard rename(temporary.path, path) == 0 else {
            let reason = lastReason()
            unlink(temporary.path)
            throw .cannotCreate(path: path, reason: reason)
        }
    }

    /// Finds out whether a file could be written to `path`, by making a temporary one beside it.
    ///
    /// - Throws: `FileError.cannotCreate`, also where a folder has the name.
    public static func checkCreatable(_ path: String) throws(FileError) {
        var status = stat()
        if stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR {
            throw .cannotCreate(path: path, reason: "there is a folder of that name")
        }
        let temporary = try createTemporary(for: path)
        close(temporary.descriptor)
        unlink(temporary.path)
    }

    /// Makes the folder `path` and those above it, where they are missing.
    ///
    /// - Throws: `FileError.cannotCreate`, also where something other than a folder has the name.
    public static func makeFolder(_ path: String) throws(FileError) {
        guard !path.isEmpty, mkdir(path, 0o777) != 0 else { return }
        switch errno {
        case EEXIST:
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
                throw .cannotCreate(path: path, reason: "there is a file of that name, not a folder")
            }
        case ENOENT where parent(of: path) != path:
            try makeFolder(parent(of: path))
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
                throw .cannotCreate(path: path, reason: lastReason())
            }
        default:
            throw .cannotCreate(path: path, reason: lastReason())
        }
    }

    /// The folder that holds `path`: "." for a plain name, "/" for one at the root.
    public static func parent(of path: String) -> String {
        var trimmed = path[...]
        while trimmed.count > 1 && trimmed.last == "/" { trimmed.removeLast() }
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }

    /// Opens a new file with a hidden name beside `path`.
    private static func createTemporary(for path: String) throws(FileError) -> (path: String, descriptor: CInt) {
        let number = counter.wrappingAdd(1, ordering: .relaxed).oldValue
        let temporary = parent(of: path) + "/.boundaryplot-\(getpid())-\(number).tmp"
        // 0666 less the user's umask, as for any new file.
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: lastReason()) }
        return (temporary, descriptor)
    }

    /// Writes every byte; returns the reason where that fails.
    private static func writeAll(_ bytes: some Collection<UInt8>, to descriptor: CInt) -> String? {
        func writeBuffer(_ buffer: UnsafeBufferPointer<UInt8>) -> String? {
            var rest = UnsafeRawBufferPointer(buffer)
            while !rest.isEmpty {
                let count = writeSome(rest, to: descriptor)
                if count < 0 && errno != EINTR { return lastReason() }
                rest = UnsafeRawBufferPointer(rebasing: rest[max(0, count)...])
            }
            return nil
        }
        return bytes.withContiguousStorageIfAvailable(writeBuffer) ?? Array(bytes).withUnsafeBufferPointer(writeBuffer)
    }

    private static func lastReason() -> String {
        let reason = String(cString: strerror(errno))
        return reason.prefix(1).lowercased() + reason.dropFirst()
    }
}

/// The system's `write`, whose name is taken inside of `AtomicFile`.
private func writeSome(_ bytes: UnsafeRawBufferPointer, to descriptor: CInt) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
