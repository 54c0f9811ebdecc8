import Foundation
import PNGReader
import Testing

@Suite("--overlay draws the boundaries of all networks over one scatter")
struct OverlayTests {
    private let command = Command()
    private static let quick = [
        "--samples", "60", "--tolerance", "0.1", "--step", "0.1", "--dpi", "50", "--test-fraction", "0.3",
    ]

    private struct Summary: Decodable {
        let runs: [Run]
        let overlay: RunSummary.ImageFile?
        let comparison: Comparison?

        struct Run: Decodable {
            let hidden: String
            let testAccuracy: Double?
            let image: RunSummary.ImageFile?
        }
        struct Comparison: Decodable { let best: Int }
    }

    private func run(_ arguments: [String]) throws -> Summary {
        let outcome = try command.run(arguments + Self.quick + ["--json", "-", "-q"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Summary.self, from: Data(outcome.output.utf8))
    }

    @Test("plot draws it beside the pictures of the networks, sheet instead of panels; both are the same picture")
    func files() throws {
        let networks = ["--hidden", "1,2,3", "--no-metadata"] + Self.quick
        let plot = try command.run(networks + ["--overlay", "--sheet", "--fill", "probability"])
        #expect(plot.outputLines.suffix(2) == ["output/boundary-sheet.png", "output/boundary-overlay.png"])
        let sheet = try command.run(["sheet", "--overlay", "-o", "page"] + networks)
        #expect(sheet.status == 0 && sheet.outputLines.last == "page/boundary-overlay.png")
        #expect(command.folder.names.filter { $0.hasPrefix("page/") } == ["page/", "page/boundary-overlay.png"])
        let bytes = try ["output", "page"].map { try command.folder.bytes("\($0)/boundary-overlay.png") }
        #expect(bytes[0] == bytes[1])
        let picture = try DecodedPNG(bytes[0])
        #expect(picture.width == 320 && picture.height == 240)
    }

    @Test("the JSON has its file and the best network on the points held out")
    func summary() throws {
        let summary = try run(["--hidden", "1,2,8", "--overlay"])
        let overlay = try #require(summary.overlay)
        let best = try #require(overlay.best)
        #expect(overlay.path == "output/boundary-overlay.png" && overlay.dpi == 50)
        #expect(summary.runs[best].testAccuracy == summary.runs.compactMap(\.testAccuracy).max())
        #expect(summary.comparison?.best == best && summary.runs.allSatisfy { $0.image != nil })
        #expect(overlay.altText.hasPrefix("Decision boundaries of 3 networks over one scatter"))
        #expect(try run(["sheet", "--overlay"]).runs.map(\.hidden) == ["1", "2", "3", "5", "20"])
        #expect(try run(["--hidden", "1,2"]).overlay == nil)
    }

    @Test(
        "rerun draws the same bytes, and inspect says what it is",
        arguments: ["png", "svg", "pdf"])
    func record(format: String) throws {
        let networks = ["--hidden", "2,3", "--lambda", "0.001,0.1", "--format", format, "-q"] + Self.quick
        let further = [
            "--fill", "score", "--unit-lines", "--restarts", "2", "--show-restarts", "--palette", "#c00,#36f",
        ]
        try command.run(networks + further + ["--overlay", "--legend", "outside", "-j1"]).expectSuccess()
        let path = "output/boundary-overlay.\(format)"
        let outcome = try command.run(["rerun", path])
        outcome.expectSuccess()
        #expect(outcome.output == "'\(path)' comes out the same, byte for byte\n")
        let inspected = try command.run(["inspect", path])
        inspected.expectSuccess()
        #expect(
            inspected.output.hasPrefix(
                "picture  \(format.uppercased()), the boundaries of several classifiers over one scatter\n"))
    }

    @Test("a saved network is drawn, alone and beside its own picture")
    func model() throws {
        try command.run(["--hidden", "3", "--save-model", "m.json", "-q"] + Self.quick).expectSuccess()
        let outcome = try command.run(["--model", "m.json", "--overlay", "--dpi", "50", "--emit", "markdown", "-q"])
        outcome.expectSuccess()
        #expect(outcome.output.contains("](output/boundary-overlay.png)"))
        #expect(outcome.output.contains("Decision boundary over one scatter"))
    }

    @Test("a request has it as a product and as a further picture of surfaces")
    func requests() throws {
        try command.folder.write(
            #"{"product": "overlay", "classifiers": [{"hidden": [1]}, {"hidden": [2]}]}"#, to: "a.json")
        try command.run(["--request", "a.json", "-o", "a.svg", "-q"]).expectSuccess()
        try command.folder.write(#"{"product": {"surface": {"overlay": true}}}"#, to: "b.json")
        try command.run(["--request", "b.json", "-o", "b", "-q"]).expectSuccess()
        #expect(command.folder.names.contains("a.svg") && command.folder.names.contains("b/boundary-overlay.png"))
    }

    @Test(
        "what does not suit it is refused before anything is written",
        arguments: [
            (["--overlay", "--pairs"], ["--overlay and --pairs"]),
            (["--overlay", "--hidden", "1-11"], ["--overlay has room for 10 boundaries, and these are 11"]),
            (["--overlay", "--fill", "probability"], ["--fill does not apply to an overlay"]),
            (["--overlay", "--fill", "score", "--levels", "3"], ["--fill does not apply to an overlay"]),
            (["--overlay", "--unit-lines"], ["--unit-lines does not apply to an overlay"]),
            (["--overlay", "--show-restarts", "--restarts", "2"], ["--show-restarts does not apply to an overlay"]),
            (["--overlay", "-o", "{hidden}.png"], ["--output '{hidden}.png'", "placeholders"]),
            (["--overlays"], ["'--overlays'", "'--overlay'"]),
        ])
    func refused(arguments: [String], words: [String]) throws {
        try command.run(["sheet"] + arguments).expectError(64, saying: words)
        #expect(command.folder.names == [])
    }

    @Test("its file may not be that of another picture or the summary")
    func collisions() throws {
        let networks = ["--hidden", "1,2", "--overlay"]
        try command.run(["--overlay", "-o", "boundary-overlay.png"]).expectError(
            64, saying: ["--output", "'boundary-overlay.png'", "two files"])
        try command.run(networks + ["--json", "output/boundary-overlay.png"]).expectError(
            64, saying: ["--json", "picture"])
        try command.run(["--overlay", "-o", "-"]).expectError(64, saying: ["--output -", "--overlay", "a folder"])
        #expect(command.folder.names == [])
    }
}
