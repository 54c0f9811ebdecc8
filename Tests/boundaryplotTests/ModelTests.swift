import Foundation
import PNGReader
import Testing

@Suite("Networks that are kept")
struct ModelTests {
    private let command = Command()
    private static let text = """
        width,height,species
        1,20,ash
        2,35,ash
        3,25,ash
        2,60,birch
        4,70,birch
        3,80,birch
        6,30,cedar
        7,40,cedar
        8,20,cedar

        """

    private func train(_ arguments: [String] = []) throws {
        try command.folder.write(Self.text, to: "trees.csv")
        try command.run(
            ["trees.csv", "--hidden", "4", "--dpi", "50", "-q", "--save-model", "model.json", "--output", "a.png"]
                + arguments
        ).expectSuccess()
    }

    @Test("are drawn again without training, the same pixels", arguments: [[], ["--no-standardize"]])
    func drawAgain(arguments: [String]) throws {
        try train(arguments)
        let outcome = try command.run(["trees.csv", "--model", "model.json", "--dpi", "50", "-o", "b.png"])
        outcome.expectSuccess()
        #expect(!outcome.output.contains("iterations"))
        let pictures = try ["a.png", "b.png"].map { try DecodedPNG(command.folder.bytes($0)) }
        #expect(pictures[0].pixels == pictures[1].pixels)
    }

    @Test("say in the JSON that they were not trained here")
    func summary() throws {
        try train()
        let outcome = try command.run(["trees.csv", "--model", "model.json", "--dpi", "50", "-q", "--json", "-"])
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let run = try #require((json["runs"] as? [[String: Any]])?.first)
        #expect(run["model"] as? String == "model.json")
        #expect(run["iterations"] == nil && run["termination"] == nil && run["initSeed"] == nil)
        #expect(run["accuracy"] as? Double == 1)
    }

    @Test("predict classes and probabilities, row by row")
    func predict() throws {
        try train()
        try command.folder.write("height,other,width\n20,q,1\n70,q,4\n30,q,7\n", to: "new.csv")
        let outcome = try command.run(["predict", "--model", "model.json", "new.csv"])
        outcome.expectSuccess()
        let lines = outcome.outputLines.map { $0.split(separator: ",") }
        #expect(lines[0] == ["row", "width", "height", "class", "p(ash)", "p(birch)", "p(cedar)"])
        #expect(lines.dropFirst().map { $0[3] } == ["ash", "birch", "cedar"])
        #expect(lines[1][0] == "1" && lines[1][1] == "1.0" && lines[1][2] == "20.0")
        for line in lines.dropFirst() {
            let probabilities = line.dropFirst(4).compactMap { Double($0) }
            #expect(abs(probabilities.reduce(0, +) - 1) < 1e-12)
            let greatest = try #require(probabilities.max())
            #expect(["ash", "birch", "cedar"][try #require(probabilities.firstIndex(of: greatest))] == line[3])
        }
    }

    @Test("predict into a file whole or not at all, and without the rows that cannot be read")
    func predictIntoFile() throws {
        try train()
        try command.folder.write("width,height\n1,20\nx,3\n4,70\n", to: "new.csv")
        let failed = try command.run(["predict", "--model", "model.json", "new.csv", "-o", "out.csv"])
        failed.expectError(65, saying: ["'new.csv'", "line 3", "'x'"])
        #expect(!command.folder.names.contains("out.csv"))

        let skipped = try command.run(
            ["predict", "--model", "model.json", "new.csv", "-o", "out.csv", "--skip-bad-rows"])
        #expect(skipped.status == 0)
        #expect(
            skipped.errors.hasPrefix("Note: 1 row of 'new.csv' was skipped; the first: 'new.csv', line 3, column 1"))
        let rows = try command.folder.text("out.csv").split(separator: "\n").dropFirst()
        #expect(rows.map { $0.split(separator: ",")[0] } == ["1", "3"])
    }

    @Test("give no answer that is not finite")
    func notFinite() throws {
        // The first sum is ∞ − ∞.
        try command.folder.write(
            """
            {"format": "boundaryplot-model", "version": 1, "layers": [2, 2], "theta": [0, 100, 100, 0, 1, 1],
             "activation": "sigmoid", "classes": ["a", "b"], "features": ["width", "height"], "lambda": 0,
             "standardization": null}
            """, to: "model.json")
        try command.folder.write("width,height\n1,20\n1e308,-1e308\n", to: "new.csv")
        let outcome = try command.run(["predict", "--model", "model.json", "new.csv", "-o", "out.csv"])
        outcome.expectError(65, saying: ["row 2", "1e+308, -1e+308", "not finite"])
        #expect(!command.folder.names.contains("out.csv"))
    }

    @Test("of several networks need a name for each")
    func severalModels() throws {
        try train(["--hidden", "2,3", "--save-model", "m-{hidden}.json", "--output", "{hidden}.png"])
        #expect(["m-2.json", "m-3.json"].allSatisfy(command.folder.names.contains))
    }

    private static let misfits: [([String], [String], Int32)] = [
        (["--hidden", "2,3", "--save-model", "m.json"], ["--save-model 'm.json'", "2 models", "{hidden}"], 64),
        (["--save-model", "no/m.json"], ["--save-model", "'no/m.json'", "no such"], 73),
        (["--save-model", "-"], ["--save-model '-'"], 64),
        (["--model", "no.json"], ["--model", "'no.json'", "no such file"], 66),
        (["--model", "trees.csv"], ["--model 'trees.csv'", "not JSON", "line 1"], 65),
        (["--model", "model.json"], ["class '0'", "'model.json'", "'ash'"], 65),
        (["--model", "model.json", "--lambda", "3"], ["--lambda", "--model"], 64),
        (["--model", "model.json", "--test-fraction", "0.3"], ["--test-fraction", "--model"], 64),
        (["--model", "model.json", "other.csv"], ["'other.csv'", "no column 'width'", "'a', 'b', 'c'"], 64),
        (["predict", "--model", "model.json", "other.csv"], ["'other.csv'", "no column 'width'"], 64),
        (["predict", "--model", "model.json", "none.csv"], ["'none.csv'", "no such file"], 66),
        (["predict", "other.csv"], ["--model <file>"], 64),
        (
            ["predict", "--model", "model.json", "trees.csv", "-o", "model.json"],
            ["--output 'model.json'", "input file"], 64
        ),
        (
            ["predict", "--model", "model.json", "trees.csv", "-o", "trees.csv"],
            ["--output 'trees.csv'", "input file"], 64
        ),
    ]

    @Test(
        "A mismatch is an error of one line",
        arguments: misfits)
    func misfit(arguments: [String], words: [String], status: Int32) throws {
        try train(["--tolerance", "1"])
        try command.folder.write("a,b,c\n1,2,ash\n3,4,birch\n", to: "other.csv")
        let names = command.folder.names
        try command.run(arguments).expectError(status, saying: words)
        #expect(command.folder.names == names)
    }
}
