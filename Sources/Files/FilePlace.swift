import Glibc

/// The place of a file to write: a name in a folder that is held open.
///
/// The folder stays the same even if links on the way to it change. `open` itself follows a link, so that the rules of
/// the system apply: `protected_symlinks` does not let a process follow another user's link in a folder such as `/tmp`.
final class FilePlace {
    /// `O_PATH`: opens a file without access to its contents. Glibc's module lacks it.
    static let pathOnly: CInt = 0o10_000_000

    /// The folder, open for names in it alone.
    private(set) var folder: CInt
    /// The name in the folder; of the link if the place is a device behind a link.
    private(set) var name: String
    /// The status of the present file or device; nil if there is none.
    private(set) var status: stat?
    /// True if the file is empty and was created here, as the target of a link.
    private var isPlaceholder = false

    /// Finds the place that `path` leads to. The target of a link is created if it does not exist.
    ///
    /// - Throws: `FileError.cannotCreate`, also if a folder has the name or the file is write-protected.
    init(_ path: String) throws(FileError) {
        (folder, name, status) = try Self.unfollowed(path, for: path)
        if kind == S_IFLNK { try follow(path) }
        try checkReplaceable(path)
    }

    deinit {
        if isPlaceholder, let current = Self.status(of: name, in: folder), Self.isSame(current, status),
            current.st_size == 0
        {
            unlinkat(folder, name.systemPath, 0)
        }
        close(folder)
    }

    /// The file type bits; nil if there is no file.
    private var kind: mode_t? { status.map { $0.st_mode & S_IFMT } }

    /// True if the place is neither a file nor free.
    var isDevice: Bool { kind != nil && kind != S_IFREG }

    /// Gives the file `other` in the same folder the name of the place.
    ///
    /// - Returns: false if `errno` is set.
    func replace(byRenaming other: String) -> Bool {
        guard renameat(folder, other, folder, name.systemPath) == 0 else { return false }
        isPlaceholder = false
        return true
    }

    private func follow(_ path: String) throws(FileError) {
        func error(_ reason: String = SystemError.lastReason) -> FileError {
            .cannotCreate(path: path, reason: reason)
        }
        var target = open(path.systemPath, Self.pathOnly | O_CLOEXEC)
        if target < 0 && errno == ENOENT {
            target = open(path.systemPath, O_WRONLY | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0o666)
            isPlaceholder = target >= 0
        }
        var status = stat()
        guard target >= 0, fstat(target, &status) == 0 else { throw error() }
        close(target)
        self.status = status
        guard kind == S_IFREG else { return }
        guard let real = AtomicFile.realPath(path) else { throw error() }
        let place = try Self.unfollowed(real, for: path)
        guard Self.isSame(status, place.status) else {
            close(place.folder)
            throw error("the link leads to another file now")
        }
        close(folder)
        (folder, name) = (place.folder, place.name)
    }

    private func checkReplaceable(_ path: String) throws(FileError) {
        guard let status else { return }
        guard kind != S_IFDIR else {
            throw .cannotCreate(path: path, reason: "there is a folder of that name")
        }
        guard faccessat(folder, name.systemPath, W_OK, 0) == 0 else {
            throw .cannotCreate(path: path, reason: SystemError.lastReason)
        }
        // `rename` would fail, but not before the file is made.
        var folderStatus = stat()
        if kind == S_IFREG, fstat(folder, &folderStatus) == 0, folderStatus.st_mode & S_ISVTX != 0,
            ![0, status.st_uid, folderStatus.st_uid].contains(geteuid())
        {
            throw .cannotCreate(path: path, reason: "the file is another user's, and the folder keeps it from others")
        }
    }

    /// Opens the folder of `path` and reads the status of its last component, which may be a link.
    ///
    /// - Parameter original: the path in errors.
    private static func unfollowed(
        _ path: String, for original: String
    ) throws(FileError) -> (folder: CInt, name: String, status: stat?) {
        let name = AtomicFile.name(of: path)
        let folder = open(AtomicFile.parent(of: path).systemPath, pathOnly | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .cannotCreate(path: original, reason: SystemError.lastReason) }
        // A path such as "a/" names a folder, whether it exists or not.
        let status = path.hasSuffix("/") ? status(of: name + "/.", in: folder) : status(of: name, in: folder)
        guard status != nil || (errno == ENOENT && !path.isEmpty && !path.hasSuffix("/")) else {
            let reason = SystemError.lastReason
            close(folder)
            throw .cannotCreate(path: original, reason: reason)
        }
        return (folder, name, status)
    }

    private static func status(of name: String, in folder: CInt) -> stat? {
        var status = stat()
        return fstatat(folder, name.systemPath, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// Returns true if both are the status of one file.
    private static func isSame(_ status: stat, _ other: stat?) -> Bool {
        status.st_dev == other?.st_dev && status.st_ino == other?.st_ino
    }
}
