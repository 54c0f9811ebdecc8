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
