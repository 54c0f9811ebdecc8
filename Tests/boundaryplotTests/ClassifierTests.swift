import Foundation
import PNGReader
import Testing

@Suite("Classifiers of other programs")
struct ClassifierTests {
    private let command = Command()
    private static let small = ["--step", "0.1", "--dpi", "50"]

    /// A rule for moons in awk.
    static let rule = #"awk -F, 'NR==1{print "class"} NR>1{print ($2>0.25)?0:1}'"#

    private func json(_ arguments: [String]) throws -> [String: Any] {
        let outcome = try command.run(arguments + ["--json", "-", "-q"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    private func runs(_ arguments: [String]) throws -> [[String: Any]] {
        try #require(json(arguments)["runs"] as? [[String: Any]])
    }

    private func gridCounts(_ run: [String: Any]) -> [Int]? {
        (run["grid"] as? [String: Any])?["labelCounts"] as? [Int]
    }

    @Test("answer as a line of awk, in words, table, JSON and record")
    func awk() throws {
        let arguments = Self.small + ["--classifier", "above=" + Self.rule, "--test-fraction", "0.3"]
        let outcome = try command.run(arguments + ["-o", "a.png", "--json", "run.json"])
        outcome.expectSuccess()
        #expect(outcome.outputLines[0].hasPrefix("classifier") && outcome.outputLines[1].hasPrefix("above"))
        #expect(!outcome.output.contains("lambda") && !outcome.output.contains("cost"))
        let run = try #require(runs(arguments + ["-o", "b.png"]).first)
        #expect(run["name"] as? String == "above" && run["command"] as? String == Self.rule)
        #expect(run["scores"] as? String == "class" && run["accuracy"] as? Double == 118.0 / 140)
        #expect(run["testAccuracy"] as? Double == 51.0 / 60)
        for key in ["lambda", "hidden", "layers", "cost", "iterations", "theta", "termination", "trainCrossEntropy"] {
            #expect(run[key] == nil, "\(key)")
        }
        let inspected = try command.run(["inspect", "a.png"])
        inspected.expectSuccess()
        #expect(
            inspected.output.contains("answers  above, the command '\(Self.rule)', class: accuracy 84.3 %, test 85.0 %")
        )
    }

    @Test("may be the command itself: the grid has the same classes, and the boundary is smooth")
    func itself() throws {
        try command.run(Self.small + ["--hidden", "5", "--save-model", "m.json", "-o", "a.png", "-q"]).expectSuccess()
        let own = try #require(runs(Self.small + ["--model", "m.json", "-o", "b.png"]).first)
        let predicting = "'\(Command.path)' predict --model m.json -"
        let other = try #require(runs(Self.small + ["--classifier", "=" + predicting, "-o", "c.png"]).first)
        #expect(gridCounts(own) == gridCounts(other) && gridCounts(own) != nil)
        #expect(own["confusion"] as? [String: [[Int]]] == other["confusion"] as? [String: [[Int]]])
        #expect(other["name"] as? String == predicting && other["scores"] as? String == "probability")
    }

    @Test("stand after networks and saved networks, each kind as given, on one sheet and in one table")
    func order() throws {
        try command.run(Self.small + ["--hidden", "4", "--save-model", "m.json", "-o", "a.png", "-q"]).expectSuccess()
        try command.run(["grid", "--step", "0.1"]).output.split(separator: "\n").dropFirst()
            .reduce(into: "class\n") { text, line in text += line.hasPrefix("-") ? "0\n" : "1\n" }
            .write(to: command.folder.url.appending(path: "answers.csv"), atomically: true, encoding: .utf8)
        let arguments =
            Self.small + [
                "--predictions", "sign=answers.csv", "--classifier", "b=" + Self.rule, "--model", "m.json",
                "--classifier", "a=" + Self.rule, "--hidden", "3,2",
            ]
        let outcome = try command.run(
            ["sheet"] + arguments + ["-o", "sheet.png", "--json", "run.json"], overriding: false)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let names = outcome.outputLines.dropFirst().prefix(6).compactMap { $0.split(separator: "  ").first }
        #expect(names == ["3 hidden units", "2 hidden units", "4 hidden units", "b", "a", "sign"])
        let drawn = try command.run(arguments + ["-o", "out"], overriding: false)
        #expect(drawn.status == 0, "\(drawn.errors)")
        let files = command.folder.names.filter { $0.hasPrefix("out/") && $0.hasSuffix(".png") }
        #expect(
            Set(files) == Set(["hidden-2", "hidden-3", "hidden-4", "a", "b", "sign"].map { "out/boundary-\($0).png" }))
        // The number of threads changes nothing.
        let sheet = try command.folder.bytes("sheet.png")
        _ = try command.run(["sheet"] + arguments + ["-o", "one.png", "-j", "1"], overriding: false)
        #expect(try command.folder.bytes("one.png") == sheet)
    }

    @Test("have 200 steps an axis unless --step says otherwise, and so have networks beside them")
    func defaultStep() throws {
        for arguments in [["--hidden", "2"], []] {
            for run in try runs(arguments + ["--classifier", "a=" + Self.rule, "--dpi", "40", "-o", "out"]) {
                let grid = try #require(run["grid"] as? [String: Any])
                let counts = ["x", "y"].compactMap { (grid[$0] as? [String: Any])?["count"] as? Int }
                #expect(counts == [201, 201])
            }
        }
        let lines = try command.run(["grid"]).output.split(separator: "\n")
        #expect(lines.count == 1 + 200 + 201 * 201)
    }

    @Test("get the training part in a file with the names of the data, which is gone afterwards")
    func trainingPart() throws {
        try command.folder.write(
            "width,height,kind\n1,2,a\n2,1,b\n3,5,a\n5,3,b\n7,1,a\n8,8,b\n2,9,a\n4,4,b\n", to: "t.csv")
        let copying = #"cp "$BOUNDARYPLOT_TRAIN" train.csv; echo "$BOUNDARYPLOT_TRAIN" > path; "#
        let answering = #"awk -F, 'NR==1{print "class"} NR>1{print ($1>3)?"a":"b"}'"#
        let arguments = ["t.csv", "--x", "width", "--y", "height", "--label", "kind"] + ["--step", "1", "--dpi", "40"]
        try command.run(arguments + ["--classifier", "c=" + copying + answering, "-q", "-o", "a.png"]).expectSuccess()
        #expect(
            try command.folder.text("train.csv").split(separator: "\n").map { $0.split(separator: ",").last }
                == ["kind", "a", "b", "a", "b", "a", "b", "a", "b"])
        #expect(try command.folder.text("train.csv").hasPrefix("width,height,kind\n1.0,2.0,a\n"))
        let path = try command.folder.text("path").trimmingCharacters(in: .newlines)
        #expect(path.hasPrefix("/") && !FileManager.default.fileExists(atPath: path))
        try command.run(
            arguments + ["--classifier", "c=" + copying + answering, "-q", "-o", "a.png", "--test-fraction", "0.25"]
        ).expectSuccess()
        let part = try command.run(["data"] + arguments.prefix(7) + ["--test-fraction", "0.25", "--part", "train"])
        #expect(try command.folder.text("train.csv") == part.output)
        #expect(part.outputLines.count == 7)
    }

    @Test("answer the same points whatever is held out, and with --project the components")
    func queryOrder() throws {
        let saving = #"tee points.csv | awk 'NR==1{print "class"} NR>1{print "0"}'"#
        var texts: [String] = []
        for split in [[], ["--test-fraction", "0.3"]] {
            try command.run(Self.small + split + ["--classifier", "c=" + saving, "-q", "-o", "a.png"]).expectSuccess()
            texts.append(try command.folder.text("points.csv"))
        }
        #expect(texts[0] == texts[1])
        #expect(try command.run(["grid", "--step", "0.1"]).output == texts[0])
        try command.folder.write(
            "a,b,c,kind\n1,2,3,0\n2,1,5,1\n3,5,1,0\n5,3,2,1\n7,1,4,0\n8,8,8,1\n2,9,1,0\n4,4,2,1\n", to: "t.csv")
        let projected = ["t.csv", "--project", "pca", "--label", "kind"]
        try command.run(projected + ["--classifier", "c=" + saving, "-q", "--dpi", "40", "-o", "a.png"]).expectSuccess()
        #expect(try command.folder.text("points.csv").hasPrefix("PC1,PC2\n"))
        #expect(try command.run(["grid"] + projected).output == command.folder.text("points.csv"))
    }

    @Test("are compared by diff with a network or with each other")
    func difference() throws {
        let outcome = try command.run(
            ["diff"] + Self.small + ["--hidden", "3", "--classifier", "above=" + Self.rule, "-o", "d.png"])
        outcome.expectSuccess()
        #expect(outcome.output.contains("right with 3 hidden units"))
        let both = try command.run(
            ["diff"] + Self.small + [
                "--classifier", "a=" + Self.rule, "--classifier", "b=" + Self.rule, "-o", "d.png",
            ],
            overriding: false)
        both.expectSuccess()
        #expect(both.output.contains("They differ on 0.0 % of the area"))
        try command.run(["diff"] + Self.small + ["--classifier", "a=" + Self.rule]).expectError(
            64, saying: ["two classifiers", "--classifier", "give 1"])
    }

    @Test("fill regions with bands of probability; classes alone stay plain, and a note says so")
    func fill() throws {
        let scores = #"awk -F, 'NR==1{print "p(1)"} NR>1{print 1/(1+exp(8*($2-0.25)))}'"#
        let arguments = Self.small + ["--fill", "probability", "-o", "out"]
        let outcome = try command.run(
            arguments + ["--classifier", "a=" + scores, "--classifier", "b=" + Self.rule], overriding: false)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("'b' gives classes alone") && !outcome.errors.contains("'a'"))
        let colors = try ["a", "b"].map { name in
            let pixels = try DecodedPNG(command.folder.bytes("out/boundary-\(name).png")).pixels
            return Set(stride(from: 0, to: pixels.count, by: 3).map { Array(pixels[$0..<$0 + 3]) })
        }
        #expect(colors[0].count > colors[1].count)
    }

    private static let misbehaving: [(String, Int32, [String])] = [
        ("true", 65, ["has answered 0 of", "true"]),
        ("cat > /dev/null; echo >&2 no answer", 65, ["has answered 0 of"]),
        ("sleep 60", 75, ["within 1 s", "--timeout"]),
        ("echo class; while :; do sleep 0.1; done", 75, ["within 1 s"]),
        ("yes", 65, ["line 2", "'y'"]),
        ("cat > /dev/null; echo class; yes 0", 65, ["more rows than the 1751"]),
        ("cat > /dev/null; echo class; yes 0 | head -50", 65, ["has answered 50 of"]),
        ("echo class; awk 'NR > 1 {print 1} NR == 1000 {exit 3}'", 65, ["exited with status 3 after 999 of"]),
        ("echo class; awk 'NR > 1 {print 1}'; kill -9 $$", 65, ["ended by signal 9"]),
        ("cat > /dev/null; echo class; head -c 1000000000 /dev/zero | tr '\\0' x", 65, ["longer than 1 MiB"]),
        ("echo class; yes 0 | head -1751", 65, ["has not read all"]),
        ("no-such-program", 65, ["status 127"]),
        ("cat", 65, ["columns 'x1' and 'x2'"]),
        ("cat > /dev/null; printf 'class\\n0\\n\\000'", 65, ["zero byte"]),
        ("cat > /dev/null; echo score; seq 1 1751", 65, ["'score'", "--scores probability"]),
    ]

    @Test("that misbehave end the run with one line and no file", arguments: misbehaving.indices)
    func misbehaviour(index: Int) throws {
        let (text, status, words) = Self.misbehaving[index]
        // 200 points and a grid of 47 × 33.
        let outcome = try command.run(
            Self.small + [
                "--samples", "200", "--classifier", "bad=" + text, "--timeout", status == 75 ? "1" : "60", "-o",
                "a.png",
            ])
        #expect(outcome.status == status && outcome.output == "")
        let lines = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("Error: ") }
        #expect(lines.count == 1, "\(outcome.errors)")
        for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
        #expect(command.folder.names == [])
    }

    @Test("may start late, answer before all points are there, and leave a child behind, which is ended")
    func slow() throws {
        let late = "sleep 5; " + Self.rule
        try command.run(Self.small + ["--classifier", "late=" + late, "-q", "-o", "a.png"]).expectSuccess()
        let mark = "3\(getpid())"
        let leaving = "sleep \(mark) & " + Self.rule
        try command.run(Self.small + ["--classifier", "l=" + leaving, "-q", "-o", "a.png"], within: 20).expectSuccess()
        #expect(try command.run(bash: "pgrep -f '[s]leep \(mark)'").output == "")
    }

    @Test("end with the run", .enabled(if: !Command.isSanitized), arguments: [SIGINT, SIGTERM, SIGHUP])
    func interruption(signal: Int32) throws {
        let mark = "4\(getpid())\(signal)"
        let running = try command.start(
            Self.small + ["--classifier", "s=trap '' TERM; sleep \(mark); true", "-o", "a.png"])
        func processes() throws -> String { try command.run(bash: "pgrep -f '[s]leep \(mark)'").output }
        let deadline = Date.now + 20
        while try processes() == "", Date.now < deadline { usleep(20_000) }
        running.interrupt(signal)
        let outcome = try running.outcome(within: 20)
        #expect(outcome.status == 128 + signal && outcome.errors.contains("interrupted"))
        #expect(try processes() == "")
        #expect(command.folder.names == [])
    }

    @Test("leave no file and no process after fifty runs")
    func traces() throws {
        try FileManager.default.createDirectory(
            at: command.folder.url.appending(path: "tmp"), withIntermediateDirectories: false)
        let mark = "5\(getpid())"
        let leaving = "sleep \(mark) & " + Self.rule
        let line = """
            for i in $(seq 50); do TMPDIR=$PWD/tmp "$@" || exit 1; done; ls -A tmp; pgrep -f '^sleep \(mark)'; true
            """
        let outcome = try command.run(
            bash: line, ["--step", "0.5", "--dpi", "30", "-q", "-o", "a.png", "--classifier", "r=" + leaving])
        #expect(outcome.status == 0 && outcome.output == "" && outcome.errors == "")
    }

    @Test("of a record, a request or a settings file run only if the command line has them too")
    func safety() throws {
        let marking = "touch ran; " + Self.rule
        let option = "--classifier=m=" + marking
        try command.run(Self.small + [option, "-q", "-o", "a.png"]).expectSuccess()
        try FileManager.default.removeItem(at: command.folder.url.appending(path: "ran"))
        let request = #"{"classifiers":[{"command":"touch ran","name":"m"}]}"#
        try command.folder.write(request, to: "r.json")
        try command.folder.write("classifier = \"touch ran\"\n", to: "s.toml")
        for arguments in [
            ["rerun", "a.png"], ["--request", "r.json", "-o", "b.png"], ["--config", "s.toml", "-o", "b.png"],
        ] {
            try command.run(arguments).expectError(65, saying: ["touch ran", "--classifier", "command line"])
        }
        // Another command allows nothing.
        try command.run(["rerun", "a.png", "--classifier", "m=touch run"]).expectError(65, saying: ["touch ran"])
        #expect(!command.folder.names.contains("ran") && !command.folder.names.contains("b.png"))
        try command.run(["rerun", "a.png", "--classifier", marking]).expectSuccess()
        try command.run(["--request", "r.json", "--classifier", "touch ran", "-o", "b.png"]).expectError(
            65, saying: ["has answered 0 of"])
        #expect(command.folder.names.contains("ran"))
    }

    @Test("in files are read again by rerun, which tells whether they have changed")
    func predictions() throws {
        let points = try command.run(["grid", "--step", "0.1"]).output.split(separator: "\n").dropFirst()
        func write(_ limit: Double) throws {
            let classes = points.map { (Double($0.split(separator: ",")[1]) ?? 0) > limit ? "0" : "1" }
            try command.folder.write("class\n" + classes.joined(separator: "\n"), to: "answers.csv")
        }
        try write(0.25)
        let run = try #require(runs(Self.small + ["--predictions", "answers.csv", "-o", "a.png"]).first)
        #expect(run["name"] as? String == "answers" && (run["sha256"] as? String)?.count == 64)
        #expect(run["accuracy"] as? Double == 0.845)
        try command.run(["rerun", "a.png"]).expectSuccess()
        try write(0.3)
        try command.run(["rerun", "a.png"]).expectError(1, saying: ["'answers.csv' have changed"])
        try command.run(Self.small + ["--predictions", "answers.csv", "--step", "0.2"]).expectError(
            65, saying: ["--predictions 'answers.csv'", "rows", "boundaryplot grid"])
    }

    private static let wrong: [([String], Int32, [String])] = [
        (["--classifier", ""], 64, ["--classifier"]),
        (["--classifier", "a="], 64, ["--classifier is empty"]),
        (["--classifier", "a=cat", "--classifier", "a=true"], 64, ["two classifiers", "'a'"]),
        (["--predictions", "none.csv"], 66, ["--predictions", "'none.csv'", "no such file"]),
        (["--scores", "margin"], 64, ["--scores", "--classifier"]),
        (["--classifier", "a=cat", "--scores", "odds"], 64, ["odds", "--scores"]),
        (["--classifier", "a=cat", "--timeout", "0"], 64, ["--timeout", "greater than 0"]),
        (["--classifier", "a=cat", "--lambda", "1"], 64, ["--lambda", "--hidden"]),
        (["--classifier", "a=cat", "--restarts", "3"], 64, ["--restarts", "--hidden"]),
        (["curve", "--classifier", "a=cat"], 64, ["--classifier"]),
        (["tune", "--classifier", "a=cat"], 64, ["--classifier"]),
        (["--classifier", "a=cat", "--hidden", "1-3", "--curve"], 64, ["--curve"]),
        (["sheet", "--classifier", "a=cat", "--pairs"], 64, ["pairs"]),
    ]

    @Test("that contradict other options are one clear line", arguments: wrong.indices)
    func contradictions(index: Int) throws {
        let (arguments, status, words) = Self.wrong[index]
        let outcome = try command.run(arguments, overriding: false)
        outcome.expectError(status, saying: words)
        #expect(command.folder.names == [])
    }
}
