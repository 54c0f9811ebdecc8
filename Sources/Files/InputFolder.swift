import Glibc

/// A folder, read as the names in it.
package enum InputFolder {
    /// Returns the names of the files and folders in a folder, "." and ".." among them, in no order; empty if there is no
    /// such folder.
    ///
    /// - Throws: `FileError.cannotRead` with the system's reason.
    package static func names(_ folder: String) throws(FileError) -> [String] {
        guard let stream = opendir(folder.systemPath) else {
            guard errno != ENOENT else { return [] }
            throw .cannotRead(path: folder, reason: SystemError.lastReason)
        }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { PathBytes.text($0) }
            }
            names.append(name)
            errno = 0
        }
        guard errno == 0 else { throw .cannotRead(path: folder, reason: SystemError.lastReason) }
        return names
    }
}
