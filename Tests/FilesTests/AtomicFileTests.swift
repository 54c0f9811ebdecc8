import Files
import Foundation
import Testing

@Suite("Files written whole or not at all")
struct AtomicFileTests {
    @Test("The bytes are written, in the place of any file that was there")
    func writes() throws {
        try inFolder { folder in
            let path = folder + "/figure.png"
            for text in ["first", "a longer second", "3", ""] {
                try AtomicFile.write(Array(text.utf8), to: path)
                #expect(try read(path) == text)
            }
            #expect(try names(in: folder) == ["figure.png"])
        }
    }

    @Test("Any collection of bytes can be written, a large one too")
    func collections() throws {
        try inFolder { folder in
            try AtomicFile.write("text".utf8, to: folder + "/a")
            #expect(try read(folder + "/a") == "text")
            try AtomicFile.write([UInt8](repeating: 65, count: 9)[2...4], to: folder + "/b")
            #expect(try read(folder + "/b") == "AAA")
            try AtomicFile.write((0..<3).lazy.map { UInt8(65 + $0) }, to: folder + "/c")
            #expect(try read(folder + "/c") == "ABC")
            let large = [UInt8](repeating: 66, count: 5_000_000)
            try AtomicFile.write(large, to: folder + "/d")
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/d")) == Data(large))
        }
    }

    @Test("A reader of the old file goes on reading the old file")
    func readers() throws {
        try inFolder { folder in
            let path = folder + "/file"
            try AtomicFile.write("old".utf8, to: path)
            let reader = try #require(FileHandle(forReadingAtPath: path))
            try AtomicFile.write("new".utf8, to: path)
            #expect(try reader.readToEnd() == Data("old".utf8))
            #expect(try read(path) == "new")
        }
    }

    @Test("A new file has the permissions that the user's umask leaves")
    func permissions() throws {
        try inFolder { folder in
            let plain = try #require(fopen(folder + "/plain", "w"))
            fclose(plain)
            try AtomicFile.write("x".utf8, to: folder + "/ours")
            #expect(try mode(folder + "/ours") == mode(folder + "/plain"))
        }
    }

    @Test("Where a folder has the name nothing is written, and nothing left behind")
    func folderOfThatName() throws {
        try inFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/name", withIntermediateDirectories: false)
            let error = #expect(throws: FileError.self) { try AtomicFile.write("x".utf8, to: folder + "/name") }
            #expect(error?.description.hasPrefix("cannot create '\(folder)/name': ") == true)
            #expect(throws: FileError.cannotCreate(path: folder + "/name", reason: "there is a folder of that name")) {
                try AtomicFile.checkCreatable(folder + "/name")
            }
            #expect(try names(in: folder) == ["name"])
        }
    }

    @Test(
        "A folder that is missing, unwritable or a file is an error",
        arguments: [
            ("/proc/no-such-place/file", "no such file or directory"), ("/proc/file", "no such file or directory"),
            ("/proc/version/file", "not a directory"), ("/nowhere/at/all/file", "no such file or directory"),
        ])
    func noFolder(path: String, reason: String) {
        let expected = FileError.cannotCreate(path: path, reason: reason)
        #expect(throws: expected) { try AtomicFile.write("x".utf8, to: path) }
        #expect(throws: expected) { try AtomicFile.checkCreatable(path) }
        #expect(expected.description == "cannot create '\(path)': \(reason)")
    }

    @Test("Checking that a file can be created changes no file")
    func checkCreatable() throws {
        try inFolder { folder in
            try AtomicFile.checkCreatable(folder + "/new")
            #expect(try names(in: folder) == [])
            try AtomicFile.write("kept".utf8, to: folder + "/old")
            try AtomicFile.checkCreatable(folder + "/old")
            #expect(try read(folder + "/old") == "kept")
            #expect(try names(in: folder) == ["old"])
        }
    }

    @Test("Many files can be written at once")
    func concurrent() throws {
        try inFolder { folder in
            DispatchQueue.concurrentPerform(iterations: 40) { index in
                let name = index < 20 ? "own-\(index)" : "shared"
                #expect(throws: Never.self) {
                    try AtomicFile.write(Array(repeating: UInt8(index), count: 1000), to: folder + "/" + name)
                }
            }
            #expect(try names(in: folder).count == 21)
            // Exactly one writer wins, with its whole file.
            let shared = try Data(contentsOf: URL(fileURLWithPath: folder + "/shared"))
            #expect(shared.count == 1000 && Set(shared).count == 1)
        }
    }

    @Test("A temporary file that another process with the same id is writing is skipped")
    func leftovers() throws {
        try inFolder { folder in
            // Processes in containers often have the same id in every run.
            let leftovers = (0..<200).map { ".boundaryplot-\(getpid())-\($0).tmp" }
            let locked = leftovers.map { open(folder + "/" + $0, O_WRONLY | O_CREAT, 0o600) }
            defer { for descriptor in locked { close(descriptor) } }
            for descriptor in locked { #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0) }
            try AtomicFile.checkCreatable(folder + "/file")
            try AtomicFile.write("whole".utf8, to: folder + "/file")
            #expect(try read(folder + "/file") == "whole")
            #expect(try names(in: folder).filter { $0.hasPrefix(".") }.sorted() == leftovers.sorted())
        }
    }

    @Test("A pipe is written to, not replaced")
    func pipe() throws {
        try inFolder { folder in
            let path = folder + "/pipe"
            #expect(mkfifo(path, 0o600) == 0)
            let reader = open(path, O_RDONLY | O_NONBLOCK)
            defer { close(reader) }
            try AtomicFile.checkCreatable(path)
            try AtomicFile.write("through".utf8, to: path)
            var buffer = [UInt8](repeating: 0, count: 20)
            #expect(Foundation.read(reader, &buffer, buffer.count) == 7)
            #expect(buffer.prefix(7).elementsEqual("through".utf8))
            #expect(try mode(path) & S_IFMT == S_IFIFO)
            #expect(try names(in: folder) == ["pipe"])
        }
    }

    @Test("The reader of a pipe sees its end after the last piece")
    func pipeInPieces() throws {
        try inFolder { folder in
            let path = folder + "/pipe"
            #expect(mkfifo(path, 0o600) == 0)
            let reader = open(path, O_RDONLY | O_NONBLOCK)
            defer { close(reader) }
            var buffer = [UInt8](repeating: 0, count: 20)
            try AtomicFile.write(to: path) { write in
                for piece in ["one ", "two"] {
                    try write(Array(piece.utf8))
                    #expect(Foundation.read(reader, &buffer, buffer.count) == piece.utf8.count)
                    // Nothing to read yet, but not the end, which is 0.
                    #expect(Foundation.read(reader, &buffer, buffer.count) == -1 && errno == EAGAIN)
                }
            }
            #expect(Foundation.read(reader, &buffer, buffer.count) == 0)
        }
    }

    @Test("A file at the root has one resolved path")
    func resolvedAtRoot() {
        #expect(AtomicFile.resolved("/boundaryplot-missing.png") == "/boundaryplot-missing.png")
        #expect(AtomicFile.resolved("//boundaryplot-missing.png") == "/boundaryplot-missing.png")
    }

    @Test("A symbolic link stays one, and the file that it leads to is replaced")
    func symbolicLink() throws {
        try inFolder { folder in
            try AtomicFile.makeFolder(folder + "/other")
            try AtomicFile.write("old".utf8, to: folder + "/other/file")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/link", withDestinationPath: folder + "/other/file")
            try AtomicFile.write("new".utf8, to: folder + "/link")
            #expect(try read(folder + "/other/file") == "new")
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == folder + "/other/file")
            #expect(try names(in: folder + "/other") == ["file"])
        }
    }

    @Test("Folders are created with their parents, and may exist already")
    func makeFolder() throws {
        try inFolder { folder in
            for path in ["/a", "/a", "/a/", "/b/c/d", "/b/c/e/", "/b//f///g", "/a/../h/i"] {
                try AtomicFile.makeFolder(folder + path)
                var isFolder = ObjCBool(false)
                #expect(FileManager.default.fileExists(atPath: folder + path, isDirectory: &isFolder))
                #expect(isFolder.boolValue, "\(path)")
            }
            try AtomicFile.makeFolder("")
            try AtomicFile.makeFolder(".")
            try AtomicFile.makeFolder("/")
            #expect(try names(in: folder) == ["a", "b", "h"])
        }
    }

    @Test("A file with the name of the folder is an error, and is kept")
    func fileInTheWay() throws {
        try inFolder { folder in
            let file = folder + "/file"
            try AtomicFile.write("kept".utf8, to: file)
            #expect(throws: FileError.cannotCreate(path: file, reason: "there is a file of that name, not a folder")) {
                try AtomicFile.makeFolder(file)
            }
            #expect(throws: FileError.cannotCreate(path: file + "/sub", reason: "not a directory")) {
                try AtomicFile.makeFolder(file + "/sub")
            }
            #expect(throws: FileError.self) { try AtomicFile.makeFolder(file + "/sub/below") }
            #expect(try read(file) == "kept")
        }
    }

    @Test("A folder that cannot be created is an error")
    func impossibleFolder() {
        #expect(throws: FileError.cannotCreate(path: "/proc/new", reason: "no such file or directory")) {
            try AtomicFile.makeFolder("/proc/new")
        }
        #expect(throws: FileError.self) { try AtomicFile.makeFolder("/proc/new/below/that") }
    }

    @Test(
        "The parent of a path",
        arguments: [
            ("file", "."), ("folder/file", "folder"), ("a/b/c", "a/b"), ("/file", "/"), ("/a/b", "/a"), ("/", "/"),
            ("", "."), ("folder/", "."), ("a/b/", "a"), ("a/b//", "a"), ("///", "/"), ("..", "."), ("../x", ".."),
            ("./x", "."), ("ü/é", "ü"),
        ])
    func parent(path: String, parent: String) {
        #expect(AtomicFile.parent(of: path) == parent)
    }

    /// Runs `body` with the path of a new folder, which is removed afterwards.
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/boundaryplot-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func read(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    /// The names of everything in a folder, hidden files too, in alphabetical order.
    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    private func mode(_ path: String) throws -> mode_t {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return status.st_mode
    }
}
