import CairoRenderer
import Datasets
import DecisionBoundary
import Foundation
import PNGReader
import Plotting
import Testing
import Training

@Suite("The README's example of the library")
struct LibraryExampleTests {
    @Test("draws a picture of three hidden units")
    func drawsAPicture() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).png").path
        defer { try? FileManager.default.removeItem(atPath: path) }

        // README: from here …
        let moons = try Dataset.moons(sampleCount: 200, noise: 0.2, seed: 0)
        let report = Trainer().train(Candidate(hidden: [3], lambda: 0.001), on: moons)
        let surface = try DecisionSurface(of: report.network, around: moons)
        let figure = Figure(of: surface, dataset: moons, report: report, lambda: 0.001)
        let png = try CairoRenderer(dpi: 150).png(size: figure.size) { figure.draw(on: &$0) }
        try AtomicFile.write(png, to: path)
        // … to here.

        let picture = try DecodedPNG([UInt8](Data(contentsOf: URL(filePath: path))))
        #expect((picture.width, picture.height) == (960, 720))
        #expect(report.accuracy == 0.98)
    }

    @Test("stands in the README as it stands here")
    func agreesWithReadme() throws {
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        let readme = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md"),
            encoding: .utf8)
        let start = try #require(source.range(of: "// README: from here …\n")).upperBound
        let end = try #require(source.range(of: "        // … to here.")).lowerBound
        let example = source[start..<end].split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces).replacing("to: path)", with: "to: \"boundary.png\")") }
        #expect(example.count == 6)
        #expect(readme.contains(example.joined(separator: "\n")))
    }
}
