import Foundation

/// A copy of a public test suite below the folder that `Scripts/suites` names.
public struct PublicSuite: Sendable {
    private let folder: URL

    /// - Returns: nil if there is no copy.
    public init?(_ name: String) {
        guard let path = ProcessInfo.processInfo.environment["BOUNDARYPLOT_SUITES"] else { return nil }
        folder = URL(filePath: path).appending(path: name)
        guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
    }

    /// Returns the paths of files with an extension, relative to the suite, sorted.
    public func files(_ ending: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix("." + ending) }.sorted()
    }

    public func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: path)))
    }
}
