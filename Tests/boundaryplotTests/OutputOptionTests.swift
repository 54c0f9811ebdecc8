import Foundation
import Testing

@Suite("--output")
struct OutputOptionTests {
    private let command = Command()

    @Test(
        "names a folder, a file or a pattern",
        arguments: [
            ("figures", "2,3", ["figures/", "figures/boundary-hidden-2.png", "figures/boundary-hidden-3.png"]),
            ("a/b/", "2", ["a/", "a/b/", "a/b/boundary-hidden-2.png"]),
            ("figure.png", "2", ["figure.png"]),
            ("figure.PNG", "2", ["figure.PNG"]),
            ("figures/one.png", "2", ["figures/", "figures/one.png"]),
            ("net-{hidden}.png", "2,3", ["net-2.png", "net-3.png"]),
            ("net-{hidden}-{lambda}.png", "2", ["net-2-0.25.png"]),
            ("{lambda}/{hidden}/net.png", "2,3", ["0.25/", "0.25/2/", "0.25/2/net.png", "0.25/3/", "0.25/3/net.png"]),
            ("{hidden}{hidden}.png", "1,11", ["11.png", "1111.png"]),
            ("pictures.svg.d", "2", ["pictures.svg.d/", "pictures.svg.d/boundary-hidden-2.png"]),
            ("Bilder – 1", "2", ["Bilder – 1/", "Bilder – 1/boundary-hidden-2.png"]),
        ])
    func paths(output: String, hidden: String, names: [String]) throws {
        let outcome = try command.run(
            Command.small + ["--hidden", hidden, "--lambda", "0.25", "-q", "--output", output])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(command.folder.names == names)
    }

    @Test("a picture takes the place of one that is there")
    func replaces() throws {
        try command.folder.write("old", to: "output/boundary-hidden-3.png")
        try command.folder.write("other", to: "output/notes.txt")
        #expect(try command.run(Command.small + ["-q"]).status == 0)
        #expect(try command.folder.bytes("output/boundary-hidden-3.png").starts(with: [0x89, 0x50]))
        #expect(try command.folder.text("output/notes.txt") == "other")
    }

    @Test("an absolute path is one")
    func absolute() throws {
        let elsewhere = TemporaryFolder()
        let outcome = try command.run(Command.small + ["-q", "-o", elsewhere.url.path])
        #expect(outcome.status == 0)
        #expect(command.folder.names == [] && elsewhere.names == ["boundary-hidden-3.png"])
    }
}
