import Foundation
import PNGReader
import Testing

@Suite("What is written and drawn around the regions")
struct StyleTests {
    private let command = Command()
    private static let untrained = ["--max-iterations", "0", "--step", "0.1", "--dpi", "80", "-q"]

    /// The untrained network with `arguments`, and its picture.
    private func draw(_ arguments: [String]) throws -> (run: RunSummary.Run, picture: DecodedPNG) {
        let outcome = try command.run(Self.untrained + ["--json", "-", "-o", "picture.png"] + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return (
            try #require(try RunSummary(outcome.output).runs.first),
            try DecodedPNG(command.folder.bytes("picture.png"))
        )
    }

    @Test("--xlim and --ylim set the limits of axes and grid")
    func limits() throws {
        let (run, _) = try draw(["--xlim", "-3,1.5", "--ylim", "0,2"])
        #expect(run.image.xlim == [-3, 1.5] && run.image.ylim == [0, 2])
        #expect(run.grid.x.start == -3 && run.grid.x.count == 45 && run.grid.y.start == 0 && run.grid.y.count == 20)
        let (other, _) = try draw(["--xlim", "-3,1.5"])
        let (plain, _) = try draw([])
        #expect(other.image.xlim == [-3, 1.5] && other.image.ylim == plain.image.ylim)
    }

    @Test("A note tells what a small page has no room for; --quiet, and a larger page, have none")
    func smallPage() throws {
        let options = [
            "--max-iterations", "0", "--legend", "outside", "--fill", "score", "-o", "a.png", "--hidden", "3",
        ]
        let small = try command.run(options + ["--size", "2x1.5"])
        #expect(
            small.errors == """
                Note: a page of 2 × 1.5 inches has no room for the second line of the title, the axis titles, the colour bar \
                and the legend outside of the plot; a greater --size shows all

                """)
        try command.run(options + ["--size", "2x1.5", "-q"]).expectSuccess()
        try command.run(options + ["--size", "6.4x4.8"]).expectSuccess()
        let sheet = try command.run(["sheet", "--max-iterations", "0", "--size", "1x1", "-o", "a.png"])
        #expect(sheet.errors.hasPrefix("Note: a page of 1 × 1 inches has no room for "))
    }

    @Test("--title has the network's values in the place of its placeholders")
    func title() throws {
        let (run, picture) = try draw([
            "--title", "{hidden} units, λ {lambda}: {accuracy} and {test}", "--test-fraction", "0.3", "--hidden", "4",
        ])
        let title = try #require(picture.texts.first { $0.keyword == "Title" }).value
        let accuracy = String(format: "%.1f", 100 * run.accuracy)
        let test = String(format: "%.1f", 100 * (run.testAccuracy ?? .nan))
        #expect(title == "4 units, λ 0.001: \(accuracy) % and \(test) %")
        #expect(try draw(["--title", "{cost}"]).picture.texts.first { $0.keyword == "Title" }?.value == "1.4490")
    }

    @Test("a larger plot replaces hidden elements, or the elements below show")
    func leftOut() throws {
        let plain = try draw([])
        let bare = try draw(["--no-title"])
        #expect(bare.run.image.axes.height > plain.run.image.axes.height + 10)
        // The title is still in the metadata.
        #expect(bare.picture.texts.first { $0.keyword == "Title" }?.value.hasPrefix("Decision Boundary") == true)
        for option in ["--no-legend", "--no-points"] {
            let (run, picture) = try draw([option])
            #expect(run.image.axes.height == plain.run.image.axes.height)
            #expect(picture.pixels != plain.picture.pixels)
        }
        // Only two tints, one line and the frame remain.
        let empty = try draw(["--no-legend", "--no-points"]).picture
        let axes = plain.run.image.axes
        var colors: Set<[UInt8]> = []
        for y in Int(axes.y) + 3..<Int(axes.y + axes.height) - 3 {
            for x in Int(axes.x) + 3..<Int(axes.x + axes.width) - 3 { colors.insert(empty[x, y]) }
        }
        // Points would be the brightest and most colourful pixels: crimson and violet with white edges.
        #expect(
            !colors.contains([158, 1, 66]) && !colors.contains([94, 79, 162]) && !colors.contains([255, 255, 255]))
    }

    @Test("--x-label and --y-label replace the features' names in the picture, not in the summary")
    func labels() throws {
        let plain = try draw([])
        let named = try draw(["--x-label", "width in mm", "--y-label", "height in mm"])
        #expect(named.picture.pixels != plain.picture.pixels)
        #expect(named.run.image.axes.width == plain.run.image.axes.width)
        let none = try draw(["--x-label", "", "--y-label", ""])
        #expect(none.run.image.axes.width > plain.run.image.axes.width + 5)
        #expect(none.run.image.axes.height > plain.run.image.axes.height + 5)
    }

    @Test("--point-size and --point-opacity change the points alone")
    func points() throws {
        let plain = try draw([])
        for options in [["--point-size", "2"], ["--point-opacity", "0.4"]] {
            let (run, picture) = try draw(options)
            #expect(run.image.axes.height == plain.run.image.axes.height)
            #expect(picture.pixels != plain.picture.pixels)
            #expect(try draw(options + ["--no-legend"]).picture.pixels != draw(["--no-legend"]).picture.pixels)
        }
        #expect(try draw(["--point-size", "1"]).picture.pixels == plain.picture.pixels)
    }

    @Test("--legend outside takes room from the plot, and is recorded")
    func legend() throws {
        let plain = try draw(["--legend", "inside"]).run.image.axes
        let (run, picture) = try draw(["--legend", "outside"])
        let axes = run.image.axes
        #expect(axes.width * axes.height < 0.97 * plain.width * plain.height)
        #expect(picture.texts.contains { $0.value.contains(#""legend":"outside""#) })
    }

    @Test("sheets, curves and differences are styled alike")
    func otherPictures() throws {
        let options = ["--no-legend", "--no-title", "--no-points", "--x-label", "a"]
        let arguments = Self.untrained + ["--hidden", "1,2", "--sheet", "--curve"]
        #expect(try command.run(arguments + ["-o", "plain"]).status == 0)
        #expect(try command.run(arguments + options + ["-o", "styled"]).status == 0)
        #expect(try command.run(["diff"] + Self.untrained + ["-o", "plain/diff.png"]).status == 0)
        #expect(try command.run(["diff"] + Self.untrained + options + ["-o", "styled/diff.png"]).status == 0)
        for name in ["boundary-sheet.png", "boundary-curve.png", "diff.png", "boundary-hidden-1.png"] {
            let pictures = try ["plain", "styled"].map { try DecodedPNG(command.folder.bytes("\($0)/\(name)")) }
            #expect(pictures[0].pixels != pictures[1].pixels, "\(name)")
        }
    }
}
