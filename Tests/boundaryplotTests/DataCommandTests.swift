import Foundation
import Testing

@Suite("boundaryplot data")
struct DataCommandTests {
    private let command = Command()

    @Test("prints the data set as CSV")
    func csv() throws {
        let outcome = try command.run(["data"])
        outcome.expectSuccess()
        let lines = outcome.outputLines
        #expect(lines.count == 201 && lines[0] == "x1,x2,label")
        // scikit-learn's make_moons(200, noise=0.2) after np.random.seed(0).
        let expected = [
            (0.743_461_18, 0.464_656_33, 0), (1.657_556_62, -0.632_031_57, 1), (-0.158_788_75, 0.255_844_65, 1),
        ]
        for (line, point) in zip(lines.dropFirst(), expected) {
            let fields = line.split(separator: ",")
            try #require(fields.count == 3)
            #expect(abs((Double(fields[0]) ?? .nan) - point.0) < 5e-9)
            #expect(abs((Double(fields[1]) ?? .nan) - point.1) < 5e-9)
            #expect(Int(fields[2]) == point.2)
        }
        #expect(command.folder.names == [])
    }

    @Test("numbers are the shortest that read back exactly")
    func shortestDigits() throws {
        let lines = try command.run(["data", "--samples", "50", "--seed", "3"]).outputLines
        for field in lines.dropFirst().flatMap({ $0.split(separator: ",").prefix(2) }) {
            let value = try #require(Double(field))
            #expect("\(value)" == field)
        }
    }

    @Test("--samples, --noise and --seed count")
    func options() throws {
        let lines = try command.run(["data", "--samples", "7", "--noise", "0", "--seed", "1"]).outputLines
        #expect(lines.count == 8)
        // Without noise the points of class 0 lie on the unit circle.
        for line in lines.dropFirst() where line.hasSuffix(",0") {
            let numbers = line.split(separator: ",").compactMap { Double($0) }
            #expect(abs(numbers[0] * numbers[0] + numbers[1] * numbers[1] - 1) < 1e-15)
        }
    }

    @Test("a reader that goes away ends it silently", arguments: ["", "trap '' PIPE; "])
    func closedPipe(preparation: String) throws {
        let outcome = try command.run(bash: preparation + "\"$@\" | head -n 1", ["data", "--samples", "100000"])
        outcome.expectSuccess()
        #expect(outcome.output == "x1,x2,label\n")
    }
}

@Suite("boundaryplot data --part")
struct DataPartTests {
    private let command = Command()

    /// Runs `boundaryplot data` and returns its lines.
    private func lines(_ arguments: [String]) throws -> [String] {
        let outcome = try command.run(["data"] + arguments)
        outcome.expectSuccess()
        return outcome.outputLines.map(String.init)
    }

    /// Returns the header and the rows of a part.
    private func part(_ name: String, _ arguments: [String]) throws -> (header: String, rows: [String]) {
        let lines = try lines(arguments + ["--part", name])
        return (try #require(lines.first), Array(lines.dropFirst()))
    }

    @Test("prints the points that scikit-learn's train_test_split chooses, in its order")
    func likeScikitLearn() throws {
        let fixture = try SplitFixture.read()
        let plain = fixture.splits.filter { ($0.pointCount ?? 0) >= 30 && $0.training != nil }.prefix(6).map {
            (labels: (0..<($0.pointCount ?? 0)).map { $0 % 2 }, split: $0, options: [String]())
        }
        let stratified = fixture.stratifiedSplits.filter { split in
            let labels = fixture.labelSets[split.labels ?? 0]
            let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +).values
            return split.training != nil && 2...10 ~= counts.count && counts.allSatisfy { $0 > 1 }
        }.prefix(6).map { (labels: fixture.labelSets[$0.labels ?? 0], split: $0, options: ["--stratify"]) }
        #expect(plain.count == 6 && stratified.count == 6)
        for (labels, split, options) in plain + stratified {
            let rows = labels.enumerated().map { "\($0).5,\($0 * $0 % 17 + 1).0,class \($1)" }
            try command.folder.write((["w,h,kind"] + rows).joined(separator: "\n") + "\n", to: "a.csv")
            let arguments =
                ["a.csv", "--label", "kind", "--x", "w", "--y", "h", "--test-fraction", "\(split.testFraction)"]
                + ["--split-seed", "\(split.seed)"] + options
            let (train, test) = (try part("train", arguments), try part("test", arguments))
            #expect(train.header == "w,h,kind" && test.header == "w,h,kind")
            #expect(train.rows == split.training?.map { rows[$0] })
            #expect(test.rows == split.test?.map { rows[$0] })
        }
    }

    @Test("prints the points that a run is scored on, and those that it is trained on")
    func likeRuns() throws {
        let split = ["iris.csv", "--test-fraction", "0.3", "--split-seed", "2"]
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let iris = try String(contentsOf: root.appending(path: "Examples/iris.csv"), encoding: .utf8)
        try command.folder.write(iris, to: "iris.csv")
        let outcome = try command.run(
            split + ["--hidden", "1", "--max-iterations", "20", "--dpi", "50", "--save-model", "m.json", "--json", "-"]
                + ["-q"])
        let summary = try RunSummary(outcome.output)
        let run = try #require(summary.runs.first)
        for (name, accuracy) in [("train", run.accuracy), ("test", try #require(run.testAccuracy))] {
            let printed = try part(name, split)
            #expect(printed.header == "petal length,petal width,species")
            try command.folder.write(([printed.header] + printed.rows).joined(separator: "\n"), to: "part.csv")
            let classes = try command.run(["predict", "--model", "m.json", "part.csv"]).outputLines.dropFirst().map {
                $0.split(separator: ",")[3]
            }
            let labels = printed.rows.compactMap { $0.split(separator: ",").last }
            #expect(labels.count == (name == "train" ? 105 : 45) && classes.count == labels.count)
            #expect(abs(Double(zip(classes, labels).count { $0 == $1 }) / Double(labels.count) - accuracy) < 1e-12)
        }
        let values = try part("train", split).rows.map { try #require(Double($0.split(separator: ",")[0])) }
        let mean = try #require(summary.data.standardization?.mean.first)
        #expect(abs(values.reduce(0, +) / 105 - mean) < 1e-12)
    }

    @Test("projects by the training part alone, as a run does")
    func projection() throws {
        let rows = (0..<40).map { row in
            "\(row * 7 % 23).5,\(row * row % 19),\(row * 5 % 31 + row),\(["a", "b"][row % 2])"
        }
        try command.folder.write((["u,v,w,kind"] + rows).joined(separator: "\n") + "\n", to: "a.csv")
        let arguments = ["a.csv", "--project", "pca"]
        func means(_ lines: [String]) -> [Double] {
            (0...1).map { index in
                lines.compactMap { Double($0.split(separator: ",")[index]) }.reduce(0, +) / Double(lines.count)
            }
        }
        let split = arguments + ["--test-fraction", "0.4"]
        let (train, test) = (try part("train", split), try part("test", split))
        #expect(train.header == "PC1,PC2,kind" && train.header == test.header)
        #expect(train.rows.count == 24 && test.rows.count == 16)
        // The mean of the training part is subtracted.
        #expect(means(train.rows).allSatisfy { abs($0) < 1e-12 } && means(test.rows).contains { abs($0) > 0.01 })
        #expect(means(Array(try lines(arguments).dropFirst())).allSatisfy { abs($0) < 1e-12 })
    }

    @Test("needs a share of held-out points, which needs a part; other errors are those of a run")
    func errors() throws {
        try command.run(["data", "--part", "train"]).expectError(64, saying: ["--part train", "--test-fraction 0.3"])
        try command.run(["data", "--test-fraction", "0.3"])
            .expectError(64, saying: ["--test-fraction", "--part train or --part test"])
        try command.run(["data", "--part", "test", "--split-seed", "1"])
            .expectError(64, saying: ["--part test", "--test-fraction 0.3"])
        try command.run(["data", "--stratify"]).expectError(64, saying: ["--stratify", "--test-fraction 0.3"])
        try command.run(["data", "--part", "valid", "--test-fraction", "0.3"])
            .expectError(64, saying: ["'valid'", "--part", "train", "test"])
        let share = ["--samples", "20", "--test-fraction", "0.99", "--part", "test"]
        let (data, plot) = (try command.run(["data"] + share), try command.run(share.dropLast(2) + ["-q"]))
        #expect(plot.status == 64 && data.status == 64 && data.errors == plot.errors)
        try command.folder.write("x,y,kind\n1,2,a\n2,1,b\n", to: "two.csv")
        let two = ["two.csv", "--x", "x", "--y", "y", "--label", "kind", "--test-fraction", "0.5"]
        try command.run(["data"] + two + ["--part", "test"])
            .expectError(64, saying: ["--test-fraction holds out no point"])
    }

    /// Splits of scikit-learn, read from the sources; `Scripts/oracles/model_selection.py` writes them.
    private struct SplitFixture: Decodable {
        let labelSets: [[Int]]
        let splits: [Split]
        let stratifiedSplits: [Split]

        struct Split: Decodable {
            let pointCount: Int?
            let labels: Int?
            let testFraction: Double
            let seed: UInt32
            let training: [Int]?
            let test: [Int]?
        }

        static func read() throws -> SplitFixture {
            let url = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../ModelSelectionTests/Fixtures/splits.json")
            return try JSONDecoder().decode(SplitFixture.self, from: Data(contentsOf: url))
        }
    }
}

@Suite("--data")
struct DataSetTests {
    private let command = Command()

    @Test(
        "names the data set, which plot draws and data prints",
        arguments: [
            ("moons", 2), ("circles", 2), ("blobs", 3), ("gaussian-quantiles", 3), ("xor", 2), ("spirals", 2),
        ])
    func sets(name: String, classCount: Int) throws {
        let outcome = try command.run(Command.small + ["--data", name, "--step", "0.2", "-q", "--json", "-"])
        let summary = try RunSummary(outcome.output)
        #expect(summary.data.source == name)
        #expect(summary.data.classes == (0..<classCount).map(String.init))
        #expect(summary.runs[0].layers == [2, 3, classCount])
        let rows = try command.run(["data", "--data", name, "--samples", "30"]).outputLines
        #expect(rows.count == 31 && Set(rows.dropFirst().map { $0.split(separator: ",")[2] }).count == classCount)
    }

    @Test(
        "takes the options of its set, with the defaults in the help",
        arguments: [
            (["--data", "circles"], ["--data", "circles", "--noise", "0.1", "--factor", "0.5"]),
            (["--data", "blobs"], ["--data", "blobs", "--centers", "3", "--spread", "1"]),
            (["--data", "spirals"], ["--data", "spirals", "--noise", "0.1"]),
            (["--data", "xor"], ["--data", "xor", "--noise", "0.1"]), ([], ["--data", "moons", "--noise", "0.2"]),
        ])
    func defaults(short: [String], long: [String]) throws {
        let shortRows = try command.run(["data"] + short).output
        #expect(try command.run(["data"] + long).output == shortRows)
        let other = long.dropLast() + ["0.7"]
        if long.contains("--noise") || long.contains("--spread") {
            #expect(try command.run(["data"] + other).output != shortRows)
        }
    }
}
