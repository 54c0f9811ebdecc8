import Foundation
import Plotting
import Testing

@testable import CairoRenderer

@Suite struct FontFileTests {
    @Test("the first folder with the file is used, without fontconfig")
    func knownFolder() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "DejaVuSans-Bold.ttf")
        try Data([0]).write(to: file)
        let path = try FontFile.path(.bold, in: ["/no/such/folder", folder.path]) { _ in
            Issue.record("fontconfig was asked")
            return nil
        }
        #expect(path == file.path)
    }

    @Test("fonts that come with an executable are in the share folder beside its own")
    func ownFolder() {
        #expect(FontFile.folder(ofExecutable: "/opt/venv/bin/boundaryplot") == "/opt/venv/share/boundaryplot/fonts")
        #expect(FontFile.folder(ofExecutable: "/bin/boundaryplot") == "/share/boundaryplot/fonts")
        #expect(FontFile.folder(ofExecutable: "boundaryplot") == nil)
    }

    @Test("the file of fontconfig is used if no folder has the font")
    func fontconfig() throws {
        #expect(try FontFile.path(.regular, in: []) { _ in "/elsewhere/font.ttf" } == "/elsewhere/font.ttf")
    }

    @Test("fontconfig itself finds the upright file of normal width in both weights")
    func askFontconfig() throws {
        #expect(FontFile.askFontconfig(.regular)?.hasSuffix("/DejaVuSans.ttf") == true)
        #expect(FontFile.askFontconfig(.bold)?.hasSuffix("/DejaVuSans-Bold.ttf") == true)
    }

    @Test("a missing font is an error that names the package")
    func notFound() {
        let error = #expect(throws: RendererError.self) {
            try FontFile.path(.regular, in: ["/no/such/folder"]) { _ in nil }
        }
        #expect(error == .fontNotFound(fileName: "DejaVuSans.ttf"))
        #expect(error?.description.contains("fonts-dejavu-core") == true)
    }

    @Test("a file that is not a font is an error that names it")
    func unreadable() {
        let error = #expect(throws: RendererError.self) { try FontFace(path: "/dev/null") }
        #expect(error?.description.contains("/dev/null") == true)
    }
}
