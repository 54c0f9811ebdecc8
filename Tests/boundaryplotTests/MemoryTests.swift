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
        BadInput("--step", "0.0005", status: 69, says: "--step 0.0005", "grid points", "smallest step that fits"),
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
        "a suggested value fits into limited memory",
        .enabled(if: !Command.isSanitized, "sanitizers need address space"))
    func namedStepFits() throws {
        let limited = "ulimit -v 262144; exec \"$@\""
        let quick = ["--hidden", "1", "--max-iterations", "0", "--dpi", "50", "-q", "--threads", "1", "--step"]
        let message = try command.run(bash: limited, quick + ["1e-5"]).errors
        let step = try #require(message.firstMatch(of: /fits is ([0-9.]+)/)).1
        let outcome = try command.run(bash: limited, quick + [String(step)])
        #expect(outcome.status == 0, "--step \(step): \(outcome.errors)")
    }
}
