import CInterruption
import Dispatch
import Glibc
import Synchronization

/// A file with a hidden name, which is removed unless it takes the place of another, also if a signal ends the process.
///
/// The file is locked while it exists. One without a lock was left behind by a process that was killed, and the next
/// process that writes into the folder removes it.
final class TemporaryFile {
    let descriptor: CInt
    private let place: FilePlace
    let name: String
    private var isRenamed = false

    private static let prefix = ".boundaryplot-"
    private static let suffix = ".tmp"
    /// Extensions after the suffix.
    private static let extensions = ["", ".csv"]
    /// Number of the next temporary file of this process.
    private static let counter = Atomic(0)
    /// The folders without leftovers.
    // SAFETY: only `sweeping` uses the set.
    private nonisolated(unsafe) static var sweptFolders: Set<String> = []
    // A queue instead of a `Mutex`, whose order the thread sanitizer does not see.
    private static let sweeping = DispatchQueue(label: "sweeping")
    /// Sweeping reads at most so many names, which takes about 5 ms.
    private static let maximumNameCount = 10_000

    /// Creates a file in the folder of `place`.
    ///
    /// - Parameters:
    ///   - path: the path in errors.
    ///   - isCSV: true for a name that ends in .csv.
    init(beside place: FilePlace, for path: String, isCSV: Bool = false) throws(FileError) {
        self.place = place
        Self.sweepOnce(place.folder, path: AtomicFile.parent(of: path))
        while true {
            let number = Self.counter.wrappingAdd(1, ordering: .relaxed).oldValue
            let name = "\(Self.prefix)\(getpid())-\(number)\(Self.suffix)\(Self.extensions[isCSV ? 1 : 0])"
            // 0666 minus the user's umask for a new file; nobody else reads a file that may get a stricter mode.
            let mode: mode_t = place.status == nil ? 0o666 : 0o600
            let descriptor = temporary_file_create(place.folder, name, mode)
            if descriptor >= 0 {
                if Self.isKept(descriptor) {
                    (self.descriptor, self.name) = (descriptor, name)
                    return
                }
                temporary_file_forget(name)
                close(descriptor)
            } else if errno != EEXIST {
                // A name may be taken, since processes in containers often have the same id.
                throw .cannotCreate(path: path, reason: SystemError.lastReason)
            }
        }
    }

    deinit {
        if !isRenamed { unlinkat(place.folder, name, 0) }
        temporary_file_forget(name)
        close(descriptor)
    }

    /// Renames the file to that of its place, with the attributes of the file that was there.
    ///
    /// - Parameter isDurable: true to wait until file and name are on the disk.
    /// - Throws: `FileError` with `path`.
    func takePlace(for path: String, isDurable: Bool) throws(FileError) {
        if let status = place.status { copyAttributes(status) }
        if isDurable && fsync(descriptor) != 0 && errno != EINVAL {
            throw .writeFailed(path: path, reason: SystemError.lastReason)
        }
        // Some file systems report a full disk only here. The lock stays with the other descriptor.
        let copy = dup(descriptor)
        guard copy < 0 || close(copy) == 0 else { throw .writeFailed(path: path, reason: SystemError.lastReason) }
        guard place.replace(byRenaming: name) else {
            throw .cannotCreate(path: path, reason: SystemError.lastReason)
        }
        isRenamed = true
        if isDurable { Self.reading(place.folder) { _ = fsync($0) } }
    }

    /// Copies mode and, where the system allows that, owner and group.
    private func copyAttributes(_ status: stat) {
        var mode = status.st_mode & 0o777
        if fchown(descriptor, status.st_uid, status.st_gid) != 0
            && fchown(descriptor, uid_t.max, status.st_gid) != 0
        {
            // Rights of the old group are not for the new one.
            mode = mode & 0o707 | (mode & 0o007) << 3 & mode
        }
        _ = fchmod(descriptor, mode)
    }

    /// Locks a new file; returns false if a sweep has removed it.
    private static func isKept(_ descriptor: CInt) -> Bool {
        var status = stat()
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK { return false }
        return fstat(descriptor, &status) != 0 || status.st_nlink > 0
    }

    /// Removes files of this user that ended processes left in the folder, unless this process has done that.
    private static func sweepOnce(_ folder: CInt, path: String) {
        guard sweeping.sync(execute: { sweptFolders.insert(path).inserted }) else { return }
        reading(folder) { descriptor in
            guard let stream = fdopendir(dup(descriptor)) else { return }
            defer { closedir(stream) }
            for _ in 0..<maximumNameCount {
                guard let entry = readdir(stream) else { return }
                let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                    tuple.withMemoryRebound(to: CChar.self, capacity: prefix.utf8.count) {
                        strncmp($0, prefix, prefix.utf8.count) == 0 ? String(cString: $0) : ""
                    }
                }
                if extensions.contains(where: { name.hasSuffix(suffix + $0) }) { removeUnlocked(name, in: folder) }
            }
        }
    }

    private static func removeUnlocked(_ name: String, in folder: CInt) {
        // A lock on a network needs a descriptor for writing.
        let descriptor = openat(folder, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var status = stat()
        // If the last link is gone, the name may belong to another file.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0,
            status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(), status.st_nlink > 0
        else { return }
        unlinkat(folder, name, 0)
    }

    /// Calls `body` with a descriptor of the folder that can be read, if the system allows that.
    private static func reading(_ folder: CInt, _ body: (CInt) -> Void) {
        let descriptor = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        body(descriptor)
        close(descriptor)
    }
}
