import Foundation
import PNGReader
import Testing

@Suite("Networks of other kinds, and other looks")
struct AppearanceTests {
    private let command = Command()
    private static let quick = Command.small + ["-q", "--json", "-"]

    private func draw(_ arguments: [String]) throws -> (run: RunSummary.Run, picture: DecodedPNG) {
        let outcome = try command.run(Self.quick + ["-o", "picture.png"] + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return (
            try #require(try RunSummary(outcome.output).runs.first),
            try DecodedPNG(command.folder.bytes("picture.png"))
        )
    }

    @Test("--hidden takes layers, in tables, in names of files and on sheets")
    func stacked() throws {
        let outcome = try command.run(Self.quick + ["--hidden", "3,8x4,2x2x2", "--sheet"])
        let summary = try RunSummary(outcome.output)
        #expect(summary.runs.map(\.hidden) == ["3", "8x4", "2x2x2"])
        #expect(summary.runs.map(\.layers) == [[2, 3, 2], [2, 8, 4, 2], [2, 2, 2, 2, 2]])
        #expect(summary.runs[1].theta.count == 8 * 3 + 4 * 9 + 2 * 5)
        #expect(summary.runs.map(\.image.path) == ["3", "8x4", "2x2x2"].map { "output/boundary-hidden-\($0).png" })
        #expect(summary.sheet != nil)
        #expect(try command.run(["diff", "--hidden", "3,4x4"] + Command.small + ["-q"]).status == 0)
        #expect(command.folder.names.contains("output/boundary-diff-hidden-3-hidden-4x4.png"))
    }

    @Test("--activation sets the activation of hidden units", arguments: ["sigmoid", "tanh", "relu"])
    func activation(name: String) throws {
        let (run, picture) = try draw(["--activation", name, "--hidden", "4x3", "--samples", "100"])
        #expect(run.activation == name && run.iterations == 5 && (run.cost ?? .infinity) < 1.5)
        let description = try #require(picture.texts.first { $0.keyword == "Description" }).value
        #expect(description.contains(" of \(name) units") == (name != "sigmoid"))
        let others = try ["sigmoid", "tanh", "relu"].filter { $0 != name }.map {
            try draw(["--activation", $0, "--hidden", "4x3", "--samples", "100"]).run.theta
        }
        #expect(!others.contains(run.theta))
    }

    @Test("every fill, palette and theme changes the picture and not the network")
    func looks() throws {
        let looks =
            [[], ["--fill", "probability"], ["--fill", "probability", "--levels", "3"], ["--fill", "score"]]
            + ["okabe-ito", "petroff", "viridis", "gray", "#c00,#36f"].map { ["--palette", $0] }
            + ["dark", "print"].map { ["--theme", $0] }
        let drawn = try looks.map(draw)
        #expect(Set(drawn.map(\.picture.pixels)).count == looks.count)
        #expect(drawn.allSatisfy { $0.run.theta == drawn[0].run.theta })
        #expect(try draw(["--palette", "spectral"]).picture.pixels == drawn[0].picture.pixels)
        // A colour bar takes some of the width.
        #expect(drawn[1].run.image.axes.width < drawn[0].run.image.axes.width - 10)
    }

    @Test("--background transparent leaves out the page and nothing else")
    func transparent() throws {
        let picture = try draw(["--background", "transparent"]).picture
        #expect(picture.colorType == .rgbAlpha)
        #expect(try draw([]).picture.colorType != .rgbAlpha)
    }

    @Test(
        "themes and transparent pages reach every picture of every command",
        arguments: [["--theme", "dark"], ["--theme", "print"], ["--background", "transparent"]])
    func everyPicture(look: [String]) throws {
        for (folder, look) in [("plain", []), ("other", look)] {
            let run = Command.small + ["-q", "--max-iterations", "3"] + look
            let plot = ["--hidden", "1,2", "--sheet", "--curve", "-o", folder]
            #expect(try command.run(plot + run).status == 0)
            #expect(try command.run(["tune", "--hidden", "1,2", "--folds", "2", "-o", folder] + run).status == 0)
            #expect(try command.run(["diff", "-o", "\(folder)/diff.png"] + run).status == 0)
        }
        let names = command.folder.names.filter { $0.hasPrefix("plain/") && $0.hasSuffix(".png") }
        #expect(names.count == 4 + 3 + 1)
        for name in names {
            let file = name.dropFirst("plain/".count)
            let pictures = try ["plain", "other"].map { try DecodedPNG(command.folder.bytes("\($0)/\(file)")) }
            // The pixel in the corner of the page, and its transparency.
            #expect(pictures[0].colorType != .rgbAlpha && pictures[0][0, 0] == [255, 255, 255])
            switch look[1] {
            case "dark": #expect(pictures[1][0, 0] == [27, 28, 33], "\(file)")
            case "transparent": #expect(pictures[1].colorType == .rgbAlpha && pictures[1].alphas[0] == 0, "\(file)")
            default: #expect(pictures[1].pixels != pictures[0].pixels, "\(file)")
            }
        }
    }

    @Test("a palette applies to diff and to the picture of tune's winner, a fill to the latter")
    func otherCommands() throws {
        let run = Command.small + ["-q", "--max-iterations", "3"]
        let tune = ["tune", "--hidden", "2", "--lambda", "0.1", "--folds", "2", "-o"]
        for (name, look) in [("plain", []), ("palette", ["--palette", "viridis"]), ("fill", ["--fill", "score"])] {
            #expect(try command.run(tune + [name] + run + look).status == 0)
            if name != "fill" { #expect(try command.run(["diff", "-o", "\(name).png"] + run + look).status == 0) }
        }
        func pixels(_ path: String) throws -> [UInt8] { try DecodedPNG(command.folder.bytes(path)).pixels }
        let winner = "boundary-hidden-2-lambda-0.1.png"
        #expect(try Set(["plain", "palette", "fill"].map { try pixels("\($0)/\(winner)") }).count == 3)
        #expect(try pixels("plain.png") != pixels("palette.png"))
        #expect(try pixels("plain/tune-curve.png") == pixels("palette/tune-curve.png"))
        try command.run(["diff", "--fill", "score"] + run).expectError(64, saying: ["--fill"])
    }

    @Test(
        "a palette that does not suit the classes is an error of tune and diff as of plot", arguments: ["tune", "diff"])
    func badPalette(name: String) throws {
        try command.run([name, "--palette", "rainbow"] + Command.small).expectError(
            64, saying: ["--palette 'rainbow'", "viridis"])
        try command.run([name, "--data", "blobs", "--palette", "#c00,#36f"] + Command.small).expectError(
            64, saying: ["--palette"])
    }

    @Test("a palette that some readers cannot distinguish is a warning, even with --quiet; the default palette is not")
    func lookalikes() throws {
        let outcome = try command.run(Command.small + ["-q", "--max-iterations", "0", "--palette", "#f00,#e11"])
        #expect(outcome.status == 0)
        #expect(outcome.errorLines.count == 1 && outcome.errors.hasPrefix("Warning: "))
        #expect(outcome.errors.contains("classes '0' and '1' look alike"))
        for data in ["moons", "blobs"] {
            try command.run(["--data", data, "--max-iterations", "0", "--step", "0.2", "--dpi", "50", "-q"])
                .expectSuccess()
        }
    }
}
