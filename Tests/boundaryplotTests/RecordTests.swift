import ArgumentParser
import Foundation
import PNGReader
import Testing

@testable import boundaryplot

@Suite("What a picture remembers")
struct RecordTests {
    private let command = Command()
    private static let quick = ["--tolerance", "1", "--dpi", "50", "-q"]
    private static let text = "width,height,species\n1,2,ash\n2,9,ash\n3,1,birch\n5,4,birch\n"

    /// Runs the command on a file in the folder of the test.
    private func draw(_ arguments: [String]) throws {
        try command.folder.write(Self.text, to: "trees.csv")
        try command.run(arguments + Self.quick).expectSuccess()
    }

    private func rerun(_ picture: String, _ arguments: [String] = []) throws -> Outcome {
        try command.run(["rerun", picture] + arguments)
    }

    @Test("makes it again, the same bytes, and nothing is written", arguments: ["png", "svg", "pdf"])
    func rerunAlike(format: String) throws {
        try draw([
            "trees.csv", "--hidden", "2,3", "--lambda", "0.1,1", "--test-fraction", "0.5", "--stratify", "--sheet",
            "--curve", "--init-seed", "5",
            "--title", "-- \"{hidden}\" 'é' --quiet", "--format", format, "-j1", "--json", "run.json",
        ])
        let names = command.folder.names
        for name in ["boundary-hidden-2-lambda-0.1", "boundary-hidden-3-lambda-1", "boundary-sheet", "boundary-curve"] {
            let outcome = try rerun("output/\(name).\(format)")
            outcome.expectSuccess()
            #expect(outcome.output == "'output/\(name).\(format)' comes out the same, byte for byte\n")
        }
        #expect(command.folder.names == names)
    }

    @Test("of tune and diff makes these again")
    func otherCommands() throws {
        try draw(["tune", "--hidden", "1,2", "--lambda", "1", "--folds", "2"])
        try draw(["diff", "trees.csv", "--hidden", "1,2", "-o", "diff.pdf"])
        for name in ["output/tune-heatmap.png", "output/tune-curve.png", "diff.pdf"] { try rerun(name).expectSuccess() }
    }

    @Test("of a saved network reproduces the picture without training")
    func model() throws {
        try draw(["trees.csv", "--save-model", "m.json", "-o", "a.png"])
        try command.run(["trees.csv", "--model", "m.json", "-o", "b.png", "-q"]).expectSuccess()
        try rerun("b.png").expectSuccess()
    }

    @Test("reports changed data, and accepts their new path")
    func changedData() throws {
        try draw(["trees.csv", "-o", "a.png"])
        try command.folder.write(Self.text.replacing("5,4", with: "5,5"), to: "trees.csv")
        try command.folder.write(Self.text, to: "moved/other.csv")
        let changed = try rerun("a.png", ["-o", "new.png"])
        changed.expectError(1, saying: ["'a.png'", "'trees.csv' have changed"])
        #expect(try command.folder.bytes("new.png") != command.folder.bytes("a.png"))
        try rerun("a.png", ["--data", "moved/other.csv", "-o", "same.png"]).expectSuccess()
        #expect(try command.folder.bytes("same.png") == command.folder.bytes("a.png"))
    }

    @Test("of data from standard input needs --data")
    func standardInput() throws {
        try command.folder.write(Self.text, to: "trees.csv")
        try command.run(bash: #""$@" < trees.csv"#, ["-", "-o", "a.png"] + Self.quick).expectSuccess()
        try rerun("a.png").expectError(64, saying: ["'a.png'", "standard input", "--data"])
        try rerun("a.png", ["--data", "trees.csv"]).expectSuccess()
    }

    @Test("is printed: request, data with their hash, scores; and all of it as JSON")
    func inspect() throws {
        try draw(["trees.csv", "--hidden", "2,8x4", "--title", "it's", "-o", "{hidden}.png"])
        let lines = try command.run(["inspect", "8x4.png"]).outputLines
        #expect(lines[0] == "picture  PNG, the decision regions of a classifier")
        #expect(
            lines[1].hasPrefix(
                #"request  {"classifiers":[{"hidden":[8,4],"lambda":0.001}],"data":{"file":"trees.csv","#))
        #expect(lines[1].contains(#""title":"it's""#))
        #expect(lines[2].hasPrefix("data     trees.csv, 4 points, width and height by ash and birch, sha256 "))
        #expect(lines[3].hasPrefix("network  8×4 hidden units, sigmoid, λ 0.001: accuracy "))
        let outcome = try command.run(["inspect", "8x4.png", "--json"])
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let network = try #require((json["networks"] as? [[String: Any]])?.first)
        let parameterCount = 8 * 3 + 4 * 9 + 2 * 5
        #expect((network["theta"] as? [Double])?.count == parameterCount)
        #expect(!outcome.output.contains("8x4.png"), "never where it was written to")
    }

    @Test("is left out by --no-metadata", arguments: ["png", "svg", "pdf"])
    func noMetadata(format: String) throws {
        try draw(["--no-metadata", "--format", format, "--samples", "23"])
        let name = "output/boundary-hidden-3.\(format)"
        try command.run(["inspect", name]).expectError(65, saying: [name, "--no-metadata"])
        #expect(!String(decoding: try command.folder.bytes(name), as: UTF8.self).contains("23 samples"))
    }

    @Test(
        "that was edited to another request or picture is an error",
        arguments: [
            ("\"request\":{", "\"request\":{\"unknown\":1,"), ("\"samples\":20", "\"samples\":-1"),
            ("\"samples\":20", "\"samples\":\"many\""), ("\"picture\":\"network\"", "\"picture\":\"curve\""),
            ("\"version\":2", "\"version\":3"), ("\"format\":\"boundaryplot-picture\"", "\"format\":\"x\""),
        ])
    func editedRecord(old: String, new: String) throws {
        try draw(["-o", "a.svg", "--samples", "20"])
        let text = try command.folder.text("a.svg")
        #expect(text.contains(old))
        try command.folder.write(text.replacing(old, with: new), to: "b.svg")
        try rerun("b.svg").expectError(65, saying: ["'b.svg'"])
    }

    @Test("is printed without control characters")
    func controlCharacters() throws {
        try command.folder.write("wi\u{1b}[31mdth,height,species\n1,2,a\u{202e}sh\n2,9,birch\n3,3,birch\n", to: "t.csv")
        let table = try command.run(["t.csv", "-o", "a.png", "--tolerance", "1", "--title", "a\u{7}b"])
        let text = try table.output + command.run(["inspect", "a.png"]).output
        #expect(text.unicodeScalars.allSatisfy { ($0.value >= 0x20 || $0 == "\n") && $0.value != 0x202e })
        #expect(text.contains("wi\u{fffd}[31mdth"))
    }

    @Test("of missing data suggests --data")
    func missingData() throws {
        try draw(["trees.csv", "-o", "a.png"])
        try FileManager.default.removeItem(at: command.folder.url.appending(path: "trees.csv"))
        try rerun("a.png").expectError(66, saying: ["'a.png'", "'trees.csv'", "--data"])
    }

    @Test("reads no pipe, device or standard input that a forged record names")
    func forgedInput() throws {
        try draw(["trees.csv", "-o", "a.svg"])
        let text = try command.folder.text("a.svg")
        #expect(text.contains("\"file\":\"trees.csv\""))
        for (name, status) in [("pipe", 65), ("/dev/zero", 65), ("-", 64)] as [(String, Int32)] {
            try command.folder.write(
                text.replacing("\"file\":\"trees.csv\"", with: "\"file\":\"\(name)\""), to: "b.svg")
            try command.run(
                bash: #"[ -p pipe ] || mkfifo pipe; sleep 15 | "$@"; exit ${PIPESTATUS[1]}"#, ["rerun", "b.svg"],
                within: 30
            )
            .expectError(status, saying: ["'b.svg'"])
        }
        // The user may name a pipe.
        try command.run(bash: #"exec "$@" --data <(cat trees.csv)"#, ["rerun", "a.svg"]).expectSuccess()
    }

    @Test("needs no folder for temporary files")
    func temporaryFolder() throws {
        try draw(["-o", "a.pdf"])
        try command.run(["rerun", "a.pdf"], environment: ["TMPDIR": "/nowhere"]).expectSuccess()
    }

    @Test("does not make files that a forged record names")
    func forgedRecord() throws {
        try draw(["-o", "a.svg"])
        let forged = try command.folder.text("a.svg").replacing(
            "\"request\":{",
            with: "\"request\":{\"outputs\":{\"path\":\"stolen.png\",\"json\":\"stolen.json\",\"models\":\"stolen\"},")
        try command.folder.write(forged, to: "b.svg")
        let names = command.folder.names
        #expect(try rerun("b.svg").status == 1)
        #expect(command.folder.names == names)
    }

    private static let misfits: [([String], [String], Int32)] = [
        (["inspect", "trees.csv"], ["'trees.csv'", "no PNG, SVG"], 65), (["inspect", "no.png"], ["'no.png'"], 66),
        (["rerun", "no.png"], ["'no.png'", "no such file"], 66),
        (["rerun", "a.png", "--data", "trees.csv"], ["--data", "'a.png'", "moons"], 64),
        (["rerun", "a.png", "-o", "a.png"], ["--output 'a.png'", "another name"], 64),
        (["rerun", "a.png", "-o", "b.svg"], ["--output 'b.svg'", ".png"], 64),
        (["rerun", "a.png", "-o", "no/b.png"], ["--output", "'no/b.png'"], 73),
    ]

    @Test("A mismatch is an error of one line", arguments: misfits)
    func misfit(arguments: [String], words: [String], status: Int32) throws {
        try draw(["-o", "a.png"])
        try command.run(arguments).expectError(status, saying: words)
    }

    @Test(
        "of version 1, with arguments of a command line, is reproduced",
        arguments: ["network", "sheet", "curve", "difference", "heatmap", "winner"])
    func firstVersion(name: String) throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).png").path
        let outcome = try rerun(path)
        outcome.expectSuccess()
        #expect(outcome.output.hasSuffix("comes out the same, byte for byte\n"))
        let line = try command.run(["inspect", path]).outputLines[1]
        #expect(line.hasPrefix("made by  boundaryplot ") && line.contains("--samples 20"))
    }

    @Test("of version 1 is read from every format", arguments: ["png", "svg", "pdf"])
    func firstVersionFormats(format: String) throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/network.\(format)")
            .path
        #expect(try command.run(["inspect", path]).outputLines[1].hasPrefix("made by  boundaryplot plot "))
    }

    private func forge(_ name: String, _ members: String, theta: String = "0", networks: Int = 1) throws {
        let network =
            #"{"layers":[2,1,2],"activation":"sigmoid","lambda":0.001,"accuracy":1,"theta":[\#(theta)]}"#
        let data = #"{"source":"moons","samples":200,"features":["x1","x2"],"classes":["0","1"]}"#
        try command.folder.write(
            """
            <svg xmlns="http://www.w3.org/2000/svg"><metadata>{"format":"boundaryplot-picture","picture":"curve",\
            "data":\(data),"networks":[\([String](repeating: network, count: networks).joined(separator: ","))],\(members)}\
            </metadata></svg>
            """, to: name)
    }

    @Test(
        "that is forged and enormous is refused in little time and memory",
        .enabled(if: !Command.isSanitized, "sanitizers need address space"), arguments: ["inspect", "rerun"])
    func enormous(verb: String) throws {
        try forge(
            "a.svg", #""version":2,"request":{}"#,
            theta: [String](repeating: "0", count: 25_000_000).joined(separator: ","))
        try command.run(bash: "ulimit -v 655360; ulimit -t 4; exec \"$@\"", [verb, "a.svg"])
            .expectError(65, saying: ["'a.svg'", "more than 48 MiB"])
        let words = [String](repeating: "\"x\"", count: 16_000).joined(separator: ",")
        try forge("b.svg", "\"version\":1,\"command\":\"plot\",\"arguments\":[\(words)]")
        try command.run(bash: "ulimit -t 2; exec \"$@\"", [verb, "b.svg"])
            .expectError(65, saying: ["'b.svg'", "16000 arguments", "1000"])
    }

    @Test("is drawn only with as many networks as it has classifiers")
    func classifierCount() throws {
        let classifiers = (1...16_000).map { "{\"hidden\":[\($0)]}" }.joined(separator: ",")
        try forge(
            "a.svg", "\"version\":2,\"request\":{\"product\":\"curve\",\"classifiers\":[\(classifiers)]}", networks: 2)
        try command.run(bash: "ulimit -t 4; exec \"$@\"", ["rerun", "a.svg"])
            .expectError(65, saying: ["'a.svg'", "2 results for 16000 classifiers"])
    }

    @Test("is the same for two orders of the same options")
    func canonical() throws {
        try draw(["--hidden", "2", "--samples", "20", "--lambda", "0.1", "-o", "a.png"])
        try draw(["-o", "b.png", "--lambda", "0.1", "--format", "png", "--samples", "20", "-j1", "--hidden", "2"])
        #expect(try command.folder.bytes("a.png") == command.folder.bytes("b.png"))
    }

    @Test("of a file with a repeated column name is made again")
    func repeatedColumn() throws {
        try command.folder.write("a,a,label\n1,2,u\n2,9,u\n3,1,v\n5,4,v\n", to: "twice.csv")
        try command.run(["twice.csv", "-o", "a.png"] + Self.quick).expectSuccess()
        try rerun("a.png").expectSuccess()
    }

    @Test("of a request: an option that is wrong beside it is named, and not its file")
    func wrongOptionBesideRequest() throws {
        try command.folder.write(#"{"page": {"dpi": 50}}"#, to: "r.json")
        try command.run(["--request", "r.json", "-o", "a.gif"]).expectError(64, saying: ["--output 'a.gif'"])
    }

    @Test("is not overwritten by its own run, if it is a request")
    func requestIsAnInput() throws {
        try command.folder.write("{}", to: "r.json")
        try command.run(["--request", "r.json", "--json", "r.json"]).expectError(64, saying: ["r.json", "input file"])
        #expect(try command.folder.text("r.json") == "{}")
    }

    @Test("of a request that is wrong names file and key; the place, if it is not JSON")
    func wrongRequest() throws {
        try command.folder.write(#"{"product": {"sheet": {"x": 1}}}"#, to: "r.json")
        try command.run(["--request", "r.json"]).expectError(65, saying: ["'r.json'", "product.sheet.x"])
        try command.folder.write(#"{"product": "tune" "split": null}"#, to: "r.json")
        try command.run(["--request", "r.json"]).expectError(65, saying: ["'r.json'", "line 1, column 20"])
        try command.folder.write(#"{"product": "curve", "regions": {"fill": "score"}}"#, to: "r.json")
        try command.run(["--request", "r.json"]).expectError(65, saying: ["'r.json'", "regions.fill", "curve"])
    }
}
