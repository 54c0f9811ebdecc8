import Foundation
import PNGReader
import Testing

@Suite("Several features")
struct ProjectionTests {
    private let command = Command()
    private static let quick = ["--max-iterations", "5", "--dpi", "50"]
    private static let projected = ["--features", "all", "--project", "pca"]

    /// Four features of very different units, a number for every row, a word and a label.
    private static func text(outlier: Double = 0) -> String {
        let rows = (0..<60).map { row -> String in
            let kind = row % 3
            let (a, b) = (Double(row * 7 % 60) / 10 + Double(kind), Double(row * 11 % 60) * 1000)
            let (c, d) = (a * 2 - Double(row * 13 % 17), Double(row * 29 % 31) * 1e-5 + Double(kind) * 1e-4)
            return "\(row),\(row == 20 ? a + outlier : a),\(b),\(c),\(d),w\(row % 7),\(["oak", "elm", "fir"][kind])\n"
        }
        return "id,a,b,c,d,word,kind\n" + rows.joined()
    }

    private struct Summary: Decodable {
        let data: Source
        let runs: [Run]

        struct Source: Decodable {
            let features: [String]
            let columns: [String: String]
            let projection: Projection?
            let missingRows: Int?
        }

        struct Projection: Decodable, Equatable {
            let features: [String]
            let mean: [Double]
            let deviation: [Double]
            let components: [[Double]]
            let explainedVarianceRatio: [Double]
        }

        struct Run: Decodable {
            let accuracy: Double
        }
    }

    private func summary(_ arguments: [String], options: [String] = quick) throws -> Summary {
        let outcome = try command.run(arguments + options + ["--json", "a.json", "-q"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Summary.self, from: Data(command.folder.bytes("a.json")))
    }

    @Test("are drawn on their principal components, which the axes, the table and the JSON name")
    func picture() throws {
        try command.folder.write(Self.text(), to: "a.csv")
        let outcome = try command.run(["a.csv", "-o", "a.svg"] + Self.projected + Self.quick)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let heading = """
            a.csv (principal components of a, b, c and d; kind), 60 points: oak 20, elm 20, fir 20; \
            --features and --label choose other columns
            """
        #expect(outcome.outputLines.first.map(String.init) == heading)
        let data = try summary(["a.csv", "-o", "a.png"] + Self.projected).data
        let projection = try #require(data.projection)
        #expect(projection.features == ["a", "b", "c", "d"])
        #expect(Array(data.columns.keys) == ["label"])
        let svg = try command.folder.text("a.svg")
        for (index, share) in projection.explainedVarianceRatio.enumerated() {
            let name = "PC\(index + 1) (\(Int((share * 100).rounded())) % of variance)"
            #expect(data.features[index] == name)
            #expect(svg.contains(">\(name)</text>"))
        }
        for component in projection.components {
            #expect(abs(component.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
        }
        #expect(abs(projection.mean[0] - 3.95) < 1e-9)
    }

    @Test("are projected by the training points alone")
    func trainingPart() throws {
        try command.folder.write(Self.text(outlier: 1e6), to: "a.csv")
        let means = try (0..<6).map { seed in
            try #require(
                summary(
                    ["a.csv", "-o", "a.png", "--test-fraction", "0.5", "--split-seed", "\(seed)"] + Self.projected
                ).data.projection
            ).mean[0]
        }
        #expect(means.contains { $0 > 10_000 } && means.contains { $0 < 10 }, "\(means)")
    }

    @Test("of which there are two need no projection")
    func twoFeatures() throws {
        try command.folder.write(Self.text(), to: "a.csv")
        for (options, name) in [(["--features", "c, a"], "a.png"), (["--x", "c", "--y", "a"], "b.png")] {
            #expect(try command.run(["a.csv", "-q", "-o", name] + options + Self.quick).status == 0)
        }
        #expect(try command.folder.bytes("a.png") == command.folder.bytes("b.png"))
    }

    @Test(
        "are drawn by every command, with the same bytes for any number of threads",
        arguments: [
            ["plot", "--hidden", "2,3", "--sheet"], ["sheet", "--hidden", "1,2"], ["curve", "--hidden", "1,2,3"],
            ["tune", "--hidden", "1,2", "--lambda", "0.1", "--folds", "2"], ["diff", "--hidden", "1,3"],
        ])
    func commands(arguments: [String]) throws {
        try command.folder.write(Self.text(), to: "a.csv")
        let isFolder = ["plot", "tune"].contains(arguments[0])
        var pictures: [[[UInt8]]] = []
        for threads in ["1", "3"] {
            let output = isFolder ? "t\(threads)" : "t\(threads).png"
            let outcome = try command.run(
                [arguments[0], "a.csv", "--test-fraction", "0.3", "-o", output, "-q", "--threads", threads]
                    + arguments.dropFirst() + ["--features", "d,a,b", "--project", "pca"] + Self.quick)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let names = command.folder.names.filter { $0.hasPrefix("t\(threads)") && $0.hasSuffix(".png") }.sorted()
            #expect(!names.isEmpty)
            pictures.append(try names.map { try command.folder.bytes($0) })
            try command.run(["rerun", try #require(names.first)]).expectSuccess()
        }
        #expect(pictures[0] == pictures[1])
    }

    @Test("are in the record, which draws the same picture again")
    func record() throws {
        try command.folder.write(Self.text(), to: "a.csv")
        #expect(try command.run(["a.csv", "-o", "a.pdf", "-q"] + Self.projected + Self.quick).status == 0)
        let inspected = try command.run(["inspect", "a.pdf"]).output
        #expect(inspected.contains(#""features":["a","b","c","d"]"#) && inspected.contains(#""project":"pca""#))
        #expect(inspected.contains("PC1 ("))
        #expect(try command.run(["inspect", "--json", "a.pdf"]).output.contains(#""explainedVarianceRatio":["#))
        try command.run(["rerun", "a.pdf"]).expectSuccess()
    }

    @Test("are kept in a saved model, which predicts from the original columns and is drawn on its own axes")
    func model() throws {
        try command.folder.write(Self.text(), to: "a.csv")
        let options = ["--test-fraction", "0.3", "--save-model", "m.json", "--hidden", "4", "--max-iterations", "200"]
        let trained = try command.run(["a.csv", "-q", "-o", "a.png", "--dpi", "50"] + options + Self.projected)
        #expect(trained.status == 0, "\(trained.errors)")
        // The columns are found by name in any order, and other columns are ignored.
        let rows = Self.text().split(separator: "\n").map { $0.split(separator: ",") }
        let turned = rows.map { [$0[4], $0[5], $0[2], $0[1], $0[3]].joined(separator: ",") + "\n" }.joined()
        try command.folder.write(turned, to: "b.csv")
        let predicted = try command.run(["predict", "--model", "m.json", "b.csv"])
        predicted.expectSuccess()
        #expect(predicted.outputLines[0] == "row,a,b,c,d,class,p(oak),p(elm),p(fir)")
        #expect(predicted.outputLines.count == 61)
        let rightCount = zip(predicted.outputLines.dropFirst(), rows.dropFirst())
            .count { $0.0.split(separator: ",")[5] == $0.1[6] }
        let drawn = try summary(["a.csv", "--model", "m.json", "-o", "b.png"], options: ["--dpi", "50"])
        #expect(rightCount > 30)
        #expect(drawn.runs[0].accuracy == Double(rightCount) / 60)
        let projection = try #require(drawn.data.projection)
        let saved = try JSONDecoder().decode([String: Summary.Projection].self, from: onlyProjection("m.json"))
        #expect(saved["projection"] == projection)
        #expect(!Set(projection.mean).contains(3.95), "the projection is that of the training part")
        try command.run(["rerun", "b.png"]).expectSuccess()

        // Without a split the picture of the model has the same pixels.
        let all = ["a.csv", "--save-model", "n.json", "-o", "c.png", "-q", "--dpi", "50"] + Self.projected
        try command.run(all + ["--hidden", "1", "--lambda", "0.1"]).expectSuccess()
        #expect(try command.run(["a.csv", "--model", "n.json", "-o", "d.png", "--dpi", "50", "-q"]).status == 0)
        let pictures = try ["c.png", "d.png"].map { try DecodedPNG(command.folder.bytes($0)) }
        let hasSamePixels = pictures[0].pixels == pictures[1].pixels
        #expect(hasSamePixels)

        let renamed = turned.replacing("d,word,b,a,c", with: "s,t,u,v,w")
        try command.folder.write(renamed, to: "c.csv")
        let other = try command.run(["predict", "--model", "m.json", "c.csv", "--features", "v,u,w,s"])
        let isSame = other.outputLines.dropFirst().elementsEqual(predicted.outputLines.dropFirst())
        #expect(isSame)
        try command.run(["predict", "--model", "m.json", "c.csv"]).expectError(64, saying: ["no column 'a'"])
        for (options, words) in [
            (["--x", "v"], ["--x does not apply to the model 'm.json'", "4 columns", "--features"]),
            (["--features", "v,u"], ["--features names 2 columns", "'m.json' projects 4"]),
        ] {
            try command.run(["predict", "--model", "m.json", "c.csv"] + options).expectError(64, saying: words)
            try command.run(["c.csv", "--model", "m.json"] + options).expectError(64, saying: words)
        }
        try command.run(["moons", "--model", "m.json"]).expectError(
            64, saying: ["'m.json' projects 4 columns", "--data"])
    }

    private func onlyProjection(_ name: String) throws -> Data {
        let object = try JSONSerialization.jsonObject(with: Data(command.folder.bytes(name))) as? [String: Any]
        return try JSONSerialization.data(withJSONObject: ["projection": try #require(object?["projection"])])
    }

    @Test("that lack a value leave out the row, and bad rows of predict change no other")
    func missing() throws {
        var rows = Self.text().split(separator: "\n").map { $0.split(separator: ",") }
        (rows[8][1], rows[10][1]) = ("NA", "oops")
        try command.folder.write(rows.map { $0.joined(separator: ",") + "\n" }.joined(), to: "a.csv")
        let options = ["--features", "a,b,c,d", "--project", "pca", "--skip-bad-rows", "--save-model", "m.json"]
        #expect(try summary(["a.csv", "-o", "a.png"] + options).data.missingRows == 1)
        let predicted = try command.run(["predict", "--model", "m.json", "a.csv", "--skip-bad-rows"])
        #expect(predicted.outputLines.count == 59 && predicted.errors.contains("1 of 60 rows has no value in a"))
        #expect(predicted.outputLines[8].hasPrefix("9,") && predicted.outputLines[9].hasPrefix("11,"))
        let predictedValues = predicted.outputLines[9].split(separator: ",")[1...4].map { Double($0) }
        let values = rows[11][1...4].map { Double($0) }
        #expect(predictedValues == values)
    }

    private static let mistakes: [(options: [String], status: Int32, words: [String])] = [
        (["--features", "a,b,c"], 64, ["--features names 3 columns", "--project pca"]),
        (["--features", "all"], 64, ["--features takes all columns", "--project pca"]),
        (["--features", "a", "--project", "pca"], 64, ["--features 'a'", "two columns or more", "all"]),
        (["--features", "a,b", "--x", "c"], 64, ["--x and --features contradict each other"]),
        (["--project", "pca", "--y", "c"], 64, ["--y and --project contradict each other"]),
        (["--features", "a,b,a", "--project", "pca"], 64, ["--features names 'a' twice"]),
        (["--features", "a,b,2", "--project", "pca"], 64, ["column 2 (a) is used twice"]),
        (["--features", "a,,b", "--project", "pca"], 64, ["--features has an empty name"]),
        (["--features", "a,b,e", "--project", "pca"], 64, ["no column 'e'", "'word'"]),
        (["--features", "a,b,word", "--project", "pca"], 65, ["line 2, column 6 (word): 'w0' is not a number"]),
        (["--features", "a,b,kind", "--label", "kind", "--project", "pca"], 64, ["(kind) is used twice"]),
        (["--features", "a,b,c", "--project", "lda"], 64, ["--project", "lda", "pca"]),
        (["--pca"], 64, ["'--pca' is not an option", "did you mean '--project'"]),
        (["--n-components", "2"], 64, ["did you mean '--project'"]),
        (["--dimension-reduction", "pca"], 64, ["did you mean '--project'"]),
        (["--projection", "pca"], 64, ["did you mean '--project'"]),
        (["--feature-cols", "a,b"], 64, ["did you mean '--features'"]),
    ]

    @Test("that are wrong are one line that says what would do", arguments: mistakes.indices)
    func errors(index: Int) throws {
        let (options, status, words) = Self.mistakes[index]
        try command.folder.write(Self.text(), to: "a.csv")
        let outcome = try command.run(["a.csv", "-o", "a.png"] + options + Self.quick)
        #expect(outcome.status == status)
        let lines = outcome.errors.split(separator: "\n")
        for word in words { #expect(lines.first?.contains(word) == true, "\(lines)") }
        #expect(!command.folder.names.contains("a.png"))
        // An error about columns ends with a command that works.
        if lines.count > 1 {
            let again = try command.run(
                bash: "\"$1\" \((lines.last ?? "").dropFirst(13)) -o b.png \(Self.quick.joined(separator: " ")) -q")
            #expect(again.status == 0, "\(lines): \(again.errors)")
        }
    }

    @Test("that do not vary cannot be projected")
    func constant() throws {
        let rows = (0..<9).map { "1,2,\($0 * $0),\(["x", "y"][$0 % 2])\n" }.joined()
        try command.folder.write("a,b,c,k\n" + rows, to: "a.csv")
        let options = ["a.csv", "--project", "pca", "-o", "a.png"] + Self.quick
        try command.run(options + ["--features", "a,b,c"]).expectError(65, saying: ["only one column varies"])
        try command.run(options + ["--features", "a,b"]).expectError(65, saying: ["no column varies"])
        try command.run(["moons"] + Self.projected).expectError(
            64, saying: ["--features does not apply to --data moons"])
    }

    @Test("are offered by columns, and by a settings file and a request")
    func offers() throws {
        try command.folder.write(Self.text(), to: "a.csv")
        let lines = try command.run(["columns", "a.csv"]).outputLines
        let offer = "boundaryplot a.csv --features all --project pca --label kind"
        let last = lines.suffix(2).map(String.init)
        #expect(last == [offer, "boundaryplot a.csv --x a --y b --label kind"])
        let again = try command.run(["columns", "a.csv"] + Self.projected)
        #expect(again.outputLines.last.map(String.init) == offer)
        #expect(again.outputLines.count { $0.hasSuffix(" feature") } == 4)
        let settings = #"features = ["b", "c", "d"]"# + "\nproject = \"pca\"\n"
        try command.folder.write(settings, to: "s.toml")
        #expect(
            try summary(["a.csv", "--config", "s.toml", "-o", "a.png"]).data.projection?.features == ["b", "c", "d"])
        try command.folder.write(
            #"{"data": {"file": "a.csv", "project": "pca"}, "outputs": {"path": "r.png", "json": "r.json"}}"#,
            to: "r.json5")
        #expect(try command.run(["--request", "r.json5", "-q"]).status == 0)
        #expect(
            try JSONDecoder().decode(Summary.self, from: Data(command.folder.bytes("r.json"))).data.projection?.features
                == ["a", "b", "c", "d"])
        let data = try command.run(["data", "a.csv"] + Self.projected)
        #expect(data.outputLines.count == 61 && data.outputLines[0].hasPrefix("PC1,PC2,"))
    }

    @Test("may have names with commas, and be more than rows")
    func unusual() throws {
        let header = "k," + (0..<50).map { "\"f,\($0)\"" }.joined(separator: ",") + "\n"
        let rows = (0..<12).map { row -> String in
            let values = (0..<50).map { feature -> String in "\((row * (feature % 20 + 3) * 7 + feature) % 23).5" }
            return "\(["x", "y"][row % 2])," + values.joined(separator: ",") + "\n"
        }
        try command.folder.write(header + rows.joined(), to: "a.csv")
        let data = try summary(["a.csv", "-o", "a.png"] + Self.projected).data
        #expect(data.projection?.features == (0..<50).map { "f,\($0)" })
        try command.run(["rerun", "a.png"]).expectSuccess()
        #expect(
            try summary(["a.csv", "-o", "a.png", "--features", "3,4,5", "--project", "pca"]).data.projection?.features
                == ["f,1", "f,2", "f,3"])
    }
}
