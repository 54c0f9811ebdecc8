import Files
import Foundation
import Testing

@Suite("A file that takes the place of another")
struct ReplacedFileTests {
    @Test("keeps its mode, whatever the user's umask is", arguments: [0o600, 0o640, 0o666, 0o777])
    func mode(mode: mode_t) throws {
        try inFolder { folder in
            try make("old", at: folder + "/file")
            #expect(chmod(folder + "/file", mode) == 0)
            try AtomicFile.write("new".utf8, to: folder + "/file")
            #expect(try text(folder + "/file") == "new")
            #expect(try status(folder + "/file").st_mode & 0o7777 == mode)
        }
    }

    @Test("keeps its owner and group", .enabled(if: geteuid() == 0, "only root gives files to others"))
    func owner() throws {
        try inFolder { folder in
            try make("old", at: folder + "/file")
            #expect(chown(folder + "/file", 1234, 567) == 0)
            try AtomicFile.write("new".utf8, to: folder + "/file")
            let status = try status(folder + "/file")
            #expect(status.st_uid == 1234 && status.st_gid == 567)
        }
    }

    @Test("leaves the old contents to other hard links")
    func hardLinks() throws {
        try inFolder { folder in
            try make("old", at: folder + "/file")
            #expect(link(folder + "/file", folder + "/other") == 0)
            try AtomicFile.write("new".utf8, to: folder + "/file")
            #expect(try text(folder + "/file") == "new" && text(folder + "/other") == "old")
        }
    }

    @Test("is kept if it is write-protected", .enabled(if: geteuid() != 0, "root may write anywhere"))
    func writeProtected() throws {
        try inFolder { folder in
            try make("old", at: folder + "/file")
            #expect(chmod(folder + "/file", 0o444) == 0)
            let expected = FileError.cannotCreate(path: folder + "/file", reason: "permission denied")
            #expect(throws: expected) { try AtomicFile.checkCreatable(folder + "/file") }
            #expect(throws: expected) { try AtomicFile.write("new".utf8, to: folder + "/file") }
            #expect(try text(folder + "/file") == "old")
        }
    }

    @Test("may be the missing target of a link, which stays a link")
    func danglingLink() throws {
        try inFolder { folder in
            try AtomicFile.makeFolder(folder + "/other")
            #expect(symlink("second", folder + "/first") == 0 && symlink("other/file", folder + "/second") == 0)
            #expect(AtomicFile.resolved(folder + "/first") == AtomicFile.resolved(folder + "/other/file"))
            try AtomicFile.checkCreatable(folder + "/first")
            #expect(throws: CancellationError.self) {
                try AtomicFile.write(to: folder + "/first") { _ in throw CancellationError() }
            }
            #expect(try names(in: folder + "/other") == [])
            try AtomicFile.write("new".utf8, to: folder + "/first")
            #expect(try text(folder + "/other/file") == "new")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/first") == "second")
            #expect(try names(in: folder + "/other") == ["file"])
        }
    }

    @Test("is not a link that cannot be followed")
    func unusableLink() throws {
        try inFolder { folder in
            #expect(symlink("loop", folder + "/loop") == 0)
            #expect(symlink("missing/file", folder + "/missing-folder") == 0)
            for (name, reason) in [
                ("loop", "too many levels of symbolic links"), ("missing-folder", "no such file or directory"),
            ] {
                let path = "\(folder)/\(name)"
                let expected = FileError.cannotCreate(path: path, reason: reason)
                #expect(throws: expected) { try AtomicFile.checkCreatable(path) }
                #expect(throws: expected) { try AtomicFile.write("x".utf8, to: path) }
            }
            let names = try names(in: folder)
            #expect(names == ["loop", "missing-folder"])
        }
    }

    @Test(
        "is not another user's link in a folder such as /tmp",
        .enabled(
            if: geteuid() == 0
                && (try? String(contentsOfFile: "/proc/sys/fs/protected_symlinks", encoding: .utf8)) == "1\n",
            "the system protects links, and root makes the other user's"))
    func protectedLink() throws {
        try inFolder { folder in
            try make("old", at: folder + "/file")
            try AtomicFile.makeFolder(folder + "/shared")
            #expect(chmod(folder + "/shared", 0o1777) == 0)
            let link = folder + "/shared/link"
            #expect(symlink(folder + "/file", link) == 0 && lchown(link, 1234, 567) == 0)
            let expected = FileError.cannotCreate(path: link, reason: "permission denied")
            #expect(throws: expected) { try AtomicFile.checkCreatable(link) }
            #expect(throws: expected) { try AtomicFile.write("new".utf8, to: link) }
            #expect(try text(folder + "/file") == "old")
        }
    }

    @Test("is not a descriptor: /dev/fd is written to at its position", arguments: ["/dev/fd/", "/proc/self/fd/"])
    func descriptor(prefix: String) throws {
        try inFolder { folder in
            let path = folder + "/log"
            try make("kept,", at: path)
            let descriptor = open(path, O_WRONLY | O_APPEND)
            defer { close(descriptor) }
            #expect(symlink("\(prefix)\(descriptor)", folder + "/link") == 0)
            for name in ["\(prefix)\(descriptor)", folder + "/link"] {
                try AtomicFile.checkCreatable(name)
                try AtomicFile.write("one,".utf8, to: name)
                try AtomicFile.write(to: name) { write in
                    for text in ["two,", "three,"] { try write(Array(text.utf8)) }
                }
            }
            #expect(try text(path) == "kept,one,two,three,one,two,three,")
            #expect(fcntl(descriptor, F_GETFD) == 0)
        }
    }

    @Test("is not a descriptor that is closed, for reading, or the library's own")
    func unusableDescriptor() throws {
        try inFolder { folder in
            try make("kept", at: folder + "/file")
            for flags in [O_RDONLY, O_WRONLY | O_CLOEXEC] {
                let descriptor = open(folder + "/file", flags)
                let path = "/dev/fd/\(descriptor)"
                let expected = FileError.cannotCreate(path: path, reason: "bad file descriptor")
                #expect(throws: expected) { try AtomicFile.checkCreatable(path) }
                #expect(throws: expected) { try AtomicFile.write("x".utf8, to: path) }
                close(descriptor)
            }
            #expect(throws: FileError.self) { try AtomicFile.write("x".utf8, to: "/dev/fd/9999") }
            #expect(try text(folder + "/file") == "kept")
        }
    }

    @Test("comes with the removal of temporary files that no process holds, and of nothing else")
    func sweep() throws {
        try inFolder { folder in
            let kept = [
                ".boundaryplot-1-0.txt", ".boundaryplot-notes", ".boundaryplot-1-3.tmp", ".boundaryplot-1-4.tmp",
                ".boundaryplot-1-5.tmp", "boundaryplot-1-1.tmp",
            ]
            try AtomicFile.makeFolder(folder + "/" + kept[2])
            #expect(mkfifo(folder + "/" + kept[3], 0o600) == 0)
            for name in [kept[0], kept[1], kept[4], kept[5], ".boundaryplot-1-1.tmp", ".boundaryplot-77-123.tmp"] {
                try make("x", at: folder + "/" + name)
            }
            #expect(symlink(kept[0], folder + "/.boundaryplot-1-6.tmp") == 0)
            let locked = open(folder + "/" + kept[4], O_WRONLY)
            defer { close(locked) }
            #expect(flock(locked, LOCK_EX | LOCK_NB) == 0)
            try AtomicFile.write("x".utf8, to: folder + "/file")
            #expect(try names(in: folder) == (kept + [".boundaryplot-1-6.tmp", "file"]).sorted())
        }
    }

    /// Runs `body` with the path of a new folder, which is removed afterwards.
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/boundaryplot-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func make(_ text: String, at path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    private func status(_ path: String) throws -> stat {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return status
    }
}
