import DecisionBoundary
import Foundation
import Parallelism
import Testing

@Suite("The record in a picture")
struct RecordTests {
    @Test("It draws the same bytes again", arguments: PictureFormat.pages)
    func remade(format: PictureFormat) throws {
        for request in Request.everyProduct(format: format) {
            let files = MemoryFiles()
            let result = try request.run(in: files.environment(threads: 1))
            for picture in result.files {
                let bytes = try #require(files.all[picture.path])
                let recorded = try RecordedPicture(bytes, name: picture.path)
                let own = try #require(recorded.contents.request)
                #expect(own.outputs == Outputs())
                // The record is JSON that gives the same request.
                #expect(try Request(json: Array(own.json.utf8)) == own)
                let again = try recorded.remade(own, data: nil, in: RunEnvironment(threads: 2))
                let isSame = again.bytes == bytes
                #expect(isSame, "\(picture.path) of \(request)")
            }
        }
    }

    @Test(
        "It contains inline points and names with any characters",
        arguments: PictureFormat.pages)
    func inlineData(format: PictureFormat) throws {
        var request = Request.small(.sheet, format: format)
        var data = InlineData()
        (data.features, data.classes) = (["width \"w\" & <h>", "λ\\n"], ["é", "月", ")]]>"])
        for index in 0..<12 { data.points.append([Double(index) / 3, Double(index * 5 % 12) * 1e-7]) }
        data.labels = (0..<12).map { $0 % 3 }
        request.data = .inline(data)
        request.grid.step = nil
        request.page.title = "--> ?> 🌙"
        let files = MemoryFiles()
        let result = try request.run(in: files.environment())
        let bytes = try #require(files.all[result.files[0].path])
        let recorded = try RecordedPicture(bytes, name: result.files[0].path)
        let own = try #require(recorded.contents.request)
        #expect(own.data == request.data && own.page == request.page)
        let again = try recorded.remade(own, data: nil, in: RunEnvironment())
        let isSame = again.bytes == bytes
        #expect(isSame)
    }

    @Test("It is read if it has 100,000 points; one of many more is left out, with a warning")
    func size() throws {
        for (count, isKept) in [(100_000, true), (200_000, false)] {
            var request = Request.small()
            request.classifiers = Request.networks(hidden: [[2]])
            var data = InlineData()
            data.points = (0..<count).map { [-Double($0) / 7, -Double($0 % 1009) / 3] }
            data.labels = (0..<count).map { $0 % 2 }
            request.data = .inline(data)
            request.grid.step = nil
            let (files, notes) = (MemoryFiles(), Guarded<[RunNote]>([]))
            var environment = files.environment()
            environment.note = { note in notes.withLock { $0.append(note) } }
            let result = try request.run(in: environment)
            let bytes = try #require(files.all[result.files[0].path])
            if isKept {
                let own = try RecordedPicture(bytes, name: "a.png").contents.request
                let isSame = own?.data == request.data
                #expect(isSame && notes.withLock(\.self).isEmpty)
            } else {
                #expect(throws: RunError.self) { try RecordedPicture(bytes, name: "a.png") }
                let messages = notes.withLock { $0.filter(\.isWarning).map { $0.message.text() } }
                #expect(messages.count == 1 && messages[0].hasPrefix("a picture has no record"))
            }
        }
    }

    @Test("It has the columns and the hash of a file, which may have moved")
    func file() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "points.csv").path
        let text = "a,b,c\n0,0,x\n1,1,y\n2,1,x\n3,2,y\n"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        var request = Request.small(.difference)
        request.data = .file(DataFile(path))
        let files = MemoryFiles()
        let result = try request.run(in: files.environment())
        let bytes = try #require(files.all[result.files[0].path])
        let recorded = try RecordedPicture(bytes, name: "a.png")
        let own = try #require(recorded.contents.request)
        guard case .file(let file) = own.data else {
            Issue.record("the data are no file")
            return
        }
        #expect((file.x, file.y, file.label) == ("a", "b", "c") && file.sha256?.count == 64)

        let moved = folder.appending(path: "moved.csv").path
        try FileManager.default.moveItem(atPath: path, toPath: moved)
        let error = #expect(throws: RunError.self) { try recorded.remade(own, data: nil, in: RunEnvironment()) }
        #expect(error?.kind == .missingInput)
        let again = try recorded.remade(own, data: moved, in: RunEnvironment())
        let isSame = again.bytes == bytes
        #expect(isSame)
        try (text + "4,0,x\n").write(toFile: moved, atomically: true, encoding: .utf8)
        let other = try recorded.remade(own, data: moved, in: RunEnvironment())
        #expect(other.contents.data.sha256 != recorded.contents.data.sha256)
    }

    @Test("It describes its own picture only")
    func singlePicture() throws {
        let (together, alone) = (MemoryFiles(), MemoryFiles())
        var request = Request.everyProduct()[0]
        try request.run(in: together.environment())
        request.product = .surface()
        request.classifiers.removeLast()
        request.outputs.path = "elsewhere"
        request.outputs.json = "run.json"
        try request.run(in: alone.environment())
        #expect(alone.reproducible.keys.sorted() == ["elsewhere/boundary-hidden-2.png"])
        #expect(
            alone.all["elsewhere/boundary-hidden-2.png"] == together.all["output/boundary-hidden-2.png"])
    }

    @Test("It has the parameters of the data and the step filled in")
    func resolved() throws {
        let files = MemoryFiles()
        var request = Request.small()
        request.classifiers.removeLast()
        request.grid.step = nil
        let result = try request.run(in: files.environment())
        let bytes = try #require(files.all[result.files[0].path])
        let contents = try RecordedPicture(bytes, name: "a.png").contents
        #expect(
            try contents.request?.json == """
                {"classifiers":[{"hidden":[2],"lambda":0.001}],"data":{"noise":0.2,"samples":40},\
                "grid":{"step":0.01},"page":{"dpi":50},"training":{"maxIterations":8}}
                """)
    }

    @Test("It is left out of pictures without metadata", arguments: PictureFormat.pages)
    func leftOut(format: PictureFormat) throws {
        let files = MemoryFiles()
        var request = Request.small(.sheet, format: format)
        request.outputs.hasMetadata = false
        let result = try request.run(in: files.environment())
        let bytes = try #require(files.all[result.files[0].path])
        let error = #expect(throws: RunError.self) { try RecordedPicture(bytes, name: "a") }
        #expect(error?.kind == .badData)
    }
}

extension RecordedPicture {
    /// The picture of a file in memory.
    init(_ bytes: [UInt8], name: String) throws {
        let ending = String(name.suffix(4))
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)\(ending)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(filePath: path))
        try self.init(path: path)
    }
}
