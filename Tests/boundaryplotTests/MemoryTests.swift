import Testing

@Suite("More memory than the machine has")
struct MemoryTests {
    private let command = Command()

    static let tooLarge = [
        BadInput("--hidden", "1000000000000", status: 69, says: "--hidden 1000000000000 needs", "of memory", "smaller"),
        BadInput("--samples", "1000000000000", status: 69, says: "--samples 1000000000000 needs", "of memory", "fewer"),
        BadInput("tune", "--hidden", "1000000000000", status: 69, says: "--hidden 1000000000000 needs", "of memory"),
        BadInput("diff", "--step", "1e-8", status: 69, says: "--step 0.00000001", "smallest step that fits"),
        BadInput("data", "--samples", "1000000000000", status: 69, says: "--samples 1000000000000", "fewer"),
        BadInput("--step", "1e-8", status: 69, says: "--step 0.00000001", "grid points", "smallest step that fits"),
    ]

    @Test("is status 69, with the option and a value that fits", arguments: tooLarge)
    func machine(_ input: BadInput) throws {
        try command.run(input.arguments, within: 10).expectError(69, saying: input.words)
        #expect(command.folder.names == [])
    }

    static let tooLargeForHalfAGibibyte = [
        BadInput("--hidden", "2000000", status: 69, says: "--hidden 2000000 needs", "of memory", "smaller"),
        BadInput("--samples", "30000000", status: 69, says: "--samples 30000000 needs", "of memory", "fewer"),
        BadInput("tune", "--samples", "5600000", status: 69, says: "--samples 5600000 needs", "of memory", "fewer"),
        BadInput(
            "--samples", "1500000", "--size", "60x60", "-o", "a.pdf", status: 69, says: "--samples 1500000", "PDF",
            "png"),
        BadInput(
            "--samples", "2500000", "--size", "60x60", "-o", "a.svg", status: 69, says: "--samples 2500000", "SVG",
            "png"),
        BadInput("--step", "1e-06", status: 69, says: "--step 0.000001", "grid points", "smallest step that fits"),
        BadInput("--size", "80x80", status: 69, says: "--size 80x80 at --dpi 150 needs", "smaller --size or --dpi"),
    ]

    @Test(
        "a limit on the address space counts", .enabled(if: !Command.isSanitized, "sanitizers need address space"),
        arguments: tooLargeForHalfAGibibyte)
    func addressSpace(_ input: BadInput) throws {
        try command.run(bash: "ulimit -v 524288; exec \"$@\"", input.arguments, within: 10)
            .expectError(69, saying: input.words)
        #expect(command.folder.names == [])
    }

    @Test(
        "the rows of a file count, whatever their length and wherever they come from",
        .enabled(if: !Command.isSanitized, "sanitizers need address space"),
        arguments: ["rows.csv", "- <rows.csv", "- < <(cat rows.csv)", "<(cat rows.csv)"])
    func rows(source: String) throws {
        let rows = "yes $'1,2,0\\n2,1,1' | head -n 8000000 >rows.csv"
        try command.run(bash: "\(rows); ulimit -v 524288; exec \"$@\" \(source)", ["plot"], within: 60)
            .expectError(69, saying: ["rows of data", "memory"])
        #expect(command.folder.names == ["rows.csv"])
    }

    @Test(
        "fewer rows than the limit are checked before copies of them are made",
        .enabled(if: !Command.isSanitized, "sanitizers need address space"))
    func copies() throws {
        let rows = "yes $'1,2,0\\n2,1,1' | head -n 4000000 >rows.csv"
        try command.run(bash: "\(rows); ulimit -v 524288; exec \"$@\"", ["tune", "rows.csv"], within: 60)
            .expectError(69, saying: ["4000000 points", "of memory", "fewer"])
        #expect(command.folder.names == ["rows.csv"])
    }

    @Test(
        "values of JSON count, however short they are",
        .enabled(if: !Command.isSanitized, "sanitizers need address space"))
    func json() throws {
        let values = [String](repeating: "0", count: 10_000_000).joined(separator: ",")
        try command.folder.write("{\"theta\":[\(values)]}", to: "a.json")
        let limited = "ulimit -v 524288; exec \"$@\""
        try command.run(bash: limited, ["predict", "--model", "a.json", "a.csv"])
            .expectError(69, saying: ["--model 'a.json'", "of memory"])
        try command.run(bash: limited, ["--request", "a.json"]).expectError(69, saying: ["a.json", "of memory"])
    }

    @Test(
        "many markers that cover each other in a PDF need little",
        .enabled(if: !Command.isSanitized, "sanitizers need address space"))
    func coveredMarkers() throws {
        let outcome = try command.run(
            bash: "ulimit -v 524288; exec \"$@\"",
            ["--samples", "500000", "--max-iterations", "0", "--step", "0.1", "-q", "-j", "1", "-o", "a.pdf"])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test("a stack that is too small is status 69, with the size that is needed")
    func stack() throws {
        for size in [64, 256] {
            try command.run(bash: "ulimit -s \(size); exec \"$@\"").expectError(
                69, saying: ["\(size) KiB", "512 KiB", "ulimit -s"])
        }
        try command.run(bash: "ulimit -s 512; exec \"$@\"", Command.small + ["--tolerance", "1", "-q", "-o", "a.png"])
            .expectSuccess()
    }

    @Test(
        "a suggested value fits into limited memory",
        .enabled(if: !Command.isSanitized, "sanitizers need address space"))
    func namedStepFits() throws {
        let limited = "ulimit -v 98304; exec \"$@\""
        let quick = ["--hidden", "1", "--max-iterations", "0", "--dpi", "50", "-q", "--threads", "1", "--step"]
        let message = try command.run(bash: limited, quick + ["1e-5"]).errors
        let step = try #require(message.firstMatch(of: /fits is ([0-9.]+)/)).1
        let outcome = try command.run(bash: limited, quick + [String(step)])
        #expect(outcome.status == 0, "--step \(step): \(outcome.errors)")
    }
}
