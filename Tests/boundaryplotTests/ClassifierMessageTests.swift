import Testing

@Suite("Messages on classifiers of other programs")
struct ClassifierMessageTests {
    private let command = Command()
    private static let small = ["--step", "0.1", "--dpi", "50"]
    private static let python = #"python3 -c 'import sys; print("class"); [print(0) for _ in list(sys.stdin)[1:]]'"#

    private static let wrong: [([String], [String])] = [
        (["sheet", "--classifier", "a=cat", "--save-model", "m.json"], ["--save-model", "--hidden 3"]),
        (["--hidden", "3", "--classifier", "3 hidden units=cat"], ["'3 hidden units'", "name of a network"]),
        (["diff", "--classifier", "sh a.b", "--classifier", "sh a.b"], ["'sh a.b'", "first=…"]),
        (["diff", "--predictions", "a=p.csv"], ["two classifiers", "give 1"]),
        (["--timeout", "3"], ["--timeout needs --classifier"]),
        (["sheet", "--predictions", "p.csv", "--timeout", "3"], ["--timeout needs --classifier"]),
        (
            ["--request", "r.json", "--classifier", "cat"],
            ["'cat' is no command of --request 'r.json', which has none"]
        ),
        (["--request", "r.json", "--timeout", "3"], ["--timeout", "--request 'r.json' has none"]),
        (
            ["--overlay", "--hidden", "2", "--classifier", "a=cat", "-o", "f.png"],
            ["put {hidden} into the name (", "{hidden} is its name", "sheet --overlay"]
        ),
        (["--classifier", "a b=cat", "--classifier", "a-b=cat", "-o", "{hidden}.png"], ["'a b' and 'a-b'"]),
        (["--classifier", "a b=cat", "--classifier", "a-b=cat", "-o", "out"], ["'a b' and 'a-b'", "same file name"]),
    ]

    @Test("name the option and the classifier that contradict", arguments: wrong.indices)
    func contradictions(index: Int) throws {
        try command.folder.write("class\n1\n", to: "p.csv")
        try command.folder.write(#"{"classifiers":[{"hidden":[3]}]}"#, to: "r.json")
        let (arguments, words) = Self.wrong[index]
        let outcome = try command.run(arguments, overriding: false)
        outcome.expectError(64, saying: words)
        #expect(!outcome.errors.contains("{lambda}"))
        #expect(command.folder.names.sorted() == ["p.csv", "r.json"])
    }

    private static let wrongAnswers: [(String, [String])] = [
        ("sh -c 'exit 3'", ["'sh -c 'exit 3'' exited with status 3 after 0 of 1751 rows\n"]),
        ("SVM, C = 10=cat", ["status 127", "a name before '=' may have letters"]),
        ("a=true", ["answered 0 of 1751 points, since it has printed nothing"]),
        (#"a=cat >&2 2>/dev/null; echo class; yes "" | head -n 1751"#, ["0 of 1751 points, beside 1751 empty lines"]),
        (
            #"a=cat > /dev/null; echo "p(1)"; yes -- -0.5"#,
            ["line 2: '-0.5' in column 'p(1)' is no probability", "--scores margin"]
        ),
        ("a=cat > /dev/null; echo class,class; yes 1,1", ["several columns called 'class'"]),
        ("a=cat > /dev/null; echo x1,x2,row; yes 1,1,1", ["has the columns 'x1', 'x2' and 'row'; it needs"]),
        ("a=cat > /dev/null; echo row; yes 1", ["has the column 'row'; it needs"]),
        (#"a=cat > /dev/null; echo '"class"'; yes '"1" "0"'"#, ["write.csv with row.names=FALSE"]),
        ("a=cat > /dev/null; echo pred; yes 1", ["'pred', which all name classes; call it 'class'"]),
        ("a=cat > /dev/null; echo pred; yes 0.5", ["'pred'; --scores probability or --scores margin"]),
    ]

    @Test("say what is wrong with the answer of a command", arguments: wrongAnswers.indices)
    func answers(index: Int) throws {
        let (text, words) = Self.wrongAnswers[index]
        let outcome = try command.run(Self.small + ["--classifier", text, "--timeout", "60", "-o", "a.png"])
        #expect(outcome.status == 65)
        for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
        #expect(command.folder.names == [])
    }

    @Test("give both numbers of rows of a file, and tell archives of arrays")
    func files() throws {
        for (text, words) in [
            ("class\n1\n", "has 1 row for the 1751 points"),
            ("class\n" + String(repeating: "1\n", count: 2000), "has 2000 rows for the 1751 points"),
            (
                "class\n" + String(repeating: "\n", count: 1751),
                "has 0 rows, beside 1751 empty lines for the 1751 points"
            ),
            ("", "has 0 rows for the 1751 points"),
            ("PK\u{3}\u{4}\u{0}", "np.save writes a single array"),
        ] {
            try command.folder.write(text, to: "p.csv")
            try command.run(Self.small + ["--predictions", "p.csv"]).expectError(65, saying: ["'p.csv'", words])
        }
    }

    @Test("of rerun name options, and say that a command is not in the record")
    func rerun() throws {
        #expect(try command.run(Command.small + ["-q", "-o", "a.png"]).status == 0)
        try command.run(["rerun", "a.png", "--classifier", "cat"]).expectError(
            64, saying: ["'cat' is no command of 'a.png', which has none"])
        try command.run(["rerun", "a.png", "--timeout", "3"]).expectError(64, saying: ["--timeout", "'a.png'"])
        try command.run(bash: #""$1" grid --step 0.1 | awk 'NR > 1 {$0 = 1} NR == 1 {$0 = "class"} 1' > p.csv"#)
            .expectSuccess()
        try command.run(Self.small + ["--predictions", "p.csv", "-q", "-o", "p.png"]).expectSuccess()
        try command.run(bash: "rm p.csv").expectSuccess()
        try command.run(["rerun", "p.png"]).expectError(66, saying: ["--predictions", "'p.csv'"])
    }

    @Test("name TMPDIR if the training part cannot be written there")
    func temporaryFolder() throws {
        let outcome = try command.run(
            Self.small + ["--classifier", "a=cat", "-o", "a.png"], environment: ["TMPDIR": "/no/folder"])
        outcome.expectError(73, saying: ["/no/folder", "set TMPDIR"])
    }

    @Test("are no reason for a command to fail if standard error is closed")
    func closedError() throws {
        let line = #""$@" 2>&-"#
        let outcome = try command.run(
            bash: line, Self.small + ["--classifier", "a=" + Self.python, "-q", "-o", "a.png"])
        #expect(outcome.status == 0 && command.folder.names == ["a.png"])
    }

    @Test("of a network beside a classifier do not keep its model from being saved")
    func savedModels() throws {
        let rule = "a=" + ClassifierTests.rule
        try command.run(
            Self.small + ["--hidden", "2", "--classifier", rule, "--save-model", "m.json", "-q", "-o", "out"]
        ).expectSuccess()
        try command.run(Self.small + ["--model", "m.json", "-q", "-o", "m.png"]).expectSuccess()
        try command.run(
            Self.small + [
                "--hidden", "2,1", "--classifier", rule, "--save-model", "m-{hidden}.json", "-q", "-o", "out",
            ]
        ).expectSuccess()
        #expect(command.folder.names.filter { $0.hasPrefix("m-") }.sorted() == ["m-1.json", "m-2.json"])
    }

    @Test("call classifiers as the table does above the tables per class")
    func perClass() throws {
        let outcome = try command.run(
            Self.small + ["--hidden", "2", "--classifier", "a=" + ClassifierTests.rule, "--per-class", "-o", "out"])
        #expect(outcome.status == 0 && outcome.output.contains("\n2 hidden units, 200 training points"))
    }

    @Test("have a file of the training part that ends in .csv")
    func trainingFile() throws {
        let printing = #"printf '%s\n' "$BOUNDARYPLOT_TRAIN" > path; "# + ClassifierTests.rule
        try command.run(Self.small + ["--classifier", "a=" + printing, "-q", "-o", "a.png"]).expectSuccess()
        #expect(try command.folder.text("path").hasSuffix(".csv\n"))
    }
}
