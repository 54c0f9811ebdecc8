import DecisionBoundary
import Files
import Glibc

/// A folder of this process's own, for files on their way.
struct TemporaryFolder {
    let path: String

    /// - Throws: `Failure` of status 73 where none can be made.
    init() throws(Failure) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/boundaryplot-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure(.cannotCreate, "cannot create a folder in '\(parent)': \(SystemError.lastReason)")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The paths of all files in it, sorted.
    var files: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append("\(path)/\(name)") }
        }
        return names.sorted()
    }

    /// Removes it with its files.
    func remove() {
        for file in files { unlink(file) }
        rmdir(path)
    }
}
