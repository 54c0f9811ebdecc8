import Foundation

/// A new folder that is removed with its last reference.
final class TemporaryFolder: Sendable {
    let url: URL

    init() {
        url = FileManager.default.temporaryDirectory.appending(path: "boundaryplot-tests-\(UUID().uuidString)")
        // Errors show when the folder is used.
        try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The paths of all files below the folder, sorted; folders end with `/`.
    var names: [String] {
        let found = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
        return found.map { isFolder($0) ? $0 + "/" : $0 }.sorted()
    }

    /// The contents of all files below the folder, by their paths.
    var files: [String: Data] {
        Dictionary(
            uniqueKeysWithValues: names.filter { !$0.hasSuffix("/") }.map {
                ($0, (try? Data(contentsOf: url.appending(path: $0))) ?? Data())
            })
    }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: url.appending(path: name)))
    }

    func text(_ name: String) throws -> String {
        String(decoding: try bytes(name), as: UTF8.self)
    }

    /// Writes a file and creates its parent folders.
    func write(_ text: String, to name: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(at: url.appending(path: name), withIntermediateDirectories: true)
    }

    func newFile(_ name: String) throws -> FileHandle {
        try write("", to: name)
        return try FileHandle(forWritingTo: url.appending(path: name))
    }

    private func isFolder(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: url.appending(path: name).path, isDirectory: &isFolder)
        return exists && isFolder.boolValue
    }
}
