import Foundation
import Testing

@testable import Files

@Suite("The names in a folder")
struct InputFolderTests {
    @Test("are those of its files and folders, whatever their bytes; a missing folder has none, and a file is an error")
    func names() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "names-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try InputFolder.names(folder) == [])
        let wanted = ["a", "é 月.ndjson", PathBytes.text([0x61, 0xFF]), String(repeating: "n", count: 255)]
        try AtomicFile.makeFolder(folder + "/inner")
        for name in wanted { try AtomicFile.write([1], to: "\(folder)/\(name)") }
        #expect(try Set(InputFolder.names(folder)) == Set(wanted + [".", "..", "inner"]))
        let error = #expect(throws: FileError.self) { try InputFolder.names("\(folder)/a") }
        #expect(error?.description == "cannot read '\(folder)/a': not a directory")
    }
}
