import DecisionBoundary
import Foundation
import PNGReader
import Testing
import Training

@Suite("The document's examples of the library")
struct LibraryExampleTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    @Test("A picture of twenty hidden units")
    func picture() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "net.png").path

        // Picture: from here …
        var request = Request()
        request.classifiers = [.network(hidden: [20])]
        request.outputs.path = path
        let result = try request.run()
        print(result.classifiers[0].scored.trainingScore.accuracy)
        // … to here.

        let picture = try DecodedPNG([UInt8](Data(contentsOf: URL(filePath: path))))
        #expect((picture.width, picture.height) == (960, 720))
        #expect(result.files.map(\.path) == [path])
        #expect(result.classifiers[0].scored.trainingScore.accuracy > 0.95)
        try expectInDocuments("Picture", replacing: [("path", "net.png")], lineCount: 5)
    }

    @Test("A sheet of five networks, and a curve over their sizes")
    func sheetAndCurve() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (sheetPath, curvePath) = (
            folder.appending(path: "sheet.png").path, folder.appending(path: "curve.svg").path
        )

        // Sheet and curve: from here …
        var sheet = Request(.sheet)
        sheet.outputs.path = sheetPath
        try sheet.run()

        var curve = Request(.curve())
        curve.classifiers = Request.networks(hidden: [[1], [2], [3], [5], [8]])
        curve.split = SplitSettings(testFraction: 0.3)
        curve.outputs.path = curvePath
        try curve.run()
        // … to here.

        let picture = try DecodedPNG([UInt8](Data(contentsOf: URL(filePath: sheetPath))))
        #expect((picture.width, picture.height) == (960, 720))
        #expect(try String(contentsOf: URL(filePath: curvePath), encoding: .utf8).contains("by hidden layer size"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["curve.svg", "sheet.png"])
        try expectInDocuments(
            "Sheet and curve", replacing: [("sheetPath", "sheet.png"), ("curvePath", "curve.svg")], lineCount: 9)
    }

    /// Expects the lines of an example in the README or in the page on the library.
    private func expectInDocuments(
        _ example: String, replacing paths: [(name: String, path: String)], lineCount: Int,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        let start = try #require(source.range(of: "// \(example): from here …\n")).upperBound
        let end = try #require(source[start...].range(of: "        // … to here.")).lowerBound
        let lines = source[start..<end].split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
            line in
            paths.reduce(line.trimmingCharacters(in: .whitespaces)) { line, replacement in
                line.replacing("outputs.path = \(replacement.name)", with: "outputs.path = \"\(replacement.path)\"")
            }
        }
        #expect(lines.count == lineCount, sourceLocation: sourceLocation)
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let documents = ["README.md", "Documentation/library.md"].compactMap {
            try? String(contentsOf: root.appending(path: $0), encoding: .utf8)
        }
        #expect(
            documents.contains { $0.contains(lines.joined(separator: "\n")) },
            "neither README.md nor Documentation/library.md shows:\n\(lines.joined(separator: "\n"))",
            sourceLocation: sourceLocation)
    }
}
