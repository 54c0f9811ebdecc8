import Foundation
import FoundationXML
import PNGReader
import Testing

@Suite("--format")
struct FormatTests {
    private let command = Command()
    private static let quick = Command.small + ["-q"]

    @Test(
        "is set by --format or by the extension of the file",
        arguments: [
            (["-o", "a.svg"], ["a.svg"]), (["-o", "a.PDF"], ["a.PDF"]),
            (["-o", "a.png", "--format", "png"], ["a.png"]),
            (["--format", "pdf"], ["output/", "output/boundary-hidden-3.pdf"]),
            (
                ["--format", "svg", "--hidden", "1,2", "--sheet", "--curve"],
                ["output/"] + ["curve", "hidden-1", "hidden-2", "sheet"].map { "output/boundary-\($0).svg" }
            ),
            (["-o", "{hidden}.svg", "--hidden", "1,2"], ["1.svg", "2.svg"]),
        ])
    func names(arguments: [String], names: [String]) throws {
        let outcome = try command.run(Self.quick + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(command.folder.names == names)
        for (name, file) in command.folder.files {
            switch name.suffix(3).lowercased() {
            case "svg": #expect(XMLParser(data: file).parse(), "\(name)")
            case "pdf": #expect(file.starts(with: Array("%PDF-1.".utf8)), "\(name)")
            default: #expect(throws: Never.self) { try DecodedPNG([UInt8](file)) }
            }
        }
    }

    @Test("an SVG has its title, its description and every label as text")
    func text() throws {
        #expect(try command.run(Self.quick + ["-o", "a.svg", "--x-label", "width < 3"]).status == 0)
        let svg = try command.folder.text("a.svg")
        #expect(svg.contains("<title>Decision Boundary for hidden layer size 3</title>"))
        #expect(svg.contains("<desc>Decision regions of a network with 3 hidden units over x1 from "))
        #expect(svg.contains(">width &lt; 3<") && svg.contains(">x2<"))
    }

    @Test("tune and diff know it too, and the summary names the files")
    func otherCommands() throws {
        let tune = try command.run([
            "tune", "--format", "svg", "--hidden", "1,2", "--lambda", "1", "--folds", "2", "--samples", "30",
            "--max-iterations", "5", "--step", "0.1", "-q",
        ])
        #expect(tune.status == 0, "\(tune.errors)")
        #expect(command.folder.names.contains("output/tune-heatmap.svg"))
        #expect(
            command.folder.names.contains("output/tune-curve.svg") && command.folder.names.contains("output/tune.csv"))
        let outcome = try command.run(Self.quick + ["--format", "pdf", "--json", "-", "-o", "here"])
        let image = try #require(try RunSummary(outcome.output).runs.first).image
        #expect(image.path == "here/boundary-hidden-3.pdf" && image.width == 320 && image.height == 240)
        #expect(try command.run(["diff", "-o", "d.svg"] + Self.quick).status == 0)
        #expect(XMLParser(data: Data(try command.folder.bytes("d.svg"))).parse())
    }

    @Test("the same command gives the same bytes", arguments: ["svg", "pdf"])
    func reproducible(format: String) throws {
        let first = Self.quick + ["-o", "a.\(format)"]
        #expect(try command.run(first).status == 0)
        let bytes = try command.folder.bytes("a.\(format)")
        #expect(try command.run(first + ["-j", "3"]).status == 0)
        #expect(try command.folder.bytes("a.\(format)") == bytes)
    }

    @Test("a default picture is no larger than 300 KB", arguments: ["svg", "pdf"])
    func size(format: String) throws {
        #expect(try command.run(["--max-iterations", "200", "-q", "-o", "a.\(format)", "--hidden", "20"]).status == 0)
        #expect(try command.folder.bytes("a.\(format)").count < 300_000)
    }
}
