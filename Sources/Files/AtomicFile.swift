import Glibc

/// Atomic writing of files: whole or not at all.
///
/// The bytes go to a temporary file in the same folder, which is then renamed. Readers see the old file or the new one,
/// and neither a failure nor a signal leaves a file behind. The new file has the mode of the file that it replaces, and its
/// owner and group where the system allows that; other hard links keep the old contents. A symbolic link stays, and its
/// target is replaced or created, if the system lets this process follow the link. Pipes and devices are written
/// directly, and descriptors such as `/dev/stdout` at their position.
public enum AtomicFile {
    /// A file that took this long to make is synchronised with the disk, since making it again costs more.
    private static let longTime = Duration.seconds(1)

    /// Writes `bytes` to `path`, and replaces any file there.
    ///
    /// - Parameter begun: the time at which making the bytes began; after a second they are also on the disk when the
    ///   function returns.
    /// - Throws: `FileError`, with the system's reason.
    public static func write(
        _ bytes: some Collection<UInt8>, to path: String, begun: ContinuousClock.Instant = .now
    ) throws(FileError) {
        let file = try OutputFile(path)
        try file.write(bytes)
        try file.finish(isDurable: ContinuousClock.now - begun >= longTime)
    }

    /// Writes a file piece by piece, so that it need not be in memory.
    ///
    /// The file appears when `body` returns, and not at all if it throws.
    ///
    /// - Parameters:
    ///   - begun: as above.
    ///   - body: passes every piece to its argument.
    /// - Throws: `FileError` with the system's reason, or the error of `body`.
    public static func write(
        to path: String, begun: ContinuousClock.Instant = .now,
        _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        let file = try OutputFile(path)
        try body { try file.write($0) }
        try file.finish(isDurable: ContinuousClock.now - begun >= longTime)
    }

    /// Checks that a file can be written to `path`, by creating a temporary file beside it.
    ///
    /// - Throws: `FileError.cannotCreate`, also if a folder has the name.
    public static func checkCreatable(_ path: String) throws(FileError) {
        try OutputFile.check(path)
    }

    /// Creates the folder `path` and its missing parents.
    ///
    /// - Throws: `FileError.cannotCreate`, also if something other than a folder has the name.
    public static func makeFolder(_ path: String) throws(FileError) {
        guard !path.isEmpty, mkdir(path.systemPath, 0o777) != 0 else { return }
        switch errno {
        case EEXIST:
            guard kind(of: path) == S_IFDIR else {
                throw .cannotCreate(path: path, reason: "there is a file of that name, not a folder")
            }
        case ENOENT where parent(of: path) != path:
            try makeFolder(parent(of: path))
            guard mkdir(path.systemPath, 0o777) == 0 || errno == EEXIST else {
                throw .cannotCreate(path: path, reason: SystemError.lastReason)
            }
        default:
            throw .cannotCreate(path: path, reason: SystemError.lastReason)
        }
    }

    /// Returns the canonical path of the file to write; `path` itself if its folder does not exist.
    public static func resolved(_ path: String) -> String {
        var path = path
        // A link without a target leads to the file that will be created.
        for _ in 0..<maximumLinkCount {
            if let resolved = realPath(path) { return resolved }
            guard let target = linkTarget(path) else { break }
            path = target
        }
        guard let folder = realPath(parent(of: path)) else { return path }
        return (folder == "/" ? "" : folder) + "/" + name(of: path)
    }

    /// The number of symbolic links that Linux follows in one path.
    static let maximumLinkCount = 40

    /// Returns the path to which a symbolic link leads; nil if `path` is no link.
    static func linkTarget(_ path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path.systemPath, &buffer, buffer.count)
        guard count > 0 else { return nil }
        let target = PathBytes.text(buffer[..<count].map(UInt8.init(bitPattern:)))
        return target.hasPrefix("/") ? target : parent(of: path) + "/" + target
    }

    /// Returns `path` without links; nil if it does not exist.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path.systemPath, nil) else { return nil }
        defer { free(resolved) }
        return PathBytes.text(resolved)
    }

    /// Returns the last component of `path`; empty for "/".
    package static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? "" }

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
        return stat(path.systemPath, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// Writes every byte to an open descriptor. A terminal gets text without control characters.
    ///
    /// - Parameter controlsTerminal: true to write the bytes to a terminal unchanged; only for text of our own.
    /// - Returns: the reason of the failure; nil if all bytes are written.
    package static func writeAll(
        _ bytes: some Collection<UInt8>, to descriptor: CInt, controlsTerminal: Bool = false
    ) -> String? {
        if !controlsTerminal && isatty(descriptor) == 1 {
            return writeAll(TerminalText.safe(bytes), to: descriptor, controlsTerminal: true)
        }
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
