import Glibc

/// An open file to write: a temporary file, a device, or an inherited descriptor.
final class OutputFile {
    private enum Target {
        case file(TemporaryFile)
        case device(CInt)
        case inherited(CInt)
    }

    private let path: String
    private let target: Target

    /// Opens `path`.
    ///
    /// - Throws: `FileError.cannotCreate`
    init(_ path: String) throws(FileError) {
        self.path = path
        if let number = try Self.inheritedDescriptor(path) {
            target = .inherited(number)
            return
        }
        let place = try FilePlace(path)
        if place.isDevice {
            // One descriptor for all pieces: the reader of a pipe sees its end when the last one is closed.
            let descriptor = open(path.systemPath, O_WRONLY | O_NOCTTY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: SystemError.lastReason) }
            target = .device(descriptor)
        } else {
            target = .file(try TemporaryFile(beside: place, for: path))
        }
    }

    deinit {
        if case .device(let descriptor) = target { close(descriptor) }
    }

    /// Checks that `path` can be opened, without opening a device.
    static func check(_ path: String) throws(FileError) {
        guard try inheritedDescriptor(path) == nil else { return }
        let place = try FilePlace(path)
        if !place.isDevice { _ = try TemporaryFile(beside: place, for: path) }
    }

    private var descriptor: CInt {
        switch target {
        case .file(let file): file.descriptor
        case .device(let descriptor), .inherited(let descriptor): descriptor
        }
    }

    /// Writes all bytes.
    func write(_ bytes: some Collection<UInt8>) throws(FileError) {
        if let reason = AtomicFile.writeAll(bytes, to: descriptor) {
            throw .writeFailed(path: path, reason: reason)
        }
    }

    /// Makes the file appear at its path.
    ///
    /// - Parameter isDurable: true to wait until it is on the disk.
    func finish(isDurable: Bool) throws(FileError) {
        if case .file(let file) = target { try file.takePlace(for: path, isDurable: isDurable) }
    }

    /// Returns the descriptor that a path such as "/dev/stdout" or "/dev/fd/3" names; nil for other paths.
    ///
    /// Opening that path would truncate the file behind a redirection, and begin at its start.
    ///
    /// - Throws: `FileError.cannotCreate` if the process has not inherited the descriptor for writing.
    private static func inheritedDescriptor(_ path: String) throws(FileError) -> CInt? {
        guard let number = number(path) ?? AtomicFile.linkTarget(path).flatMap(number) else { return nil }
        let (flags, access) = (fcntl(number, F_GETFD), fcntl(number, F_GETFL))
        // Descriptors of our own are closed by `exec`; inherited ones cannot be.
        guard flags >= 0, flags & FD_CLOEXEC == 0, access & (O_WRONLY | O_RDWR) != 0 else {
            errno = EBADF
            throw .cannotCreate(path: path, reason: SystemError.lastReason)
        }
        return number
    }

    fileprivate static func number(_ path: String) -> CInt? {
        let names: [String: CInt] = ["/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2]
        let folder = ["/dev/fd/", "/proc/self/fd/"].first(where: path.hasPrefix)
        return names[path] ?? folder.flatMap { CInt(path.dropFirst($0.count)) }
    }
}

extension AtomicFile {
    /// Returns true if a path names a descriptor of the process, such as "/dev/fd/3".
    package static func isDescriptor(_ path: String) -> Bool { OutputFile.number(path) != nil }
}
